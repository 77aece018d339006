// Source files to code objects, and their cache.
//
// A cache file has the head that Lib's importlib gives it, so that py_compile and the loaders of importlib read and write
// the same files: magic, flags (bit 0: checked by a hash of the source, bit 1: really checked), modification time and size
// of the source (or its hash), then the code in the marshal format, which has a checksum. The magic changes with the build,
// so that code of another instruction set is never looked at. Files are replaced whole, by rename; what is damaged or
// foreign is as good as absent. Where __pycache__ cannot be written, the user's cache folder serves.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/siphash.h"
#include "core/front/compile.h"
#include "core/front/source.h"
#include "core/marshal.h"
#include "core/vm/import.h"
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

// The whole file, to be freed; NULL with errno set. Requires: detached.
static char *read_detached(const char *path, size_t *len) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
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
    int saved = memory ? errno : ENOMEM;
    if (fd >= 0) close(fd);
    if (ok && memory) {
        data[n] = 0;
        *len = n;
        return data;
    }
    sk_free(data);
    errno = saved;
    return NULL;
}

// NULL + OSError or MemoryError.
static char *read_all(SkValue file, const char *path, size_t *len) {
    sk_thread_detach();
    char *data = read_detached(path, len);
    int error = errno;
    sk_thread_attach();
    errno = error;
    if (data) return data;
    if (error == ENOMEM) sk_raise_memory();
    else sk_raise_errno(file);
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
    if (sk_source_decode(bytes, len, options->script ? path.text : NULL, decode, NULL, &arena, &source, &err))
        code = sk_compile_source(source.utf8, source.len, filename, mode, options);
    else
        sk_raise_syntax_error(&err, filename);
    sk_arena_free(&arena);
    return code;
}

bool sk_deferred_annotations;

SkCompileOptions sk_default_compile_options(void) {
    SkCompileOptions o = {.eager_annotations = !sk_deferred_annotations};
    SK_AUTO SkValue flags = sk_sys_get("flags");
    SK_AUTO SkValue level = sk_is_empty(flags) ? SK_EMPTY : sk_getattr_opt_s(flags, "optimize");
    sk_error_clear();
    if (sk_is_small_int(level)) o.optimize = (int)sk_small_int(level);
    return o;
}

// ---- where the cache is -------------------------------------------------------------------------------------------------

void sk_code_cache_magic(uint8_t magic[4]) {
    uint32_t id = sk_code_format() ^ (sk_default_compile_options().eager_annotations ? 0x5a5a : 0);
    magic[0] = (uint8_t)id;
    magic[1] = (uint8_t)(id >> 8);
    magic[2] = '\r';
    magic[3] = '\n';
}

// ".skein-01.opt-1.pyc". False: no cache is wanted (sys.implementation.cache_tag is None).
static bool suffix_of(int optimize, char *out, size_t size) {
    SK_AUTO SkValue implementation = sk_sys_get("implementation");
    SK_AUTO SkValue tag = sk_is_empty(implementation) ? SK_EMPTY : sk_getattr_opt(implementation, SK_N(cache_tag));
    sk_error_clear();
    if (!sk_is_str(tag)) return false;
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(tag);
    if (!u.text) return false;
    int n = optimize ? snprintf(out, size, ".%s.opt-%d.pyc", u.text, optimize) : snprintf(out, size, ".%s.pyc", u.text);
    return n > 0 && (size_t)n < size;
}

static bool make_absolute(const char *path, SkStrBuf *out) {
    if (*path != '/') {
        char here[4096];
        if (!getcwd(here, sizeof here)) return false;
        sk_strbuf_append_cstr(out, here);
        sk_strbuf_append_char(out, '/');
        if (!strncmp(path, "./", 2)) path += 2;
    }
    return sk_strbuf_append_cstr(out, path);
}

// Beside the source, or under sys.pycache_prefix.
static bool main_place(const char *source, const char *suffix, SkStrBuf *out) {
    const char *slash = strrchr(source, '/'), *stem = slash ? slash + 1 : source, *dot = strrchr(stem, '.');
    size_t folder = (size_t)(stem - source), n = dot ? (size_t)(dot - stem) : strlen(stem);
    SK_AUTO SkValue prefix = sk_sys_get("pycache_prefix");
    if (sk_is_str(prefix)) {
        SK_AUTO_UTF8 SkUtf8 u = sk_str_fs(prefix);
        if (!u.text) return false;
        sk_strbuf_append_cstr(out, u.text);
        SkStrBuf full;
        sk_strbuf_init(&full);
        bool ok = make_absolute(source, &full);
        const char *end = ok ? strrchr(sk_strbuf_cstr(&full), '/') : NULL;
        if (end) sk_strbuf_append(out, full.data, (size_t)(end + 1 - full.data));
        sk_strbuf_free(&full);
        if (!end) return false;
    } else {
        sk_strbuf_append(out, source, folder);
        sk_strbuf_append_cstr(out, "__pycache__/");
    }
    sk_strbuf_append(out, stem, n);
    return sk_strbuf_append_cstr(out, suffix);
}

// $XDG_CACHE_HOME/skein or ~/.cache/skein, by a hash of the path.
static bool user_place(const char *source, const char *suffix, SkStrBuf *out) {
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (cache && *cache == '/') sk_strbuf_append_cstr(out, cache);
    else if (home && *home == '/') sk_strbuf_printf(out, "%s/.cache", home);
    else return false;
    SkStrBuf full;
    sk_strbuf_init(&full);
    bool ok = make_absolute(source, &full);
    uint64_t h = ok ? sk_siphash13(0, 0, full.data, full.len) : 0;
    const char *slash = strrchr(source, '/'), *stem = slash ? slash + 1 : source, *dot = strrchr(stem, '.');
    sk_strbuf_free(&full);
    return ok && sk_strbuf_printf(out, "/skein/%.*s-%016llx%s", dot ? (int)(dot - stem) : (int)strlen(stem), stem,
                                  (unsigned long long)h, suffix);
}

SkValue sk_cache_path(SkValue file) {
    char suffix[128];
    SK_AUTO_UTF8 SkUtf8 source = sk_str_fs(file);
    if (!source.text) return SK_EMPTY;
    SkStrBuf path;
    sk_strbuf_init(&path);
    bool ok = suffix_of(sk_default_compile_options().optimize, suffix, sizeof suffix) && main_place(source.text, suffix, &path);
    SkValue v = ok ? sk_str_from_fs(path.data, path.len) : sk_error_occurred() ? SK_EMPTY : SK_NONE;
    sk_strbuf_free(&path);
    return v;
}

// ---- reading and writing it ------------------------------------------------------------------------------------------------

enum { HEAD = 16 };

static void put_u32(uint8_t *p, uint32_t v) {
    for (int i = 0; i < 4; i++) p[i] = (uint8_t)(v >> 8 * i);
}
static uint32_t get_u32(const uint8_t *p) { return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24; }

// A file checked by hash agrees with the source.
static bool hash_agrees(const uint8_t *head, const char *source) {
    uint8_t magic[4];
    sk_code_cache_magic(magic);
    sk_thread_detach();
    size_t n = 0;
    char *text = read_detached(source, &n);
    sk_thread_attach();
    uint64_t h = text ? sk_siphash13(get_u32(magic), 0, text, n) : 0;
    bool same = text != NULL;
    for (int i = 0; i < 8; i++) same = same && head[8 + i] == (uint8_t)(h >> 8 * i);
    sk_free(text);
    return same;
}

// The code, or SK_EMPTY without an exception.
static SkValue read_cache(SkStrBuf *path, const char *source, const struct stat *st, SkValue file) {
    if (path->oom) return SK_EMPTY;
    size_t len = 0;
    sk_thread_detach();
    char *data = read_detached(sk_strbuf_cstr(path), &len);
    sk_thread_attach();
    if (!data) return SK_EMPTY;
    uint8_t magic[4], *head = (uint8_t *)data;
    sk_code_cache_magic(magic);
    SkValue code = SK_EMPTY;
    bool good = len > HEAD && !memcmp(head, magic, 4) && get_u32(head + 4) <= 3;
    if (good) {
        uint32_t flags = get_u32(head + 4);
        if (!flags) good = get_u32(head + 8) == (uint32_t)st->st_mtime && get_u32(head + 12) == (uint32_t)st->st_size;
        else if (flags == 3) good = hash_agrees(head, source);
        else good = flags == 1;
    }
    if (good) {
        SkMarshalSource from = {.at = head + HEAD, .end = head + len, .allow_code = true, .immortal_constants = true, .filename = file};
        code = sk_marshal_read(&from);
        if (sk_is_empty(code)) sk_error_clear();
        else if (!sk_has_index(code, SK_T_CODE)) {
            sk_release(code);
            code = SK_EMPTY;
        }
    }
    sk_free(data);
    return code;
}

SkValue sk_load_compiled_code(SkValue file) {
    SK_AUTO_UTF8 SkUtf8 path = sk_str_fs(file);
    size_t len = 0;
    char *data = path.text ? read_all(file, path.text, &len) : NULL;
    if (!data) return SK_EMPTY;
    uint8_t magic[4];
    sk_code_cache_magic(magic);
    SkValue code = SK_EMPTY;
    if (len <= HEAD || memcmp(data, magic, 4)) {
        sk_raise(sk_exc_RuntimeError, "Bad magic number in .pyc file");
    } else {
        SkMarshalSource from = {.at = (uint8_t *)data + HEAD, .end = (uint8_t *)data + len, .allow_code = true, .immortal_constants = true};
        code = sk_marshal_read(&from);
        if (!sk_is_empty(code) && !sk_has_index(code, SK_T_CODE)) {
            sk_release(code);
            code = sk_raise(sk_exc_RuntimeError, "Bad code object in .pyc file");
        }
    }
    sk_free(data);
    return code;
}

// Makes the folders above a path. False with errno set.
static bool make_folders(char *path, mode_t mode) {
    char *last = strrchr(path, '/');
    if (!last || last == path) return true;
    *last = 0;
    bool ok = mkdir(path, mode) == 0 || errno == EEXIST;
    if (!ok && errno == ENOENT) ok = make_folders(path, mode) && (mkdir(path, mode) == 0 || errno == EEXIST);
    *last = '/';
    return ok;
}

// False with errno set. Requires: detached.
static bool write_cache(SkStrBuf *path, const SkStrBuf *content, mode_t mode, mode_t folder_mode) {
    static _Atomic unsigned counter;
    char *target = path->data;
    SkStrBuf temporary;
    sk_strbuf_init(&temporary);
    sk_strbuf_printf(&temporary, "%s.%ld.%u", target, (long)getpid(), sk_add_relaxed(&counter, 1));
    const char *name = sk_strbuf_cstr(&temporary);
    int fd = temporary.oom ? -1 : open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0 && !temporary.oom && errno == ENOENT && make_folders(target, folder_mode))
        fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    bool ok = fd >= 0;
    for (size_t done = 0; ok && done < content->len;) {
        ssize_t n = write(fd, content->data + done, content->len - done);
        if (n < 0 && errno == EINTR) continue;
        ok = n > 0;
        if (ok) done += (size_t)n;
    }
    int error = errno;
    if (fd >= 0 && close(fd) < 0) ok = false;
    if (ok && rename(name, target) < 0) {
        ok = false;
        error = errno;
    }
    if (fd >= 0 && !ok) unlink(name);
    sk_strbuf_free(&temporary);
    errno = error;
    return ok;
}

static void save(SkValue code, const char *source, const char *suffix, const struct stat *st, SkStrBuf *main_path) {
    SkStrBuf content, user_path;
    sk_strbuf_init(&content);
    sk_strbuf_init(&user_path);
    uint8_t head[HEAD] = {0};
    sk_code_cache_magic(head);
    put_u32(head + 8, (uint32_t)st->st_mtime);
    put_u32(head + 12, (uint32_t)st->st_size);
    sk_strbuf_append(&content, head, HEAD);
    bool user = user_place(source, suffix, &user_path) && !user_path.oom;
    if (!sk_marshal_write(&content, code, SK_MARSHAL_VERSION, true)) {
        sk_error_clear();
    } else {
        sk_strbuf_cstr(main_path);
        sk_strbuf_cstr(&user_path);
        sk_thread_detach();
        mode_t mode = (st->st_mode & 0666) | 0200;
        // Nothing depends on its success.
        if (!write_cache(main_path, &content, mode, 0777) && user && (errno == EACCES || errno == EROFS || errno == EPERM))
            (void)!write_cache(&user_path, &content, 0600, 0700);
        sk_thread_attach();
    }
    sk_strbuf_free(&content);
    sk_strbuf_free(&user_path);
}

static SkValue compile_file(SkValue file, const char *path, SkCompileOptions *options) {
    size_t len;
    char *bytes = read_all(file, path, &len);
    if (!bytes) return SK_EMPTY;
    options->immortal_constants = true;
    SkValue code = sk_compile_bytes(bytes, len, file, SK_PARSE_EXEC, options);
    sk_free(bytes);
    return code;
}

SkValue sk_load_source_code(SkValue file) {
    SK_AUTO_UTF8 SkUtf8 source = sk_str_fs(file);
    if (!source.text) return SK_EMPTY;
    SkCompileOptions options = sk_default_compile_options();
    char suffix[128];
    struct stat st;
    if (!suffix_of(options.optimize, suffix, sizeof suffix) || stat(source.text, &st) < 0) return compile_file(file, source.text, &options);
    SkStrBuf path;
    sk_strbuf_init(&path);
    bool cached = main_place(source.text, suffix, &path) && !path.oom;
    sk_error_clear();
    SkValue code = cached ? read_cache(&path, source.text, &st, file) : SK_EMPTY;
    if (sk_is_empty(code)) {
        SkStrBuf user;
        sk_strbuf_init(&user);
        if (user_place(source.text, suffix, &user)) code = read_cache(&user, source.text, &st, file);
        sk_strbuf_free(&user);
    }
    if (sk_is_empty(code)) {
        code = compile_file(file, source.text, &options);
        SK_AUTO SkValue no_writing = sk_is_empty(code) ? SK_EMPTY : sk_sys_get("dont_write_bytecode");
        bool write = cached && !sk_is_empty(code) && !sk_is_empty(no_writing) && sk_truth(no_writing) == 0;
        if (write) save(code, source.text, suffix, &st, &path);
    }
    sk_strbuf_free(&path);
    return code;
}
