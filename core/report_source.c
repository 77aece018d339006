// Source lines for tracebacks: from the file, from what was registered, or from linecache if that is loaded.
#include <fcntl.h>
#include <stdio.h>
#include <pthread.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "core/report.h"
#include "core/report_internal.h"
#include "objects/codec.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "threading/thread.h"

// ---- registered texts ------------------------------------------------------------------------------------------------

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static SkValue registered;  // dict filename -> text, made under the mutex, immortal

bool sk_report_register_source(SkValue filename, SkValue text) {
    SK_AUTO SkValue fresh = sk_dict_new();
    if (sk_is_empty(fresh)) return false;
    pthread_mutex_lock(&mutex);
    if (sk_is_empty(registered)) registered = sk_move(&fresh);
    pthread_mutex_unlock(&mutex);
    return sk_dict_set(registered, filename, text);
}

static SkValue registered_text(SkValue filename) {
    pthread_mutex_lock(&mutex);
    SkValue dict = registered;
    pthread_mutex_unlock(&mutex);
    if (sk_is_empty(dict)) return SK_EMPTY;
    SkValue text = sk_dict_get(dict, filename);
    sk_error_clear();
    return text;
}

// ---- files ------------------------------------------------------------------------------------------------------------

enum { LARGEST = 1 << 28 };

static char *read_all(const char *path, size_t *len) {
    sk_thread_detach();
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    char *data = NULL;
    size_t n = 0, room = 0;
    while (fd >= 0) {
        if (n + 1 >= room) {
            room = room ? room * 2 : 1 << 14;
            char *grown = room <= LARGEST ? sk_realloc(data, room) : NULL;
            if (!grown) {
                sk_free(data);
                data = NULL;
                break;
            }
            data = grown;
        }
        ssize_t got = read(fd, data + n, room - n - 1);
        if (got <= 0) {
            if (got < 0) {
                sk_free(data);
                data = NULL;
            }
            break;
        }
        n += (size_t)got;
    }
    if (fd >= 0) close(fd);
    sk_thread_attach();
    *len = n;
    return data;
}

// A relative name is looked for along sys.path, too.
static char *read_file(SkValue filename, size_t *len) {
    SK_AUTO_UTF8 SkUtf8 path = sk_str_fs(filename);
    if (!path.text) {
        sk_error_clear();
        return NULL;
    }
    char *data = read_all(path.text, len);
    if (data || path.text[0] == '/' || path.text[0] == '<') return data;
    SK_AUTO SkValue sys = sk_import("sys");
    SK_AUTO SkValue dirs = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt_s(sys, "path");
    for (size_t i = 0; !data && sk_is_list(dirs) && i < sk_list_len(dirs); i++) {
        SK_AUTO SkValue dir = sk_list_get(dirs, i);
        if (!sk_is_str(dir)) continue;
        SK_AUTO SkValue joined = sk_str_format("%S/%S", dir, filename);
        SK_AUTO_UTF8 SkUtf8 p = sk_is_empty(joined) ? (SkUtf8){0} : sk_str_fs(joined);
        if (p.text) data = read_all(p.text, len);
    }
    sk_error_clear();
    return data;
}

// The name in a "coding: name" comment of the first two lines, or "utf-8".
static void find_encoding(const char *text, size_t len, char out[64]) {
    snprintf(out, 64, "utf-8");
    const char *p = text, *end = text + len;
    for (int line = 0; line < 2 && p < end; line++) {
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        if (!eol) eol = end;
        const char *hash = p;
        while (hash < eol && (*hash == ' ' || *hash == '\t' || *hash == '\f')) hash++;
        if (hash < eol && *hash != '#' && *hash != '\r') return;
        const char *c = memmem(hash, (size_t)(eol - hash), "coding", 6);
        if (c && c + 6 < eol && (c[6] == ':' || c[6] == '=')) {
            c += 7;
            while (c < eol && (*c == ' ' || *c == '\t')) c++;
            size_t n = 0;
            while (c + n < eol && n < 63 && (c[n] == '-' || c[n] == '_' || c[n] == '.' || (c[n] >= '0' && c[n] <= '9') ||
                                             (c[n] | 32) >= 'a') && (c[n] | 32) <= 'z')
                n++;
            if (n) {
                memcpy(out, c, n);
                out[n] = 0;
                return;
            }
        }
        p = eol + 1;
    }
}

// Takes data; the text as UTF-8, or NULL.
static char *decode(char *data, size_t *len) {
    if (*len >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) memmove(data, data + 3, *len -= 3);
    char encoding[64];
    find_encoding(data, *len, encoding);
    SkUtf8Info info;
    SkUtf8Error error;
    bool valid = sk_utf8_scan(data, *len, 0, &info, &error);
    if (valid && strncmp(encoding, "utf", 3) == 0) return data;
    SK_AUTO SkValue text = sk_str_decode(data, *len, encoding, "replace");
    sk_free(data);
    SK_AUTO_UTF8 SkUtf8 u = sk_is_empty(text) ? (SkUtf8){0} : sk_str_wtf8(text);
    sk_error_clear();
    char *copy = u.text ? sk_malloc(u.len + 1) : NULL;
    if (!copy) return NULL;
    memcpy(copy, u.text, u.len);
    *len = u.len;
    return copy;
}

// What linecache has in its cache for a name that is no file: all lines in one text, or NULL.
static char *from_linecache(SkValue filename, size_t *len) {
    SK_AUTO SkValue sys = sk_import("sys");
    SK_AUTO SkValue modules = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt_s(sys, "modules");
    SK_AUTO SkValue module = sk_is_dict(modules) ? sk_dict_get_s(modules, "linecache") : SK_EMPTY;
    SK_AUTO SkValue cache = sk_is_empty(module) ? SK_EMPTY : sk_getattr_opt_s(module, "cache");
    SK_AUTO SkValue entry = sk_is_dict(cache) ? sk_dict_get(cache, filename) : SK_EMPTY;
    SK_AUTO SkValue text = SK_EMPTY;
    if (sk_is_tuple(entry) && sk_tuple_len(entry) == 4) text = sk_str_join(sk_names.empty, sk_tuple_peek(entry, 2));
    SK_AUTO_UTF8 SkUtf8 u = sk_is_empty(text) ? (SkUtf8){0} : sk_str_wtf8(text);
    sk_error_clear();
    char *copy = u.text ? sk_malloc(u.len + 1) : NULL;
    if (copy) memcpy(copy, u.text, *len = u.len);
    return copy;
}

static char *load(SkValue filename, size_t *len) {
    SK_AUTO SkValue known = registered_text(filename);
    if (sk_is_str(known)) {
        SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(known);
        char *copy = u.text ? sk_malloc(u.len + 1) : NULL;
        if (copy) memcpy(copy, u.text, *len = u.len);
        sk_error_clear();
        return copy;
    }
    char *data = read_file(filename, len);
    return data ? decode(data, len) : from_linecache(filename, len);
}

// ---- lines ---------------------------------------------------------------------------------------------------------------

static void split(SkSource *s, size_t len) {
    size_t room = 0;
    for (const char *p = s->text, *end = p + len; p < end;) {
        const char *eol = p;
        while (eol < end && *eol != '\n' && *eol != '\r') eol++;
        if (s->count == room) {
            room = room ? room * 2 : 64;
            SkLine *grown = sk_realloc(s->lines, room * sizeof *grown);
            if (!grown) return;
            s->lines = grown;
        }
        s->lines[s->count++] = (SkLine){p, (size_t)(eol - p)};
        p = eol + (eol + 1 < end && eol[0] == '\r' && eol[1] == '\n' ? 2 : 1);
    }
}

static SkSource *source_of(SkSources *all, SkValue filename) {
    for (size_t i = 0; i < all->count; i++)
        if (sk_str_equal(all->items[i].filename, filename)) return &all->items[i];
    SkSource *grown = sk_realloc(all->items, (all->count + 1) * sizeof *grown);
    if (!grown) return NULL;
    all->items = grown;
    SkSource *s = &all->items[all->count++];
    *s = (SkSource){.filename = sk_retain(filename)};
    size_t len = 0;
    s->text = load(filename, &len);
    if (s->text) split(s, len);
    return s;
}

// The text by `__loader__.get_source(name)`, or NULL.
static char *from_loader(SkValue globals, size_t *len) {
    if (!sk_is_dict(globals)) return NULL;
    SK_AUTO SkValue spec = sk_dict_get(globals, SK_N(__spec__));
    bool has_spec = !sk_is_empty(spec) && !sk_is_none(spec);
    SK_AUTO SkValue name = has_spec ? sk_getattr_opt(spec, SK_N(name)) : sk_dict_get(globals, SK_N(__name__));
    SK_AUTO SkValue loader = has_spec ? sk_getattr_opt(spec, SK_N(loader)) : sk_dict_get(globals, SK_N(__loader__));
    SK_AUTO SkValue get = sk_is_empty(loader) || !sk_is_str(name) ? SK_EMPTY : sk_getattr_opt_s(loader, "get_source");
    SK_AUTO SkValue text = sk_is_empty(get) ? SK_EMPTY : sk_call1(get, name);
    SK_AUTO_UTF8 SkUtf8 u = sk_is_str(text) ? sk_str_wtf8(text) : (SkUtf8){0};
    sk_error_clear();
    char *copy = u.text ? sk_malloc(u.len + 1) : NULL;
    if (copy) memcpy(copy, u.text, *len = u.len);
    return copy;
}

void sk_source_ask_loader(SkSources *all, SkValue filename, SkValue frame) {
    SkSource *s = sk_is_str(filename) ? source_of(all, filename) : NULL;
    if (!s || s->text || !sk_str_len(filename) || sk_str_at(sk_as_str(filename), 0) == '<') return;
    SK_AUTO SkValue globals = sk_getattr_opt_s(frame, "f_globals");
    sk_error_clear();
    size_t len = 0;
    s->text = from_loader(globals, &len);
    if (s->text) split(s, len);
}

SkLine sk_source_line(SkSources *all, SkValue filename, int number) {
    SkSource *s = sk_is_str(filename) ? source_of(all, filename) : NULL;
    if (!s || number < 1 || (size_t)number > s->count) return (SkLine){"", 0};
    return s->lines[number - 1];
}

SkValue sk_report_source_line(SkValue filename, int line) {
    SkSources sources = {0};
    SkLine l = sk_source_line(&sources, filename, line);
    while (l.len && strchr(" \t\f", *l.text)) l.text++, l.len--;
    while (l.len && strchr(" \t\f\r\n", l.text[l.len - 1])) l.len--;
    SkValue text = sk_str_from_wtf8(l.text, l.len);
    sk_sources_free(&sources);
    return text;
}

void sk_sources_free(SkSources *s) {
    for (size_t i = 0; i < s->count; i++) {
        sk_release(s->items[i].filename);
        sk_free(s->items[i].text);
        sk_free(s->items[i].lines);
    }
    sk_free(s->items);
}
