// What the files of exception reports share. Texts are collected as UTF-8 (surrogates allowed).
#ifndef SKEIN_CORE_REPORT_INTERNAL_H
#define SKEIN_CORE_REPORT_INTERNAL_H

#include "base/strbuf.h"
#include "objects/type.h"

typedef struct {
    const char *text;
    size_t len;
} SkLine;

// Source texts read for one report.
typedef struct {
    SkValue filename;  // counted str
    char *text;        // owned
    SkLine *lines;
    size_t count;
} SkSource;
typedef struct {
    SkSource *items;
    size_t count;
} SkSources;
void sk_sources_free(SkSources *s);
// Line `number` (from 1) without its end; empty if there is none.
SkLine sk_source_line(SkSources *s, SkValue filename, int number);
// Of a file that cannot be read, the loader of the frame's module is asked. May run Python; no exception is left.
void sk_source_ask_loader(SkSources *s, SkValue filename, SkValue frame);

// The entries of a traceback, with source lines and carets.
void sk_report_traceback(SkStrBuf *out, SkSources *sources, SkValue tb);
// A suggestion for the exception's misspelt name: counted str, or SK_EMPTY (never with an exception).
SkValue sk_suggest(SkValue exc, SkValue tb);

// What carets mark: the operator of a binary operation, the brackets of a subscript or a call. Lines and byte columns
// from 0, within the text given.
typedef struct {
    int left_line, left_col, right_line, right_col;
} SkAnchors;
bool sk_find_anchors(const char *segment, size_t len, SkAnchors *out);
// The lines are a statement that is one call from start to end, about which carets would say nothing.
bool sk_is_whole_call(const char *text, size_t len, int nlines, int start, int end, bool *empty);

void sk_append_str(SkStrBuf *out, SkValue s);   // s: a str

#endif
