#include "cli/streams.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/options.h"
#include "core/vm/import.h"
#include "modules/_io.h"
#include "objects/dict.h"
#include "objects/hooks.h"
#include "objects/names.h"
#include "objects/tuple.h"

typedef struct {
    const char *encoding, *errors;
    char buffer[128];
} Encoding;

// PYTHONIOENCODING is "encoding:errors", either part may be missing.
static void choose_encoding(Encoding *e) {
    e->encoding = e->errors = NULL;
    const char *given = sk_environment("PYTHONIOENCODING");
    if (given && strlen(given) < sizeof e->buffer) {
        strcpy(e->buffer, given);
        char *colon = strchr(e->buffer, ':');
        if (colon) *colon = 0;
        if (colon && colon[1]) e->errors = colon + 1;
        if (*e->buffer) {
            e->encoding = e->buffer;
            if (!e->errors) e->errors = "strict";
        }
    }
    if (!e->encoding) e->encoding = sk_io_locale_encoding();
    if (!strcmp(e->encoding, "UTF-8")) e->encoding = "utf-8";
    if (e->errors) return;
    // In the C locale, under whatever name, nothing is known of the encoding: what was read shall be written as it was.
    const char *locale = setlocale(LC_CTYPE, NULL);
    bool unknown = !locale || !strcmp(locale, "C") || !strcmp(locale, "POSIX") || !strcmp(locale, "C.UTF-8") ||
                   !strcmp(locale, "C.utf8") || sk_config.utf8_mode;
    e->errors = unknown ? "surrogateescape" : "strict";
}

static SkValue make_stream(int fd, const char *name, const Encoding *e) {
    if (fcntl(fd, F_GETFD) < 0) return SK_NONE;
    bool writes = fd != 0;
    int buffering = writes && sk_config.unbuffered ? 0 : -1;
    SK_AUTO SkValue buffer = sk_io_open(sk_int_from_int64(fd), writes ? "wb" : "rb", buffering, SK_NONE, SK_NONE, SK_NONE, false, SK_NONE);
    if (sk_is_empty(buffer)) {
        // A folder as standard input, for one.
        return sk_error_clear_if(sk_exc_OSError) ? SK_NONE : SK_EMPTY;
    }
    SK_AUTO SkValue raw = buffering ? sk_getattr(buffer, SK_N(raw)) : sk_retain(buffer);
    SK_AUTO SkValue text = sk_str_format("<%s>", name), mode = sk_str_from(writes ? "w" : "r"), newline = sk_str_from("\n");
    if (sk_is_empty(raw) || sk_is_empty(text) || sk_is_empty(mode) || sk_is_empty(newline) || !sk_setattr(raw, SK_N(name), text)) return SK_EMPTY;
    SK_AUTO SkValue encoding = sk_str_from(e->encoding);
    SK_AUTO SkValue errors = fd == 2 ? sk_retain(SK_N(backslashreplace)) : sk_str_from(e->errors);
    if (sk_is_empty(encoding) || sk_is_empty(errors)) return SK_EMPTY;
    bool line_buffering = buffering && (fd == 2 || isatty(fd));
    SkValue args[] = {buffer, encoding, errors, newline, sk_bool(line_buffering), sk_bool(!buffering)};
    SK_AUTO SkValue stream = sk_call(sk_type_value(&sk_io_text_type), args, 6, SK_EMPTY);
    if (sk_is_empty(stream) || !sk_setattr(stream, SK_N(mode), mode)) return SK_EMPTY;
    return sk_move(&stream);
}

bool sk_make_streams(void) {
    SK_AUTO SkValue io = sk_import("_io");
    SK_AUTO SkValue open = sk_is_empty(io) ? SK_EMPTY : sk_getattr(io, SK_N(open));
    if (sk_is_empty(open) || !sk_dict_set(sk_module_builtins_dict(), SK_N(open), open)) return false;
    Encoding e;
    choose_encoding(&e);
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    for (int fd = 0; fd < 3; fd++) {
        SK_AUTO SkValue stream = make_stream(fd, names[fd], &e);
        char original[16];
        snprintf(original, sizeof original, "__%s__", names[fd]);
        if (sk_is_empty(stream) || !sk_sys_set(names[fd], stream) || !sk_sys_set(original, stream)) return false;
    }
    return true;
}

static bool flush(const char *name, bool report) {
    SK_AUTO SkValue stream = sk_sys_get(name);
    if (sk_is_empty(stream) || sk_is_none(stream)) return true;
    SK_AUTO SkValue closed = sk_getattr_opt(stream, SK_N(closed));
    int truth = sk_is_empty(closed) ? 0 : sk_truth(closed);
    sk_error_clear();
    if (truth > 0) return true;
    SkValue r = sk_call_method(stream, SK_N(flush), NULL, 0);
    sk_release(r);
    if (!sk_is_empty(r)) return true;
    if (report) sk_error_unraisable("Exception ignored while flushing sys.stdout", SK_EMPTY);
    else sk_error_clear();
    return false;
}

bool sk_flush_streams(bool report) {
    bool ok = flush("stdout", report);
    flush("stderr", false);
    return ok;
}
