/* What can go wrong while reading source, and what is merely suspicious. Plain data in an arena. */
#ifndef SK_CORE_FRONT_SYNTAX_ERROR_H
#define SK_CORE_FRONT_SYNTAX_ERROR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum SkSyntaxErrorClass {
    SK_SYNTAX_OK,
    SK_SYNTAX_ERROR,
    SK_SYNTAX_INDENTATION,
    SK_SYNTAX_TAB,
    SK_SYNTAX_MEMORY,    /* MemoryError, without position */
    SK_SYNTAX_RECURSION, /* RecursionError, `message` set */
} SkSyntaxErrorClass;

typedef enum SkWarningCategory {
    SK_WARN_SYNTAX,      /* SyntaxWarning */
    SK_WARN_DEPRECATION, /* DeprecationWarning */
} SkWarningCategory;

typedef struct SkSyntaxWarning {
    struct SkSyntaxWarning *next;
    const char *message; /* UTF-8 */
    SkWarningCategory category;
    int lineno;
    /* The place to blame should the warning be turned into a SyntaxError: columns in bytes from 0, -1 unknown. */
    int col_offset, end_lineno, end_col_offset;
    /* About what the code would do when run ("is" with a literal, calling a number, ...): for those who compile the tree,
     * not for those who only want to look at it. */
    bool about_meaning;
} SkSyntaxWarning;

/* Strings live in the arena given to the parser (or are static). */
typedef struct SkSyntaxError {
    SkSyntaxErrorClass cls;
    const char *message; /* UTF-8 */
    int lineno;          /* from 1; 0: no position */
    int offset;          /* in characters, from 1; 0: before the first column */
    int end_lineno;      /* as Python's SyntaxError shows them: equal to the start when nothing is known */
    int end_offset;
    const char *text; /* the source line with its newline, UTF-8, NUL-terminated; NULL: unknown */
    size_t text_len;
    bool incomplete; /* more input could make this valid: an interactive prompt should read on */
    SkSyntaxWarning *warnings; /* in source order; set whether or not parsing succeeded */
} SkSyntaxError;

#endif
