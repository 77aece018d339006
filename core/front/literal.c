#include "core/front/literal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strtod.h"
#include "base/unicode_names.h"
#include "objects/int.h"

/* ---- Numbers ---- */

/* Digits that the lexer has checked, without underscores. */
static bool to_double(SkParser *p, const char *digits, size_t len, double *out)
{
    const char *stop;
    return sk_strtod(digits, digits + len, &stop, out) || sk_fail_memory(p);
}

bool sk_literal_number(SkParser *p, const SkToken *t, SkConst *out)
{
    const char *text = token_text(p, t);
    size_t len = t->end - t->start, n = 0;
    memset(out, 0, sizeof *out);
    char *digits = sk_arena_alloc(p->arena, len + 1);
    if (!digits)
        return sk_fail_memory(p);
    for (size_t i = 0; i < len; i++)
        if (text[i] != '_')
            digits[n++] = text[i] >= 'A' && text[i] <= 'Z' ? text[i] | 32 : text[i];
    digits[n] = 0;
    unsigned base = 10;
    if (n > 1 && digits[0] == '0') {
        base = digits[1] == 'x' ? 16 : digits[1] == 'o' ? 8 : digits[1] == 'b' ? 2 : 10;
        if (base != 10)
            digits += 2, n -= 2;
    }
    if (base == 10 && digits[n - 1] == 'j') {
        out->kind = SK_CONST_IMAG;
        return to_double(p, digits, n - 1, &out->real);
    }
    if (base == 10 && strpbrk(digits, ".e")) {
        out->kind = SK_CONST_FLOAT;
        return to_double(p, digits, n, &out->real);
    }
    while (n > 1 && *digits == '0')
        digits++, n--;
    int limit = sk_load_relaxed(&sk_int_max_str_digits);
    if (base == 10 && limit > 0 && n > (size_t)limit)
        return sk_fail_at(p, SK_SYNTAX_ERROR, t->lineno, -1, t->end_lineno, -1,
                          "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
                          "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                          "literals to avoid decimal conversion limits.",
                          limit, n);
    out->kind = SK_CONST_INT;
    out->base = (uint8_t)base;
    out->bytes = digits;
    out->len = n;
    return true;
}

/* ---- Strings ---- */

bool sk_text_add(SkParser *p, SkText *text, const char *bytes, size_t len)
{
    if (text->len + len + 1 > text->capacity) {
        size_t capacity = text->capacity ? text->capacity * 2 : 0;
        if (capacity < text->len + len + 1)
            capacity = text->len + len + 1;
        char *grown = sk_arena_alloc(p->arena, capacity);
        if (!grown)
            return sk_fail_memory(p);
        if (text->len)
            memcpy(grown, text->bytes, text->len);
        text->bytes = grown;
        text->capacity = capacity;
    }
    memcpy(text->bytes + text->len, bytes, len);
    text->len += len;
    text->bytes[text->len] = 0;
    return true;
}

/* Surrogates are encoded like any other code point of their size (WTF-8 without pairing). */
static bool add_code_point(SkParser *p, SkText *out, uint32_t c)
{
    char b[4];
    size_t n;
    if (c < 0x80) {
        b[0] = (char)c;
        n = 1;
    } else if (c < 0x800) {
        b[0] = (char)(0xc0 | c >> 6);
        b[1] = (char)(0x80 | (c & 63));
        n = 2;
    } else if (c < 0x10000) {
        b[0] = (char)(0xe0 | c >> 12);
        b[1] = (char)(0x80 | (c >> 6 & 63));
        b[2] = (char)(0x80 | (c & 63));
        n = 3;
    } else {
        b[0] = (char)(0xf0 | c >> 18);
        b[1] = (char)(0x80 | (c >> 12 & 63));
        b[2] = (char)(0x80 | (c >> 6 & 63));
        b[3] = (char)(0x80 | (c & 63));
        n = 4;
    }
    return sk_text_add(p, out, b, n);
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Positions in messages count what the codec is given: there every character outside ASCII is a ten-byte escape. */
static size_t codec_position(const char *from, const char *to)
{
    size_t n = 0;
    for (; from < to; from++) {
        if ((unsigned char)*from < 0x80)
            n++;
        else if (((unsigned char)*from & 0xc0) != 0x80)
            n += 10;
    }
    return n;
}

static bool fail_escape(SkParser *p, const SkToken *t, const char *start, const char *escape, const char *last,
                        const char *reason)
{
    return FAIL_TOKEN(p, t, "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s",
                      codec_position(start, escape), codec_position(start, last) - 1, reason);
}

static void warn_escape(SkParser *p, const SkToken *t, const char *start, const char *escape, size_t len)
{
    int lineno = t->lineno;
    const char *line = NULL;
    for (const char *c = start; c < escape; c++)
        if (*c == '\n') {
            lineno++;
            line = c + 1;
        }
    int col = line ? (int)(escape - line) : t->col + (int)(escape - (p->lexer.source + t->start));
    char message[160];
    snprintf(message, sizeof message,
             "\"\\%.*s\" is an invalid %sescape sequence. Such sequences will not work in the future. Did you mean "
             "\"\\\\%.*s\"? A raw string is also an option.",
             (int)len, escape + 1, len > 1 ? "octal " : "", (int)len, escape + 1);
    const char *copy = sk_arena_copy(p->arena, message, strlen(message));
    if (copy)
        sk_lexer_warn(&p->lexer, SK_WARN_SYNTAX, copy, lineno, col, lineno, col + 1 + (int)len);
}

/* \N{...}; *at is at the 'N'. */
static bool named(SkParser *p, const SkToken *t, const char *start, const char **at, const char *end, SkText *out)
{
    const char *escape = *at - 1, *c = *at + 1;
    if (c >= end || *c != '{')
        return fail_escape(p, t, start, escape, c, "malformed \\N character escape");
    const char *name = ++c;
    while (c < end && *c != '}')
        c++;
    if (c >= end || c == name)
        return fail_escape(p, t, start, escape, c, "malformed \\N character escape");
    uint32_t code[SK_UNICODE_SEQUENCE_MAX];
    size_t count;
    SkNameKind kind = sk_unicode_find_name(name, (size_t)(c - name), code, &count);
    if (kind != SK_NAME_CHARACTER && kind != SK_NAME_ALIAS)
        return fail_escape(p, t, start, escape, c + 1, "unknown Unicode character name");
    *at = c + 1;
    return add_code_point(p, out, code[0]);
}

/* *at is behind the backslash; it is moved behind the escape. */
static bool escape(SkParser *p, const SkToken *t, const char *start, const char **at, const char *end,
                   SkStringStyle style, SkText *out)
{
    const char *c = *at;
    char simple = 0;
    switch (*c) {
    case '\n': *at = c + 1; return true;
    case '\\': simple = '\\'; break;
    case '\'': simple = '\''; break;
    case '"': simple = '"'; break;
    case 'a': simple = '\a'; break;
    case 'b': simple = '\b'; break;
    case 'f': simple = '\f'; break;
    case 'n': simple = '\n'; break;
    case 'r': simple = '\r'; break;
    case 't': simple = '\t'; break;
    case 'v': simple = '\v'; break;
    default: break;
    }
    if (simple) {
        *at = c + 1;
        return sk_text_add(p, out, &simple, 1);
    }
    if (*c >= '0' && *c <= '7') {
        uint32_t value = 0;
        int n = 0;
        for (; n < 3 && c + n < end && c[n] >= '0' && c[n] <= '7'; n++)
            value = value * 8 + (uint32_t)(c[n] - '0');
        if (value > 0377)
            warn_escape(p, t, start, c - 1, 3);
        *at = c + n;
        char byte = (char)value;
        return style.bytes ? sk_text_add(p, out, &byte, 1) : add_code_point(p, out, value);
    }
    int digits = *c == 'x' ? 2 : style.bytes ? 0 : *c == 'u' ? 4 : *c == 'U' ? 8 : 0;
    if (digits) {
        uint32_t value = 0;
        int n = 0;
        for (; n < digits && c + 1 + n < end && hex_value(c[1 + n]) >= 0; n++)
            value = value * 16 + (uint32_t)hex_value(c[1 + n]);
        if (n < digits) {
            if (style.bytes)
                return FAIL_TOKEN(p, t, "(value error) invalid \\x escape at position %zu", (size_t)(c - 1 - start));
            return fail_escape(p, t, start, c - 1, c + 1 + n,
                               digits == 2   ? "truncated \\xXX escape"
                               : digits == 4 ? "truncated \\uXXXX escape"
                                             : "truncated \\UXXXXXXXX escape");
        }
        if (value > 0x10ffff)
            return fail_escape(p, t, start, c - 1, c + 1 + n, "illegal Unicode character");
        *at = c + 1 + digits;
        char byte = (char)value;
        return style.bytes ? sk_text_add(p, out, &byte, 1) : add_code_point(p, out, value);
    }
    if (*c == 'N' && !style.bytes)
        return named(p, t, start, at, end, out);
    if ((unsigned char)*c < 0x80)
        warn_escape(p, t, start, c - 1, 1);
    return sk_text_add(p, out, "\\", 1);
}

bool sk_literal_decode(SkParser *p, const SkToken *t, const char *at, size_t len, SkStringStyle style, SkText *out)
{
    const char *start = at, *end = at + len;
    if (style.bytes)
        for (const char *c = at; c < end; c++)
            if ((unsigned char)*c >= 0x80)
                return FAIL_TOKEN(p, t, "bytes can only contain ASCII literal characters");
    while (at < end) {
        const char *run = at;
        if (style.field_text)
            while (at < end && *at != '{' && *at != '}' && (style.raw || *at != '\\'))
                at++;
        else if (style.raw)
            at = end;
        else
            at = (at = memchr(run, '\\', (size_t)(end - run))) ? at : end;
        if (at > run && !sk_text_add(p, out, run, (size_t)(at - run)))
            return false;
        if (at == end)
            break;
        if (*at == '\\') {
            at++;
            if (at == end) { /* f-string text that ends before a brace */
                warn_escape(p, t, start, at - 1, 1);
                if (!sk_text_add(p, out, "\\", 1))
                    return false;
            } else if (!escape(p, t, start, &at, end, style, out)) {
                return false;
            }
        } else {
            if (!sk_text_add(p, out, at, 1))
                return false;
            at += at + 1 < end && at[1] == *at ? 2 : 1;
        }
    }
    return out->bytes || sk_text_add(p, out, "", 0);
}
