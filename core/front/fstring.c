/* Adjacent string literals of all sorts: plain ones become one Constant, f-strings one JoinedStr,
 * t-strings one TemplateStr. Neighbouring pieces of text are joined, empty ones dropped. */
#include <string.h>

#include "core/front/literal.h"
#include "core/front/parser_internal.h"

/* Text not yet made into a Constant. */
typedef struct Pending {
    SkText text;
    bool any, u_prefix;
    SkPos start, end;
} Pending;

static bool add_text(Pending *pending, SkPos start, SkPos end)
{
    if (!pending->any)
        pending->start = start;
    pending->any = true;
    pending->end = end;
    return true;
}

static SkAst *text_constant(SkParser *p, Pending *pending)
{
    SkAstConstant *node = NEW(p, Constant, pending->start);
    if (!node)
        return NULL;
    node->head.end_lineno = pending->end.lineno;
    node->head.end_col_offset = pending->end.col;
    node->value.kind = SK_CONST_STR;
    node->value.bytes = pending->text.len ? pending->text.bytes : "";
    node->value.len = pending->text.len;
    if (pending->u_prefix) {
        node->value.u_prefix = true;
        node->kind = sk_lexer_intern(&p->lexer, "u", 1);
        if (!node->kind)
            return sk_fail_memory(p);
    }
    return (SkAst *)node;
}

/* Ends a run of text: pushes its Constant, unless it is empty. */
static bool flush(SkParser *p, Pending *pending)
{
    bool ok = true;
    if (pending->any && pending->text.len) {
        SkAst *node = text_constant(p, pending);
        ok = node && sk_parser_push(p, node);
    }
    memset(pending, 0, sizeof *pending);
    return ok;
}

static SkPos end_of(const SkToken *t)
{
    return (SkPos){t->end_lineno, t->end_col};
}

/* ---- Replacement fields ---- */

static bool parse_parts(SkParser *p, bool raw, bool template, bool spec, Pending *pending);

static SkAst *format_spec(SkParser *p, bool raw, bool template)
{
    SkPos start = here(p);
    uint32_t mark = p->top;
    Pending pending = {0};
    p->pos++;
    if (!parse_parts(p, raw, template, true, &pending) || !flush(p, &pending))
        return NULL;
    SkAstJoinedStr *node = NEW(p, JoinedStr, start);
    if (!node)
        return NULL;
    node->values = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)node;
}

/* '!' and one of s, r, a; -2: no match. */
static int conversion(SkParser *p, bool template)
{
    char letter = template ? 't' : 'f';
    SkToken mark = *token(p);
    p->pos++;
    if (kind(p) != SK_TOK_NAME)
        return -2;
    SkToken t = *token(p);
    if (t.start != mark.end) {
        FAIL_TOKENS(p, &mark, &t, "%c-string: conversion type must come right after the exclamation mark", letter);
        return -2;
    }
    if (t.name->len != 1 || !strchr("sra", t.name->utf8[0])) {
        FAIL_TOKEN(p, &t, "%c-string: invalid conversion character '%s': expected 's', 'r', or 'a'", letter,
                   t.name->utf8);
        return -2;
    }
    p->pos++;
    return t.name->utf8[0];
}

/* The source between two offsets, as the text of "{expr=}": comments are left out. */
static bool source_text(SkParser *p, uint32_t from, uint32_t to, SkText *out)
{
    const char *c = p->lexer.source + from, *end = p->lexer.source + to;
    if (!memchr(c, '#', (size_t)(end - c)))
        return sk_text_add(p, out, c, (size_t)(end - c));
    char quote = 0;
    for (; c < end; c++) {
        if (quote) {
            if (*c == '\\' && c + 1 < end) {
                if (!sk_text_add(p, out, c++, 1))
                    return false;
            } else if (*c == quote) {
                quote = 0;
            }
        } else if (*c == '"' || *c == '\'') {
            quote = *c;
        } else if (*c == '#') {
            while (c < end && *c != '\n')
                c++;
            if (c == end)
                break;
        }
        if (!sk_text_add(p, out, c, 1))
            return false;
    }
    return true;
}

static bool interpolation_text(SkParser *p, uint32_t from, uint32_t to, SkConst *out)
{
    SkText text = {0};
    if (!source_text(p, from, to, &text))
        return false;
    while (text.len && strchr(" \t\n\r\f\v=", text.bytes[text.len - 1]))
        text.len--;
    if (text.bytes)
        text.bytes[text.len] = 0;
    out->kind = SK_CONST_STR;
    out->bytes = text.len ? text.bytes : "";
    out->len = text.len;
    return true;
}

/* Inside a template's format spec a field is an ordinary one: the spec is a str. */
static bool field(SkParser *p, bool raw, bool template, bool in_spec, Pending *pending)
{
    SkPos start = here(p);
    uint32_t begin = p->pos, inside = token(p)->end;
    SkAst *spec = NULL;
    int convert = -1;
    p->pos++;
    SkAst *value = sk_parse_annotated_rhs(p);
    if (!value)
        goto no_match;
    uint32_t behind = token(p)->start;
    bool debug = accept(p, SK_TOK_EQUAL);
    SkToken next = *token(p);
    if (kind(p) == SK_TOK_EXCLAMATION) {
        convert = conversion(p, template);
        if (convert == -2)
            goto no_match;
    }
    if (kind(p) == SK_TOK_COLON) {
        spec = format_spec(p, raw, template);
        if (!spec)
            goto no_match;
    }
    if (!accept(p, SK_TOK_RBRACE))
        goto no_match;
    if (debug) {
        if (!source_text(p, inside, next.start, &pending->text) ||
            !add_text(pending, (SkPos){start.lineno, start.col + 1}, (SkPos){next.lineno, next.col}))
            return false;
        if (convert == -1 && !spec)
            convert = 'r';
    }
    if (!flush(p, pending))
        return false;
    if (template && !in_spec) {
        SkAstInterpolation *node = NEW(p, Interpolation, start);
        if (!node || !interpolation_text(p, inside, behind, &node->str))
            return false;
        node->value = value;
        node->conversion = convert;
        node->format_spec = spec;
        return sk_parser_push(p, (SkAst *)node);
    }
    SkAstFormattedValue *node = NEW(p, FormattedValue, start);
    if (!node)
        return false;
    node->value = value;
    node->conversion = convert;
    node->format_spec = spec;
    return sk_parser_push(p, (SkAst *)node);

no_match:
    if (!p->failed && p->invalid) {
        p->pos = begin;
        sk_diagnose_field(p, template ? 't' : 'f');
    }
    return false;
}

bool sk_parse_spec_field(SkParser *p, bool template)
{
    uint32_t mark = p->top;
    Pending pending = {0};
    bool ok = field(p, true, template, true, &pending);
    p->top = mark;
    return ok;
}

/* CPython sees what is wrong with a text when it has read on. */
static void blame_next_token(SkParser *p)
{
    if (p->err->cls == SK_SYNTAX_ERROR) {
        p->failed = false;
        sk_fail_last(p, SK_SYNTAX_ERROR, "%s", p->err->message);
    }
}

/* Text and fields, up to the end of the string or, in a spec, of the field. */
static bool parse_parts(SkParser *p, bool raw, bool template, bool spec, Pending *pending)
{
    SkTokenKind middle = template ? SK_TOK_TSTRING_MIDDLE : SK_TOK_FSTRING_MIDDLE;
    for (;;) {
        if (kind(p) == middle) {
            SkToken t = *token(p);
            token_at(p, 1);
            if (!p->failed && !sk_literal_decode(p, &t, token_text(p, &t), t.end - t.start,
                                                 (SkStringStyle){raw, false, !spec}, &pending->text))
                blame_next_token(p);
            if (p->failed)
                return false;
            p->pos++;
            add_text(pending, (SkPos){t.lineno, t.col}, end_of(&t));
        } else if (kind(p) == SK_TOK_LBRACE) {
            if (!field(p, raw, template, spec, pending))
                return false;
        } else {
            return !p->failed;
        }
    }
}

/* ---- Sequences of literals ---- */

typedef struct Prefix {
    bool raw, bytes, u;
    unsigned size; /* with the opening quotes */
    unsigned quote_size;
} Prefix;

static Prefix prefix_of(const char *text)
{
    Prefix x = {0};
    for (; *text != '"' && *text != '\''; text++, x.size++) {
        int letter = *text | 32;
        x.raw |= letter == 'r';
        x.bytes |= letter == 'b';
        x.u |= letter == 'u';
    }
    x.quote_size = text[1] == *text && text[2] == *text ? 3 : 1;
    x.size += x.quote_size;
    return x;
}

/* "" is one quote followed by its closing one, not the start of three. */
static Prefix string_prefix(const char *text, size_t len)
{
    Prefix x = prefix_of(text);
    if (x.quote_size == 3 && len < (size_t)x.size + 3) {
        x.size -= 2;
        x.quote_size = 1;
    }
    return x;
}

static bool plain_string(SkParser *p, Pending *pending, Prefix x)
{
    SkToken t = *token(p);
    if (!pending->any)
        pending->u_prefix = x.u;
    if (!sk_literal_decode(p, &t, token_text(p, &t) + x.size, t.end - t.start - x.size - x.quote_size,
                           (SkStringStyle){x.raw, x.bytes, false}, &pending->text))
        return false;
    p->pos++;
    return add_text(pending, (SkPos){t.lineno, t.col}, end_of(&t));
}

/* From START to END of one f-string or t-string. */
static bool interpolated(SkParser *p, bool template, Pending *pending)
{
    bool raw = prefix_of(token_text(p, token(p))).raw;
    p->pos++;
    return parse_parts(p, raw, template, false, pending) &&
           accept(p, template ? SK_TOK_TSTRING_END : SK_TOK_FSTRING_END);
}

static bool is_string_start(SkTokenKind k)
{
    return k == SK_TOK_STRING || k == SK_TOK_FSTRING_START || k == SK_TOK_TSTRING_START;
}

/* t-strings go with t-strings only. */
static bool mixes(SkParser *p, SkPos previous, bool template)
{
    SkTokenKind k = kind(p);
    if (!is_string_start(k) || (k == SK_TOK_TSTRING_START) == template)
        return false;
    /* The second literal counts whole. */
    SkToken start = *token(p);
    SkPos end = end_of(&start);
    if (k != SK_TOK_STRING) {
        Pending scratch = {0};
        uint32_t top = p->top;
        if (!interpolated(p, k == SK_TOK_TSTRING_START, &scratch))
            return true;
        p->top = top;
        end = end_of(&p->tokens[p->pos - 1]);
    }
    sk_fail_at(p, SK_SYNTAX_ERROR, previous.lineno, previous.col, end.lineno, end.col,
               "cannot mix t-string literals with string or bytes literals");
    return true;
}

static SkAst *strings(SkParser *p)
{
    SkPos start = here(p), piece;
    uint32_t mark = p->top;
    bool template = kind(p) == SK_TOK_TSTRING_START, formatted = false, bytes = false, first = true, mixed = false;
    Pending pending = {0};
    do {
        piece = here(p);
        if (kind(p) == SK_TOK_STRING) {
            const SkToken *t = token(p);
            Prefix x = string_prefix(token_text(p, t), t->end - t->start);
            if (first)
                bytes = x.bytes;
            mixed |= x.bytes != bytes;
            if (!plain_string(p, &pending, x))
                return NULL;
        } else {
            formatted = true;
            mixed |= bytes;
            if (!interpolated(p, template, &pending))
                return NULL;
        }
        first = false;
        if (mixes(p, piece, template))
            return NULL;
    } while (is_string_start(kind(p)));
    if (p->failed)
        return NULL;
    if (mixed)
        return sk_fail_last(p, SK_SYNTAX_ERROR, "cannot mix bytes and nonbytes literals");
    if (!formatted) {
        SkAstConstant *node = (SkAstConstant *)text_constant(p, &pending);
        if (node && bytes)
            node->value.kind = SK_CONST_BYTES;
        return (SkAst *)node;
    }
    if (!flush(p, &pending))
        return NULL;
    if (template) {
        SkAstTemplateStr *node = NEW(p, TemplateStr, start);
        if (node)
            node->values = sk_parser_pop(p, mark);
        return p->failed ? NULL : (SkAst *)node;
    }
    SkAstJoinedStr *node = NEW(p, JoinedStr, start);
    if (node)
        node->values = sk_parser_pop(p, mark);
    return p->failed ? NULL : (SkAst *)node;
}

SkAst *sk_parse_strings(SkParser *p)
{
    SkAst *node;
    uint32_t pos = p->pos, top = p->top;
    if (p->diagnose && sk_memo_get(p, SK_MEMO_STRINGS, &node))
        return node;
    if (!enter(p, SK_DEPTH_EXPRESSION))
        return NULL;
    node = strings(p);
    p->depth -= SK_DEPTH_EXPRESSION;
    if (!node)
        p->top = top;
    return p->diagnose ? sk_memo_put(p, SK_MEMO_STRINGS, pos, node) : node;
}
