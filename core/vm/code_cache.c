// Source files to code objects.
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "core/front/compile.h"
#include "core/front/source.h"
#include "core/vm/import.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

// The whole file; NULL + OSError or MemoryError.
static char *read_all(SkValue file, size_t *len) {
    SK_AUTO_UTF8 SkUtf8 path = sk_str_fs(file);
    if (!path.text) return NULL;
    sk_thread_detach();
    int fd = open(path.text, O_RDONLY | O_CLOEXEC);
    struct stat st;
    char *data = NULL;
    size_t capacity = 0, n = 0;
    bool ok = fd >= 0 && fstat(fd, &st) == 0, memory = true;
    if (ok) {
        capacity = (size_t)st.st_size + 1;
        data = sk_malloc(capacity + 1);
        memory = data != NULL;
    }
    while (ok && memory) {
        ssize_t got = read(fd, data + n, capacity - n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) ok = false;
        if (got <= 0) break;
        n += (size_t)got;
        if (n < capacity) continue;
        capacity *= 2;
        char *grown = sk_realloc(data, capacity + 1);
        memory = grown != NULL;
        if (grown) data = grown;
    }
    int saved = errno;
    if (fd >= 0) close(fd);
    sk_thread_attach();
    errno = saved;
    if (ok && memory) {
        data[n] = 0;
        *len = n;
        return data;
    }
    if (!memory) sk_raise_memory();
    else sk_raise_errno(file);
    sk_free(data);
    return NULL;
}

// Encodings that the front end does not know itself are left to the codecs.
static bool decode(void *context, const char *encoding, const char *bytes, size_t len, SkArena *arena, const char **utf8,
                   size_t *utf8_len, const char **reason) {
    (void)context;
    *reason = NULL;
    SK_AUTO SkValue text = sk_str_decode(bytes, len, encoding, NULL);
    if (sk_is_empty(text)) {
        if (!sk_error_matches(sk_exc_LookupError)) *reason = "cannot be decoded";
        sk_error_clear();
        return false;
    }
    SK_AUTO_UTF8 SkUtf8 u = sk_str_utf8(text);
    char *copy = u.text ? sk_arena_alloc(arena, u.len + 1) : NULL;
    if (!copy) {
        sk_error_clear();
        return false;
    }
    memcpy(copy, u.text, u.len + 1);
    *utf8 = copy;
    *utf8_len = u.len;
    return true;
}

SkValue sk_compile_bytes(const char *bytes, size_t len, SkValue filename, SkParseMode mode, SkCompileOptions *options) {
    SkArena arena;
    sk_arena_init(&arena);
    SkSource source;
    SkSyntaxError err = {0};
    SK_AUTO_UTF8 SkUtf8 path = sk_str_wtf8(filename);
    SkValue code = SK_EMPTY;
    if (sk_source_decode(bytes, len, path.text, decode, NULL, &arena, &source, &err))
        code = sk_compile_source(source.utf8, source.len, filename, mode, options);
    else
        sk_raise_syntax_error(&err, filename);
    sk_arena_free(&arena);
    return code;
}

SkCompileOptions sk_default_compile_options(void) {
    SkCompileOptions o = {.eager_annotations = true};
    SK_AUTO SkValue flags = sk_sys_get("flags");
    SK_AUTO SkValue level = sk_is_empty(flags) ? SK_EMPTY : sk_getattr_opt_s(flags, "optimize");
    sk_error_clear();
    if (sk_is_small_int(level)) o.optimize = (int)sk_small_int(level);
    return o;
}

SkValue sk_load_source_code(SkValue file) {
    size_t len;
    char *bytes = read_all(file, &len);
    if (!bytes) return SK_EMPTY;
    SkCompileOptions options = sk_default_compile_options();
    options.immortal_constants = true;
    SkValue code = sk_compile_bytes(bytes, len, file, SK_PARSE_EXEC, &options);
    sk_free(bytes);
    return code;
}
