#include "core/front/source.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

static bool fail(SkArena *arena, SkSyntaxError *err, int lineno, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static bool fail(SkArena *arena, SkSyntaxError *err, int lineno, const char *format, ...)
{
    char message[600];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    *err = (SkSyntaxError){.cls = SK_SYNTAX_ERROR, .lineno = lineno, .offset = lineno ? 0 : -1, .end_lineno = lineno};
    err->message = sk_arena_copy(arena, message, strlen(message));
    if (!err->message)
        *err = (SkSyntaxError){.cls = SK_SYNTAX_MEMORY, .message = "out of memory"};
    return false;
}

/* ---- The declaration ---- */

static size_t line_length(const char *at, const char *end)
{
    const char *c = at;
    while (c < end && *c != '\n' && *c != '\r')
        c++;
    return (size_t)(c - at);
}

static bool is_encoding_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* Finds "coding" [:=] name in a line that is only a comment. *blank: the next line may declare too. */
static size_t declaration(const char *line, size_t len, const char **name, bool *blank)
{
    const char *c = line, *end = line + len;
    while (c < end && (*c == ' ' || *c == '\t' || *c == '\f'))
        c++;
    *blank = c == end || *c == '#';
    if (c == end || *c != '#')
        return 0;
    for (; end - c > 7; c++) {
        if (memcmp(c, "coding", 6) != 0 || (c[6] != ':' && c[6] != '='))
            continue;
        const char *at = c + 7;
        while (at < end && (*at == ' ' || *at == '\t'))
            at++;
        const char *start = at;
        while (at < end && is_encoding_char(*at))
            at++;
        if (at > start) {
            *name = start;
            return (size_t)(at - start);
        }
    }
    return 0;
}

/* The common spellings of the two usual encodings; others are left alone. */
static const char *normalise(SkArena *arena, const char *name, size_t len)
{
    char head[13];
    size_t n = len < 12 ? len : 12;
    for (size_t i = 0; i < n; i++)
        head[i] = name[i] == '_' ? '-' : name[i] >= 'A' && name[i] <= 'Z' ? name[i] | 32 : name[i];
    head[n] = 0;
    if (!strcmp(head, "utf-8") || !strncmp(head, "utf-8-", 6))
        return "utf-8";
    static const char *const latin[] = {"latin-1", "iso-8859-1", "iso-latin-1"};
    for (int i = 0; i < 3; i++) {
        size_t size = strlen(latin[i]);
        if (!strncmp(head, latin[i], size) && (head[size] == 0 || head[size] == '-'))
            return "iso-8859-1";
    }
    return sk_arena_copy(arena, name, len);
}

/* ---- Encodings of one byte ---- */

static const uint16_t cp1252_high[32] = {
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

typedef enum Charset { ASCII, LATIN_1, LATIN_9, CP1252, NOT_BUILT_IN } Charset;

static Charset charset_of(const char *encoding)
{
    static const struct {
        const char *name;
        Charset charset;
    } names[] = {
        {"iso88591", LATIN_1}, {"latin1", LATIN_1}, {"latin", LATIN_1}, {"l1", LATIN_1}, {"ascii", ASCII},
        {"usascii", ASCII}, {"646", ASCII}, {"iso885915", LATIN_9}, {"latin9", LATIN_9}, {"l9", LATIN_9},
        {"cp1252", CP1252}, {"windows1252", CP1252}, {"1252", CP1252},
    };
    char plain[16];
    size_t n = 0;
    for (const char *c = encoding; *c; c++) {
        if (*c == '-' || *c == '_' || *c == '.')
            continue;
        if (n == sizeof plain - 1)
            return NOT_BUILT_IN;
        plain[n++] = *c >= 'A' && *c <= 'Z' ? *c | 32 : *c;
    }
    plain[n] = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(plain, names[i].name))
            return names[i].charset;
    return NOT_BUILT_IN;
}

static uint32_t code_point(Charset charset, unsigned char byte)
{
    if (charset == CP1252 && byte >= 0x80 && byte < 0xa0)
        return cp1252_high[byte - 0x80];
    if (charset == LATIN_9)
        switch (byte) {
        case 0xa4: return 0x20ac;
        case 0xa6: return 0x160;
        case 0xa8: return 0x161;
        case 0xb4: return 0x17d;
        case 0xb8: return 0x17e;
        case 0xbc: return 0x152;
        case 0xbd: return 0x153;
        case 0xbe: return 0x178;
        default: break;
        }
    return byte;
}

static bool decode_bytes(Charset charset, const char *bytes, size_t len, bool file, SkArena *arena, SkSource *out,
                         SkSyntaxError *err)
{
    char *utf8 = len < SIZE_MAX / 3 - 1 ? sk_arena_alloc(arena, len * 3 + 1) : NULL, *at = utf8;
    if (!utf8) {
        *err = (SkSyntaxError){.cls = SK_SYNTAX_MEMORY, .message = "out of memory"};
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte < 0x80) {
            *at++ = (char)byte;
            continue;
        }
        uint32_t c = code_point(charset, byte);
        if (charset == ASCII || !c) {
            if (file)
                return fail(arena, err, 0, "encoding problem: %s", out->encoding);
            return charset == ASCII
                       ? fail(arena, err, 0, "'ascii' codec can't decode byte 0x%02x in position %zu: ordinal not in range(128)",
                              byte, i)
                       : fail(arena, err, 0, "'charmap' codec can't decode byte 0x%02x in position %zu: character maps to <undefined>",
                              byte, i);
        }
        at += utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)at);
    }
    out->utf8 = utf8;
    out->len = (size_t)(at - utf8);
    return true;
}

static int line_at(const char *bytes, size_t at)
{
    int lineno = 1;
    for (size_t i = 0; i < at; i++)
        lineno += bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
    return lineno;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

// The piece of the line around `at` that a codec would be given by itself: the inside of a string, or a run of letters.
static void piece_around(const char *bytes, size_t len, size_t at, size_t *start, size_t *end)
{
    size_t line = at;
    while (line && bytes[line - 1] != '\n')
        line--;
    char quote = 0;
    *start = line;
    for (size_t i = line; i < at; i++) {
        if (quote && bytes[i] == '\\')
            i++;
        else if (quote ? bytes[i] == quote : bytes[i] == '"' || bytes[i] == '\'')
            quote = quote ? 0 : bytes[i], *start = i + 1;
        else if (!quote && !is_word(bytes[i]))
            *start = i + 1;
    }
    for (*end = at; *end < len && bytes[*end] != '\n'; ++*end)
        if (quote ? bytes[*end] == quote : !is_word(bytes[*end]))
            break;
}

static bool fail_utf8(const char *bytes, size_t len, size_t at, SkArena *arena, SkSyntaxError *err)
{
    size_t start, end;
    SkUtf8Info info;
    SkUtf8Error bad;
    piece_around(bytes, len, at, &start, &end);
    if (start > at || sk_utf8_scan(bytes + start, end - start, SK_UTF8_STRICT, &info, &bad))
        bad = (SkUtf8Error){at, at + 1, "invalid start byte"}, start = 0;
    if (bad.end - bad.start > 1)
        return fail(arena, err, line_at(bytes, at), "(unicode error) 'utf-8' codec can't decode bytes in position %zu-%zu: %s", bad.start,
                    bad.end - 1, bad.reason);
    return fail(arena, err, line_at(bytes, at), "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: %s",
                (unsigned char)bytes[start + bad.start], bad.start, bad.reason);
}

static bool check_utf8(const char *bytes, size_t len, const char *filename, bool declared, SkArena *arena,
                       SkSyntaxError *err)
{
    for (size_t i = 0; i < len;) {
        utf8proc_int32_t c;
        if ((unsigned char)bytes[i] < 0x80) {
            i++;
            continue;
        }
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)bytes + i, (utf8proc_ssize_t)(len - i), &c);
        if (n > 0) {
            i += (size_t)n;
            continue;
        }
        unsigned byte = (unsigned char)bytes[i];
        if (filename && !declared)
            return fail(arena, err, line_at(bytes, i),
                        "Non-UTF-8 code starting with '\\x%.2x' in file %s on line %d, but no encoding declared; "
                        "see https://peps.python.org/pep-0263/ for details",
                        byte, filename, line_at(bytes, i));
        return fail_utf8(bytes, len, i, arena, err);
    }
    return true;
}

bool sk_source_decode(const char *bytes, size_t len, const char *filename, SkSourceDecoder decoder, void *context,
                      SkArena *arena, SkSource *out, SkSyntaxError *err)
{
    bool mark = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0, blank = true;
    *err = (SkSyntaxError){0};
    if (mark) {
        bytes += 3;
        len -= 3;
    }
    *out = (SkSource){bytes, len, "utf-8"};
    const char *at = bytes, *end = bytes + len, *name = NULL;
    size_t name_len = 0;
    for (int line = 0; line < 2 && blank && !name_len; line++) {
        size_t size = line_length(at, end);
        name_len = declaration(at, size, &name, &blank);
        at += size;
        at += at < end && *at == '\r';
        at += at < end && *at == '\n';
    }
    if (name_len) {
        out->encoding = normalise(arena, name, name_len);
        if (!out->encoding) {
            *err = (SkSyntaxError){.cls = SK_SYNTAX_MEMORY, .message = "out of memory"};
            return false;
        }
    }
    bool is_utf8 = !strcmp(out->encoding, "utf-8") || !strcmp(out->encoding, "utf8") || !strcmp(out->encoding, "UTF8");
    if (mark && strcmp(out->encoding, "utf-8"))
        return fail(arena, err, 0, "encoding problem: %s with BOM", out->encoding);
    if (is_utf8) {
        out->encoding = "utf-8";
        if (!check_utf8(bytes, len, filename, name_len > 0, arena, err))
            return false;
    } else {
        Charset charset = charset_of(out->encoding);
        const char *reason = NULL;
        if (charset != NOT_BUILT_IN) {
            if (!decode_bytes(charset, bytes, len, filename != NULL, arena, out, err))
                return false;
        } else if (!decoder || !decoder(context, out->encoding, bytes, len, arena, &out->utf8, &out->len, &reason)) {
            if (!filename && reason)
                return fail(arena, err, 0, "%s", reason);
            return fail(arena, err, 0, filename ? "encoding problem: %s" : "unknown encoding: %s", out->encoding);
        }
    }
    const char *nul = memchr(out->utf8, 0, out->len);
    if (nul)
        return fail(arena, err, line_at(out->utf8, (size_t)(nul - out->utf8)),
                    filename ? "source code cannot contain null bytes" : "source code string cannot contain null bytes");
    return true;
}
