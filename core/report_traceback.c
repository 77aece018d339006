// The entries of a traceback: file, line, function, the source lines, and carets under the part that was executing.
#include "base/unicode.h"
#include "base/utf8.h"
#include "core/code.h"
#include "core/report_internal.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/traceback.h"

enum { SHOWN_REPETITIONS = 3, MAX_LINES = 10000 };

// ---- text ------------------------------------------------------------------------------------------------------------

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static SkLine stripped_right(SkLine l) {
    while (l.len && is_blank(l.text[l.len - 1])) l.len--;
    return l;
}

static size_t leading_blanks(SkLine l) {
    size_t n = 0;
    while (n < l.len && is_blank(l.text[n])) n++;
    return n;
}

// Columns that the first `bytes` bytes take on a terminal.
static size_t width_of(SkLine l, size_t bytes) {
    size_t w = 0;
    const char *p = l.text, *end = p + (bytes < l.len ? bytes : l.len);
    while (p < end) {
        uint32_t c = sk_utf8_next(&p);
        const char *kind = c < 0x1100 ? "N" : sk_unicode_width_names[sk_unicode_record(c)->width];
        w += (kind[0] == 'W' || kind[0] == 'F') && !kind[1] ? 2 : 1;
    }
    return w;
}

// What the lines that are not blank have in common at their beginnings.
static size_t common_margin(const SkLine *lines, size_t n) {
    const char *margin = NULL;
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        size_t lead = 0;
        while (lead < lines[i].len && (lines[i].text[lead] == ' ' || lines[i].text[lead] == '\t')) lead++;
        if (lead == lines[i].len) continue;
        if (!margin) {
            margin = lines[i].text;
            len = lead;
        }
        size_t same = 0;
        while (same < len && same < lead && margin[same] == lines[i].text[same]) same++;
        len = same;
    }
    return len;
}

static void indented(SkStrBuf *out, SkLine l) {
    sk_strbuf_append(out, "    ", 4);
    sk_strbuf_append(out, l.text, l.len);
    sk_strbuf_append_char(out, '\n');
}

// ---- carets -----------------------------------------------------------------------------------------------------------

typedef struct {
    SkLine *lines;      // dedented
    int nlines;
    size_t start, end;  // bytes: in the first and in the last line
    bool carets, has_anchors;
    SkAnchors anchors;  // columns are display columns
} Excerpt;

// The source between start and end.
static void segment_of(const Excerpt *e, SkStrBuf *out) {
    for (int i = 0; i < e->nlines; i++) {
        size_t from = i == 0 ? e->start : 0, to = i == e->nlines - 1 ? e->end : e->lines[i].len;
        if (from > e->lines[i].len) from = e->lines[i].len;
        if (to > e->lines[i].len) to = e->lines[i].len;
        if (i) sk_strbuf_append_char(out, '\n');
        if (to > from) sk_strbuf_append(out, e->lines[i].text + from, to - from);
    }
}

static bool something_outside(const Excerpt *e) {
    SkLine first = e->lines[0], last = e->lines[e->nlines - 1];
    for (size_t i = 0; i < e->start && i < first.len; i++)
        if (!is_blank(first.text[i])) return true;
    for (size_t i = e->end; i < last.len; i++)
        if (!is_blank(last.text[i])) return true;
    return false;
}

static void place_carets(Excerpt *e) {
    SkStrBuf text;
    sk_strbuf_init(&text);
    segment_of(e, &text);
    SkAnchors a;
    e->has_anchors = !text.oom && sk_find_anchors(text.data, text.len, &a) && a.left_line < e->nlines && a.right_line < e->nlines;
    sk_strbuf_clear(&text);
    for (int i = 0; i < e->nlines; i++) {
        if (i) sk_strbuf_append_char(&text, '\n');
        sk_strbuf_append(&text, e->lines[i].text, e->lines[i].len);
    }
    bool empty;
    bool whole = !text.oom && sk_is_whole_call(text.data, text.len, e->nlines, (int)e->start, (int)e->end, &empty);
    e->carets = !text.oom && !whole && !empty && (e->has_anchors || something_outside(e));
    sk_strbuf_free(&text);
    if (!e->has_anchors) return;
    if (a.left_line == 0) a.left_col += (int)e->start;
    if (a.right_line == 0) a.right_col += (int)e->start;
    a.left_col = (int)width_of(e->lines[a.left_line], (size_t)a.left_col);
    a.right_col = (int)width_of(e->lines[a.right_line], (size_t)a.right_col);
    e->anchors = a;
}

static bool in_anchors(const SkAnchors *a, int line, int col) {
    bool after = line > a->left_line || (line == a->left_line && col >= a->left_col);
    bool before = line < a->right_line || (line == a->right_line && col < a->right_col);
    return after && before;
}

static void show_line(SkStrBuf *out, const Excerpt *e, int n) {
    SkLine l = e->lines[n];
    indented(out, l);
    if (!e->carets) return;
    size_t blanks = leading_blanks(l), first = n == 0 ? width_of(l, e->start) : 0;
    size_t columns = n == e->nlines - 1 ? width_of(l, e->end) : width_of(l, l.len);
    sk_strbuf_append(out, "    ", 4);
    for (size_t col = 0; col < columns; col++) {
        char c = ' ';
        if (col >= blanks && col >= first)
            c = !e->has_anchors || in_anchors(&e->anchors, n, (int)col) ? '^' : '~';
        sk_strbuf_append_char(out, c);
    }
    sk_strbuf_append_char(out, '\n');
}

static bool is_significant(const Excerpt *e, int n) {
    if (n == 0 || n == e->nlines - 1) return true;
    if (!e->has_anchors) return false;
    int l = e->anchors.left_line, r = e->anchors.right_line;
    return (n >= l - 1 && n <= l + 1) || (n >= r - 1 && n <= r + 1);
}

static void show_excerpt(SkStrBuf *out, const Excerpt *e) {
    int last = -1;
    for (int n = 0; n < e->nlines; n++) {
        if (!is_significant(e, n)) continue;
        int between = last < 0 ? 0 : n - last - 1;
        if (between == 1) show_line(out, e, n - 1);
        if (between > 1) sk_strbuf_printf(out, "    ...<%d lines>...\n", between);
        show_line(out, e, n);
        last = n;
    }
}

static void show_source(SkStrBuf *out, SkSources *sources, SkValue filename, int line, SkPosition p) {
    int end_line = p.end_line >= line ? p.end_line : line;
    if (p.line != line || p.col < 0 || p.end_col < 0 || end_line - line >= MAX_LINES) {
        SkLine l = stripped_right(sk_source_line(sources, filename, line));
        size_t lead = leading_blanks(l);
        if (l.len > lead) indented(out, (SkLine){l.text + lead, l.len - lead});
        return;
    }
    int n = end_line - line + 1;
    SkLine few[16], *lines = few;
    SkStrBuf storage;
    sk_strbuf_init(&storage);
    if (n > 16 && !(lines = (SkLine *)(void *)sk_strbuf_extend(&storage, (size_t)n * sizeof *lines))) return;
    for (int i = 0; i < n; i++) lines[i] = stripped_right(sk_source_line(sources, filename, line + i));
    size_t margin = common_margin(lines, (size_t)n);
    bool any = false;
    for (int i = 0; i < n; i++) {
        size_t cut = margin < lines[i].len ? margin : lines[i].len;
        lines[i].text += cut;
        lines[i].len -= cut;
        any |= lines[i].len != 0;
    }
    Excerpt e = {.lines = lines, .nlines = n};
    e.start = (size_t)p.col > margin ? (size_t)p.col - margin : 0;
    e.end = (size_t)p.end_col > margin ? (size_t)p.end_col - margin : 0;
    if (e.start > lines[0].len) e.start = lines[0].len;
    if (e.end > lines[n - 1].len) e.end = lines[n - 1].len;
    if (any) {
        place_carets(&e);
        show_excerpt(out, &e);
    }
    sk_strbuf_free(&storage);
}

// ---- entries ---------------------------------------------------------------------------------------------------------------

void sk_append_str(SkStrBuf *out, SkValue s) {
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(s);
    if (u.text) sk_strbuf_append(out, u.text, u.len);
    else sk_error_clear();
}

typedef struct {
    SkValue filename, name;  // counted str
    SkValue frame;           // counted
    int line;
    SkPosition position;
} Entry;

static void entry_free(Entry *e) {
    sk_release(e->filename);
    sk_release(e->name);
    sk_release(e->frame);
}

static bool entry_of(SkValue tb, Entry *e) {
    *e = (Entry){.filename = SK_EMPTY, .name = SK_EMPTY, .frame = SK_EMPTY};
    SK_AUTO SkValue frame = sk_slot_get(sk_ptr(tb), &sk_as_traceback(tb)->frame);
    SK_AUTO SkValue code = sk_is_empty(frame) ? SK_EMPTY : sk_getattr_opt_s(frame, "f_code");
    if (!sk_has_index(code, SK_T_CODE)) return false;
    const SkCode *c = sk_as_code(code);
    e->filename = sk_retain(sk_slot_peek(&c->filename));
    e->name = sk_retain(sk_slot_peek(&c->name));
    e->frame = sk_move(&frame);
    int at = sk_as_traceback(tb)->lasti;
    if (at > 0) at /= 8;  // from bytes of co_code
    e->position = (SkPosition){.line = 0, .col = -1, .end_col = -1};
    if (at >= 0 && (uint32_t)at < c->ncode) e->position = sk_code_position(c, (uint32_t)at);
    e->line = e->position.line > 0 ? e->position.line : sk_as_traceback(tb)->lineno;
    return true;
}

static bool same_place(const Entry *a, const Entry *b) {
    return a->line == b->line && sk_str_equal(a->filename, b->filename) && sk_str_equal(a->name, b->name);
}

static void show_entry(SkStrBuf *out, SkSources *sources, const Entry *e) {
    sk_strbuf_append_cstr(out, "  File \"");
    SK_AUTO_UTF8 SkUtf8 name = sk_str_wtf8(e->filename);
    if (name.text && name.len > 8 && memcmp(name.text, "<stdin>-", 8) == 0) sk_strbuf_append_cstr(out, "<stdin>");
    else sk_append_str(out, e->filename);
    sk_strbuf_append_cstr(out, "\", line ");
    if (e->line > 0) sk_strbuf_printf(out, "%d", e->line);
    else sk_strbuf_append_cstr(out, "None");
    sk_strbuf_append_cstr(out, ", in ");
    sk_append_str(out, e->name);
    sk_strbuf_append_char(out, '\n');
    if (e->line > 0) sk_source_ask_loader(sources, e->filename, e->frame);
    if (e->line > 0) show_source(out, sources, e->filename, e->line, e->position);
}

static void repeated(SkStrBuf *out, long count) {
    if (count <= SHOWN_REPETITIONS) return;
    count -= SHOWN_REPETITIONS;
    sk_strbuf_printf(out, "  [Previous line repeated %ld more time%s]\n", count, count > 1 ? "s" : "");
}

// sys.tracebacklimit; -1: none.
static int64_t limit(void) {
    SK_AUTO SkValue sys = sk_import("sys");
    SK_AUTO SkValue v = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt_s(sys, "tracebacklimit");
    int64_t n = -1;
    if (!sk_is_empty(v) && sk_is_int(v)) {
        if (!sk_int_fits_int64(v, &n)) n = sk_int_sign(v) > 0 ? -1 : 0;
        else if (n < 0) n = 0;
    }
    sk_error_clear();
    return n;
}

void sk_report_traceback(SkStrBuf *out, SkSources *sources, SkValue tb) {
    int64_t most = limit(), total = 0;
    SkValue at = sk_retain(tb);
    if (most >= 0) {
        while (!sk_is_empty(at)) {
            SkValue next = sk_traceback_next(at);
            sk_release(at);
            at = next;
            total++;
        }
        at = sk_retain(tb);
    }
    Entry last = {.filename = SK_EMPTY, .name = SK_EMPTY};
    bool have_last = false;
    long count = 0;
    for (int64_t i = 0; !sk_is_empty(at); i++) {
        Entry e;
        if ((most < 0 || i >= total - most) && entry_of(at, &e)) {
            if (!have_last || !same_place(&e, &last)) {
                repeated(out, count);
                count = 0;
            }
            if (++count <= SHOWN_REPETITIONS) show_entry(out, sources, &e);
            if (have_last) entry_free(&last);
            last = e;
            have_last = true;
        }
        SkValue next = sk_traceback_next(at);
        sk_release(at);
        at = next;
    }
    repeated(out, count);
    if (have_last) entry_free(&last);
    sk_error_clear();
}
