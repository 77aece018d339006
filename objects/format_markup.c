// The syntax of str.format's templates.
#include "objects/format_markup.h"

#include "base/unicode.h"
#include "objects/error.h"
#include "objects/format_internal.h"

static int bad(const char *message) {
    sk_raise(sk_exc_ValueError, "%s", message);
    return -1;
}

// From behind the '{' to behind the '}' that closes the field.
static int parse_field(const SkStr *s, size_t *pos, size_t end, SkMarkup *out) {
    size_t i = *pos;
    uint32_t c = 0;
    out->name.start = i;
    for (; i < end; i++) {
        c = sk_str_at(s, i);
        if (c == '{') return bad("unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!') break;
        if (c == '[') {
            while (i < end && sk_str_at(s, i) != ']') i++;
            if (i == end) break;
        }
    }
    if (i >= end) return bad("expected '}' before end of string");
    out->name.end = i++;
    if (c == '}') {
        *pos = i;
        out->spec = (SkSpan){i, i};
        return 1;
    }
    if (c == '!') {
        if (i >= end) return bad("end of string while looking for conversion specifier");
        out->conversion = sk_str_at(s, i++);
        if (i < end) {
            c = sk_str_at(s, i++);
            if (c == '}') {
                *pos = i;
                out->spec = (SkSpan){i, i};
                return 1;
            }
            if (c != ':') return bad("expected ':' after conversion specifier");
        }
    }
    out->spec.start = i;
    for (int depth = 1; i < end; i++) {
        c = sk_str_at(s, i);
        if (c == '{') {
            out->nested = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            out->spec.end = i;
            *pos = i + 1;
            return 1;
        }
    }
    return bad("unmatched '{' in format spec");
}

int sk_markup_next(const SkStr *s, size_t *pos, size_t end, SkMarkup *out) {
    *out = (SkMarkup){0};
    size_t i = *pos;
    if (i >= end) return 0;
    out->literal.start = i;
    while (i < end && sk_str_at(s, i) != '{' && sk_str_at(s, i) != '}') i++;
    out->literal.end = i;
    if (i >= end) {
        *pos = i;
        return 1;
    }
    uint32_t c = sk_str_at(s, i++);
    if (i < end && sk_str_at(s, i) == c) { // doubled: one of them belongs to the literal
        out->literal.end = i;
        *pos = i + 1;
        return 1;
    }
    if (c == '}') return bad("Single '}' encountered in format string");
    if (i >= end) return bad("Single '{' encountered in format string");
    out->has_field = true;
    *pos = i;
    return parse_field(s, pos, end, out);
}

// The whole span as a number; -1: it is none, -2: exception.
static int64_t span_number(const SkStr *s, SkSpan span) {
    size_t i = span.start;
    int64_t n = sk_format_digits(s, &i, span.end);
    return n == -2 ? -2 : i == span.end ? n : -1;
}

bool sk_field_first(const SkStr *s, SkSpan name, SkSpan *first, int64_t *index) {
    size_t i = name.start;
    while (i < name.end && sk_str_at(s, i) != '.' && sk_str_at(s, i) != '[') i++;
    *first = (SkSpan){name.start, i};
    *index = span_number(s, *first);
    return *index != -2;
}

int sk_field_next(const SkStr *s, size_t *pos, size_t end, bool *is_attribute, SkSpan *part, int64_t *index) {
    size_t i = *pos;
    if (i >= end) return 0;
    uint32_t c = sk_str_at(s, i++);
    *is_attribute = c == '.';
    *index = -1;
    part->start = i;
    if (c == '.') {
        while (i < end && sk_str_at(s, i) != '.' && sk_str_at(s, i) != '[') i++;
        part->end = i;
        *pos = i;
    } else if (c == '[') {
        while (i < end && sk_str_at(s, i) != ']') i++;
        if (i >= end) return bad("Missing ']' in format string");
        part->end = i;
        *pos = i + 1;
        *index = span_number(s, *part);
        if (*index == -2) return -1;
    } else {
        return bad("Only '.' or '[' may follow ']' in format field specifier");
    }
    return part->end == part->start ? bad("Empty attribute in format string") : 1;
}
