// mmap: files in memory.
//
// The mapping lies in a counted record. Who works on the memory holds the record, so that no other thread's close() or
// resize() takes it away: close() forgets the record, and the last hold unmaps it. Exported buffers keep close() from
// succeeding, as the memory they name must stay. Bytes are read and written without a lock
// (base/racy.h): other processes would not take it.
#include <stddef.h>
#include <sys/mman.h>

#include "base/racy.h"
#include "modules/posix.h"
#include "objects/slice.h"

enum { ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY };

typedef struct {
    char *data;
    size_t size;
    int fd;              // -1: none
    uint32_t holds;      // under the object's lock: the object's own, and one a method at work or an exported buffer
} Mapping;

typedef struct {
    SkObject header;
    Mapping *map;        // NULL: closed. Under the lock, as are:
    size_t pos;
    int64_t exports;
    int64_t offset;      // immutable, as are:
    int access;
    bool track, shared_anonymous;
} Mmap;

static Mmap *as_mmap(SkValue v) { return (Mmap *)sk_ptr(v); }
static bool closed_error(void) { return sk_raise_false(sk_exc_ValueError, "mmap closed or invalid"); }

typedef struct {
    Mmap *self;
    Mapping *map;
    size_t pos;
} Hold;

static bool hold(SkValue v, Hold *h) {
    Mmap *m = as_mmap(v);
    sk_lock(&m->header);
    if (m->map) {
        m->map->holds++;
        *h = (Hold){m, m->map, m->pos};
    }
    sk_unlock(&m->header);
    return h->map || closed_error();
}
static void drop(Mmap *m, Mapping *map) {
    sk_lock(&m->header);
    bool last = --map->holds == 0;
    sk_unlock(&m->header);
    if (!last) return;
    int e = errno;
    sk_thread_detach();
    if (map->data) munmap(map->data, map->size);
    if (map->fd >= 0) close(map->fd);
    sk_thread_attach();
    sk_free(map);
    errno = e;
}
static void release_hold(Hold *h) {
    if (h->map) drop(h->self, h->map);
}
#define AUTO_HOLD SK_CLEANUP(release_hold)

static bool writable(SkValue v) {
    return as_mmap(v)->access != ACCESS_READ || sk_raise_false(sk_exc_TypeError, "mmap can't modify a readonly memory map.");
}

// Takes up to n bytes (all that is left for n < 0) at the position, which moves on.
static size_t advance(Hold *h, int64_t n) {
    Mmap *m = h->self;
    sk_lock(&m->header);
    h->pos = m->pos;
    size_t left = m->pos < h->map->size ? h->map->size - m->pos : 0, take = n < 0 || (uint64_t)n > left ? left : (size_t)n;
    m->pos += take;
    sk_unlock(&m->header);
    return take;
}

// ---- making and closing -----------------------------------------------------------------------------------------------------------

static bool choose(int access_arg, int *flags, int *prot, int *access) {
    *access = access_arg;
    if (*access != ACCESS_DEFAULT && (*flags != MAP_SHARED || *prot != (PROT_READ | PROT_WRITE)))
        return sk_raise_false(sk_exc_ValueError, "mmap can't specify both access and flags, prot.");
    switch (*access) {
    case ACCESS_READ: *prot = PROT_READ; return true;
    case ACCESS_WRITE: return true;
    case ACCESS_COPY: *flags = MAP_PRIVATE; return true;
    case ACCESS_DEFAULT:
        if (!(*prot & PROT_WRITE)) *access = ACCESS_READ;
        else if (!(*prot & PROT_READ)) *access = ACCESS_WRITE;
        return true;
    default: return sk_raise_false(sk_exc_ValueError, "mmap invalid access parameter.");
    }
}

// The length to be mapped of a regular file.
static bool fit_file(int fd, int64_t offset, int64_t *length) {
    struct stat st;
    if (fd == -1 || SK_DETACHED(fstat(fd, &st)) < 0 || !S_ISREG(st.st_mode)) return true;
    if (*length) return (offset <= st.st_size && st.st_size - offset >= *length) || sk_raise_false(sk_exc_ValueError, "mmap length is greater than file size");
    if (st.st_size == 0) return sk_raise_false(sk_exc_ValueError, "cannot mmap an empty file");
    if (offset >= st.st_size) return sk_raise_false(sk_exc_ValueError, "mmap offset is greater than file size");
    *length = st.st_size - offset;
    return true;
}

static SkValue mmap_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[7];
    int fd, flags, prot, access;
    int64_t length, offset = 0;
    bool track;
    if (!sk_bind("mmap", "(fileno, length, flags=MAP_SHARED, prot=PROT_READ|PROT_WRITE, access=ACCESS_DEFAULT, offset=0, *, trackfd=True)", &sig, args,
                 nargs, kwnames, a))
        return SK_EMPTY;
    if (!sk_as_int(a[0], &fd) || !sk_index_as_int64(a[1], &length, sk_exc_OverflowError) || !sk_optional_int(a[2], MAP_SHARED, &flags) ||
        !sk_optional_int(a[3], PROT_READ | PROT_WRITE, &prot) || !sk_optional_int(a[4], ACCESS_DEFAULT, &access) ||
        (!sk_is_empty(a[5]) && !sk_as_int64(a[5], &offset)) || !sk_flag(a[6], true, &track))
        return SK_EMPTY;
    if (length < 0) return sk_raise(sk_exc_OverflowError, "memory mapped length must be positive");
    if (offset < 0) return sk_raise(sk_exc_OverflowError, "memory mapped offset must be positive");
    if (!choose(access, &flags, &prot, &access) || !fit_file(fd, offset, &length)) return SK_EMPTY;
    Mmap *m = (Mmap *)sk_type_alloc(type, 0);
    if (!m) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(m);
    Mapping *map = sk_calloc(1, sizeof *map);
    if (!map) return sk_raise_memory();
    *map = (Mapping){NULL, (size_t)length, -1, 1};
    m->map = map;
    m->offset = offset;
    m->access = access;
    m->track = track;
    if (fd == -1) flags |= MAP_ANONYMOUS;
    m->shared_anonymous = fd == -1 && (flags & MAP_SHARED);
    if (fd != -1 && track && (map->fd = SK_DETACHED(fcntl(fd, F_DUPFD_CLOEXEC, 0))) < 0) return sk_raise_errno(SK_EMPTY);
    void *data = SK_DETACHED(mmap(NULL, map->size, prot, flags, fd, offset));
    if (data == MAP_FAILED) return sk_raise_errno(SK_EMPTY);
    map->data = data;
    return sk_move(&v);
}

static Mapping *take(Mmap *m) {
    sk_lock(&m->header);
    Mapping *map = m->exports ? NULL : m->map;
    if (map) m->map = NULL;
    sk_unlock(&m->header);
    return map;
}
static SkValue mmap_close(SkValue v) {
    Mmap *m = as_mmap(v);
    Mapping *map = take(m);
    if (map) drop(m, map);
    sk_lock(&m->header);
    bool open = m->map;
    sk_unlock(&m->header);
    return open ? sk_raise(sk_exc_BufferError, "cannot close exported pointers exist") : SK_NONE;
}
static void mmap_destroy(SkObject *o) {
    Mapping *map = take((Mmap *)o);
    if (map) drop((Mmap *)o, map);
    sk_instance_free(o, 0);
}

// ---- reading and writing ------------------------------------------------------------------------------------------------------------

static SkValue mmap_read(SkValue v, const SkValue *a, size_t nargs) {
    int64_t n = -1;
    AUTO_HOLD Hold h = {0};
    if (!sk_check_nargs("read", nargs, 0, 1)) return SK_EMPTY;
    if (nargs && !sk_is_none(a[0])) {
        if (!sk_has_index_method(a[0])) return sk_raise(sk_exc_TypeError, "argument should be integer or None, not '%.200T'", a[0]);
        if (!sk_index_as_int64(a[0], &n, sk_exc_OverflowError)) return SK_EMPTY;
    }
    if (!hold(v, &h)) return SK_EMPTY;
    size_t take = advance(&h, n);
    return sk_bytes_from_racy(h.map->data + h.pos, take);
}
static SkValue mmap_read_byte(SkValue v) {
    AUTO_HOLD Hold h = {0};
    if (!hold(v, &h)) return SK_EMPTY;
    if (!advance(&h, 1)) return sk_raise(sk_exc_ValueError, "read byte out of range");
    return sk_from_small_int(sk_racy_byte(h.map->data + h.pos));
}
static SkValue mmap_readline(SkValue v) {
    AUTO_HOLD Hold h = {0};
    if (!hold(v, &h)) return SK_EMPTY;
    size_t left = h.pos < h.map->size ? h.map->size - h.pos : 0;
    size_t line = 0;
    while (line < left && sk_racy_byte(h.map->data + h.pos + line++) != '\n') continue;
    // The position may have moved meanwhile: then the line is what lies there up to that length.
    size_t take = advance(&h, (int64_t)line);
    return sk_bytes_from_racy(h.map->data + h.pos, take);
}
static SkValue mmap_write(SkValue v, SkValue arg) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    AUTO_HOLD Hold h = {0};
    if (!sk_buffer_get(arg, &view, SK_BUF_LIVE) || !hold(v, &h) || !writable(v)) return SK_EMPTY;
    size_t n = (size_t)view.length;
    sk_lock(&h.self->header);
    h.pos = h.self->pos;
    bool fits = h.pos <= h.map->size && h.map->size - h.pos >= n;
    if (fits) h.self->pos += n;
    sk_unlock(&h.self->header);
    if (!fits) return sk_raise(sk_exc_ValueError, "data out of range");
    sk_racy_copy(h.map->data + h.pos, view.data, n);
    return sk_int_from_int64(view.length);
}
static SkValue mmap_write_byte(SkValue v, SkValue arg) {
    int64_t byte;
    AUTO_HOLD Hold h = {0};
    if (!sk_as_int64(arg, &byte)) return SK_EMPTY;
    if (byte < 0) return sk_raise(sk_exc_OverflowError, "unsigned byte integer is less than minimum");
    if (byte > 255) return sk_raise(sk_exc_OverflowError, "unsigned byte integer is greater than maximum");
    if (!hold(v, &h) || !writable(v)) return SK_EMPTY;
    if (!advance(&h, 1)) return sk_raise(sk_exc_ValueError, "write byte out of range");
    sk_racy_set_byte(h.map->data + h.pos, (uint8_t)byte);
    return SK_NONE;
}

static int64_t clip(int64_t i, int64_t n) {
    if (i < 0) i += n;
    return i < 0 ? 0 : i > n ? n : i;
}
static bool same_bytes(const char *p, const char *needle, int64_t n) {
    for (int64_t i = 0; i < n; i++)
        if ((char)sk_racy_byte(p + i) != needle[i]) return false;
    return true;
}
// By blocks, each of which is copied first and overlaps the next one by all but one byte of the needle.
static int64_t search_forwards(const char *data, int64_t start, int64_t end, const char *needle, int64_t n) {
    char block[8192];
    if (n > (int64_t)sizeof block / 2) {
        for (int64_t i = start; i <= end - n; i++)
            if (same_bytes(data + i, needle, n)) return i;
        return -1;
    }
    for (int64_t at = start;; at += (int64_t)sizeof block - n + 1) {
        int64_t size = end - at < (int64_t)sizeof block ? end - at : (int64_t)sizeof block;
        if (size < n) return -1;
        sk_racy_copy(block, data + at, (size_t)size);
        const char *found = memmem(block, (size_t)size, needle, (size_t)n);
        if (found) return at + (found - block);
        if (at + size == end) return -1;
    }
}
static SkValue search(SkValue v, const char *function, const SkValue *a, size_t nargs, bool backwards) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    AUTO_HOLD Hold h = {0};
    if (!sk_check_nargs(function, nargs, 1, 3) || !sk_buffer_get(a[0], &view, SK_BUF_SIMPLE) || !hold(v, &h)) return SK_EMPTY;
    int64_t size = (int64_t)h.map->size, start = (int64_t)h.pos, end = size;
    if (nargs > 1 && !sk_is_none(a[1]) && !sk_index_as_int64(a[1], &start, sk_exc_OverflowError)) return SK_EMPTY;
    if (nargs > 2 && !sk_is_none(a[2]) && !sk_index_as_int64(a[2], &end, sk_exc_OverflowError)) return SK_EMPTY;
    start = clip(start, size);
    end = clip(end, size);
    int64_t n = view.length;
    if (end - start < n || end < start) return sk_from_small_int(-1);
    int64_t found = -1;
    sk_thread_detach();
    if (!backwards) found = search_forwards(h.map->data, start, end, view.data, n);
    else
        for (int64_t i = end - n; i >= start && found < 0; i--)
            if (same_bytes(h.map->data + i, view.data, n)) found = i;
    sk_thread_attach();
    return sk_int_from_int64(found);
}
static SkValue mmap_find(SkValue v, const SkValue *a, size_t n) { return search(v, "find", a, n, false); }
static SkValue mmap_rfind(SkValue v, const SkValue *a, size_t n) { return search(v, "rfind", a, n, true); }

static SkValue mmap_move(SkValue v, const SkValue *a, size_t n) {
    int64_t to, from, count;
    AUTO_HOLD Hold h = {0};
    if (!sk_check_nargs("move", n, 3, 3) || !sk_index_as_int64(a[0], &to, sk_exc_OverflowError) || !sk_index_as_int64(a[1], &from, sk_exc_OverflowError) ||
        !sk_index_as_int64(a[2], &count, sk_exc_OverflowError) || !hold(v, &h) || !writable(v))
        return SK_EMPTY;
    int64_t size = (int64_t)h.map->size;
    if (to < 0 || from < 0 || count < 0 || size - to < count || size - from < count)
        return sk_raise(sk_exc_ValueError, "source, destination, or count out of range");
    sk_racy_copy(h.map->data + to, h.map->data + from, (size_t)count);
    return SK_NONE;
}

// ---- position and size ---------------------------------------------------------------------------------------------------------------

static SkValue mmap_tell(SkValue v) {
    AUTO_HOLD Hold h = {0};
    return hold(v, &h) ? sk_int_from_int64((int64_t)h.pos) : SK_EMPTY;
}
static SkValue mmap_seek(SkValue v, const SkValue *a, size_t n) {
    int64_t to;
    int whence = 0;
    AUTO_HOLD Hold h = {0};
    if (!sk_check_nargs("seek", n, 1, 2) || !sk_index_as_int64(a[0], &to, sk_exc_OverflowError) || (n > 1 && !sk_as_int(a[1], &whence)) || !hold(v, &h))
        return SK_EMPTY;
    if (whence < 0 || whence > 2) return sk_raise(sk_exc_ValueError, "unknown seek type");
    sk_lock(&h.self->header);
    int64_t base = whence == 0 ? 0 : whence == 1 ? (int64_t)h.self->pos : (int64_t)h.map->size, where;
    bool ok = !__builtin_add_overflow(base, to, &where) && where >= 0 && where <= (int64_t)h.map->size;
    if (ok) h.self->pos = (size_t)where;
    sk_unlock(&h.self->header);
    return ok ? sk_int_from_int64(where) : sk_raise(sk_exc_ValueError, "seek out of range");
}
static SkValue mmap_seekable(SkValue v SK_UNUSED) { return SK_TRUE; }
static SkValue mmap_size(SkValue v) {
    AUTO_HOLD Hold h = {0};
    struct stat st;
    if (!hold(v, &h)) return SK_EMPTY;
    if (!h.self->track) return sk_raise(sk_exc_ValueError, "can't get size with trackfd=False");
    return SK_DETACHED(fstat(h.map->fd, &st)) < 0 ? sk_raise_errno(SK_EMPTY) : sk_int_from_int64(st.st_size);
}
static int64_t mmap_len(SkValue v) {
    AUTO_HOLD Hold h = {0};
    return hold(v, &h) ? (int64_t)h.map->size : -1;
}

static SkValue mmap_resize(SkValue v, SkValue arg) {
    int64_t size;
    AUTO_HOLD Hold h = {0};
    if (!sk_index_as_int64(arg, &size, sk_exc_OverflowError) || !hold(v, &h)) return SK_EMPTY;
    Mmap *m = h.self;
    if (!m->track) return sk_raise(sk_exc_ValueError, "mmap can't resize with trackfd=False.");
    if (m->access != ACCESS_WRITE && m->access != ACCESS_DEFAULT) return sk_raise(sk_exc_TypeError, "mmap can't resize a readonly or copy-on-write memory map.");
    if (size < 0 || INT64_MAX - size < m->offset) return sk_raise(sk_exc_ValueError, "new size out of range");
    // The object's own map under this hold: nobody else works on it, and nobody can begin to.
    sk_lock(&m->header);
    bool mine = m->map == h.map && h.map->holds == 2 && !m->exports;
    if (mine) m->map = NULL;
    sk_unlock(&m->header);
    if (!mine) return sk_raise(sk_exc_BufferError, "mmap can't resize with extant buffers exported.");
    sk_thread_detach();
    bool ok = true, expands = m->shared_anonymous && (size_t)size > h.map->size;
    if (expands) ok = false;
    else if (h.map->fd != -1) ok = ftruncate(h.map->fd, m->offset + size) == 0;
    if (ok) {
        void *moved = mremap(h.map->data, h.map->size, (size_t)size, MREMAP_MAYMOVE);
        ok = moved != MAP_FAILED;
        if (ok) h.map->data = moved, h.map->size = (size_t)size;
    }
    int e = errno;
    sk_thread_attach();
    sk_lock(&m->header);
    m->map = h.map;
    sk_unlock(&m->header);
    if (ok) return SK_NONE;
    if (expands) return sk_raise(sk_exc_ValueError, "mmap: can't expand a shared anonymous mapping on Linux");
    errno = e;
    return sk_raise_errno(SK_EMPTY);
}

static SkValue mmap_flush(SkValue v, const SkValue *a, size_t n) {
    int64_t offset = 0, size;
    AUTO_HOLD Hold h = {0};
    if (!sk_check_nargs("flush", n, 0, 2) || !hold(v, &h)) return SK_EMPTY;
    size = (int64_t)h.map->size;
    if ((n > 0 && !sk_index_as_int64(a[0], &offset, sk_exc_OverflowError)) || (n > 1 && !sk_index_as_int64(a[1], &size, sk_exc_OverflowError))) return SK_EMPTY;
    if (n == 1) size -= offset;
    if (size < 0 || offset < 0 || (int64_t)h.map->size - offset < size) return sk_raise(sk_exc_ValueError, "flush values out of range");
    if (h.self->access == ACCESS_READ || h.self->access == ACCESS_COPY) return SK_NONE;
    return sk_done(SK_DETACHED(msync(h.map->data + offset, (size_t)size, MS_SYNC)));
}

static SkValue mmap_madvise(SkValue v, const SkValue *a, size_t n) {
    int option;
    int64_t start = 0, length;
    AUTO_HOLD Hold h = {0};
    if (!sk_check_nargs("madvise", n, 1, 3) || !sk_as_int(a[0], &option) || !hold(v, &h)) return SK_EMPTY;
    int64_t size = (int64_t)h.map->size;
    length = size;
    if ((n > 1 && !sk_index_as_int64(a[1], &start, sk_exc_OverflowError)) || (n > 2 && !sk_index_as_int64(a[2], &length, sk_exc_OverflowError))) return SK_EMPTY;
    if (start < 0 || start >= size) return sk_raise(sk_exc_ValueError, "madvise start out of bounds");
    if (length < 0) return sk_raise(sk_exc_ValueError, "madvise length invalid");
    if (INT64_MAX - start < length) return sk_raise(sk_exc_OverflowError, "madvise length too large");
    if (start + length > size) length = size - start;
    return sk_done(SK_DETACHED(madvise(h.map->data + start, (size_t)length, option)));
}

// ---- items ----------------------------------------------------------------------------------------------------------------------------

static bool index_of(SkValue key, const Hold *h, int64_t *i) {
    if (!sk_index_as_int64(key, i, sk_exc_IndexError)) return false;
    if (*i < 0) *i += (int64_t)h->map->size;
    return (*i >= 0 && *i < (int64_t)h->map->size) || sk_raise_false(sk_exc_IndexError, "mmap index out of range");
}

static SkValue mmap_get(SkValue v, SkValue key) {
    AUTO_HOLD Hold h = {0};
    int64_t i, stop, step;
    if (sk_has_index_method(key)) {
        if (!hold(v, &h) || !index_of(key, &h, &i)) return SK_EMPTY;
        return sk_from_small_int(sk_racy_byte(h.map->data + i));
    }
    if (!sk_is_slice(key)) return sk_raise(sk_exc_TypeError, "mmap indices must be integers");
    if (!sk_slice_unpack(key, &i, &stop, &step) || !hold(v, &h)) return SK_EMPTY;
    int64_t n = sk_slice_adjust((int64_t)h.map->size, &i, &stop, step);
    if (step == 1) return sk_bytes_from_racy(h.map->data + i, n > 0 ? (size_t)n : 0);
    SkBytes *b = sk_bytes_new(n > 0 ? (size_t)n : 0);
    if (!b) return SK_EMPTY;
    for (int64_t k = 0; k < n; k++) b->data[k] = (char)sk_racy_byte(h.map->data + i + k * step);
    return sk_counted(b);
}
// For iteration: bytes of length one.
static SkValue mmap_item(SkValue v, int64_t i) {
    AUTO_HOLD Hold h = {0};
    if (!hold(v, &h)) return SK_EMPTY;
    if (i < 0 || i >= (int64_t)h.map->size) return sk_raise(sk_exc_IndexError, "mmap index out of range");
    return sk_bytes_from_racy(h.map->data + i, 1);
}
static bool mmap_set(SkValue v, SkValue key, SkValue value) {
    AUTO_HOLD Hold h = {0};
    int64_t i, stop, step, byte;
    if (sk_has_index_method(key)) {
        if (!hold(v, &h) || !writable(v) || !index_of(key, &h, &i)) return false;
        if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "mmap doesn't support item deletion");
        if (!sk_has_index_method(value)) return sk_raise_false(sk_exc_TypeError, "mmap item value must be an int");
        if (!sk_index_as_int64(value, &byte, sk_exc_TypeError)) return false;
        if (byte < 0 || byte > 255) return sk_raise_false(sk_exc_ValueError, "mmap item value must be in range(0, 256)");
        sk_racy_set_byte(h.map->data + i, (uint8_t)byte);
        return true;
    }
    if (!sk_is_slice(key)) return sk_raise_false(sk_exc_TypeError, "mmap indices must be integers");
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (sk_is_empty(value)) return sk_raise_false(sk_exc_TypeError, "mmap doesn't support slice deletion");
    if (!sk_slice_unpack(key, &i, &stop, &step) || !sk_buffer_get(value, &view, SK_BUF_LIVE) || !hold(v, &h) || !writable(v)) return false;
    int64_t n = sk_slice_adjust((int64_t)h.map->size, &i, &stop, step);
    if (view.length != (n > 0 ? n : 0)) return sk_raise_false(sk_exc_IndexError, "mmap slice assignment is wrong size");
    if (step == 1) sk_racy_copy(h.map->data + i, view.data, (size_t)view.length);
    else
        for (int64_t k = 0; k < n; k++) sk_racy_set_byte(h.map->data + i + k * step, sk_racy_byte((const char *)view.data + k));
    return true;
}

// ---- buffers, attributes ------------------------------------------------------------------------------------------------------------

static bool get_buffer(SkValue v, SkBuffer *view, int flags) {
    Hold h = {0};
    if (!hold(v, &h)) return false;
    if (!sk_buffer_fill(view, v, h.map->data, (int64_t)h.map->size, h.self->access == ACCESS_READ, flags)) {
        release_hold(&h);
        return false;
    }
    sk_lock(&h.self->header);
    h.self->exports++;
    sk_unlock(&h.self->header);
    view->internal = h.map;
    view->foreign = true;
    return true;
}
static void release_buffer(SkValue v, SkBuffer *view) {
    Mmap *m = as_mmap(v);
    sk_lock(&m->header);
    m->exports--;
    sk_unlock(&m->header);
    drop(m, view->internal);
}

static bool is_open(SkValue v) {
    Mmap *m = as_mmap(v);
    sk_lock(&m->header);
    bool open = m->map;
    sk_unlock(&m->header);
    return open;
}
static SkValue get_closed(SkValue v, void *closure SK_UNUSED) { return sk_bool(!is_open(v)); }
static SkValue mmap_repr(SkValue v) {
    static const char *const names[] = {"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"};
    AUTO_HOLD Hold h = {0};
    if (!is_open(v) || !hold(v, &h)) {
        sk_error_clear();
        return sk_str_format("<%T closed=True>", v);
    }
    return sk_str_format("<%T closed=False, access=%s, length=%zu, pos=%zu, offset=%lld>", v, names[h.self->access], h.map->size, h.pos, (long long)h.self->offset);
}
static SkValue mmap_enter(SkValue v) {
    AUTO_HOLD Hold h = {0};
    return hold(v, &h) ? sk_dup(v) : SK_EMPTY;
}
static SkValue mmap_exit(SkValue v, const SkValue *a SK_UNUSED, size_t n SK_UNUSED) { return sk_call_method_s(v, "close", NULL, 0); }

static const SkMethodDef methods[] = {
    {"close", SK_NOARGS, .noargs = mmap_close, .sig = "()", .doc = "Unmaps the memory."},
    {"find", SK_FAST, .fast = mmap_find, .doc = "find(sub[, start[, end]]): where sub is first found, from the position on; -1 if not."},
    {"rfind", SK_FAST, .fast = mmap_rfind, .doc = "rfind(sub[, start[, end]]): where sub is found last; -1 if not."},
    {"flush", SK_FAST, .fast = mmap_flush, .doc = "flush([offset[, size]]): writes changes to the file."},
    {"madvise", SK_FAST, .fast = mmap_madvise, .doc = "madvise(option[, start[, length]]): advice to the system."},
    {"move", SK_FAST, .fast = mmap_move, .sig = "(dest, src, count, /)", .doc = "Copies bytes within the memory."},
    {"read", SK_FAST, .fast = mmap_read, .doc = "read([n]): bytes at the position."},
    {"read_byte", SK_NOARGS, .noargs = mmap_read_byte, .sig = "()", .doc = "The byte at the position, as int."},
    {"readline", SK_NOARGS, .noargs = mmap_readline, .sig = "()", .doc = "A line at the position."},
    {"resize", SK_ONEARG, .onearg = mmap_resize, .sig = "(newsize, /)", .doc = "Changes the size of the memory and of the file."},
    {"seek", SK_FAST, .fast = mmap_seek, .doc = "seek(pos[, whence]): sets the position."},
    {"seekable", SK_NOARGS, .noargs = mmap_seekable, .sig = "()", .doc = "True."},
    {"size", SK_NOARGS, .noargs = mmap_size, .sig = "()", .doc = "The size of the file."},
    {"tell", SK_NOARGS, .noargs = mmap_tell, .sig = "()", .doc = "The position."},
    {"write", SK_ONEARG, .onearg = mmap_write, .sig = "(bytes, /)", .doc = "Writes bytes at the position."},
    {"write_byte", SK_ONEARG, .onearg = mmap_write_byte, .sig = "(byte, /)", .doc = "Writes a byte at the position."},
    {"__enter__", SK_NOARGS, .noargs = mmap_enter, .sig = "()", .doc = NULL},
    {"__exit__", SK_FAST, .fast = mmap_exit, .doc = NULL},
    {0},
};
static const SkGetSetDef getset[] = {{"closed", get_closed, NULL, "Whether it is closed.", NULL}, {0}};
static SkType mmap_type = {
    SK_TYPE_HEAD(0, sizeof(Mmap), NULL, NULL, mmap_destroy),
    .name = "mmap.mmap",
    .doc = "mmap(fileno, length[, flags[, prot[, access[, offset[, trackfd]]]]])\n\nMaps length bytes of the file (all for 0) into memory.",
    .flags = SK_TF_BASE | SK_TF_WEAKREF,
    .new_ = mmap_new,
    .repr = mmap_repr,
    .container = {.len = mmap_len, .item = mmap_item, .get_key = mmap_get, .set_key = mmap_set},
    .buffer = {.get = get_buffer, .release = release_buffer},
    .methods = methods,
    .getset = getset,
};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
#define C(name) {#name, name}
    C(ACCESS_DEFAULT), C(ACCESS_READ), C(ACCESS_WRITE), C(ACCESS_COPY), C(PROT_EXEC), C(PROT_READ), C(PROT_WRITE), C(MAP_SHARED), C(MAP_PRIVATE),
    C(MAP_DENYWRITE), C(MAP_EXECUTABLE), C(MAP_ANON), C(MAP_ANONYMOUS), C(MAP_POPULATE), C(MAP_STACK), C(MAP_NORESERVE), C(MAP_32BIT), C(MADV_NORMAL),
    C(MADV_RANDOM), C(MADV_SEQUENTIAL), C(MADV_WILLNEED), C(MADV_DONTNEED), C(MADV_REMOVE), C(MADV_DONTFORK), C(MADV_DOFORK), C(MADV_HWPOISON),
    C(MADV_MERGEABLE), C(MADV_UNMERGEABLE), C(MADV_HUGEPAGE), C(MADV_NOHUGEPAGE), C(MADV_DONTDUMP), C(MADV_DODUMP), C(MADV_FREE),
#undef C
};

static bool exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    long page = sysconf(_SC_PAGESIZE);
    return sk_module_add_int(m, "PAGESIZE", page) && sk_module_add_int(m, "ALLOCATIONGRANULARITY", page) && sk_module_add_type(m, &mmap_type) &&
           sk_module_add(m, "error", sk_type_value(sk_exc_OSError));
}

const SkModuleDef sk_module_mmap = {"mmap", "Files in memory.", NULL, exec};
