// _ssl: the streams that the library reads and writes, and MemoryBIO.
#include "modules/dynamic/ssl/_ssl.h"

#include <string.h>
#include <sys/socket.h>

#include "modules/arguments.h"
#include "objects/native.h"

// ---- memory ----------------------------------------------------------------------------------------------------------------------

static size_t memory_take(SkSslMemory *m, void *to, size_t n) {
    pthread_mutex_lock(&m->mutex);
    if (n > m->length) n = m->length;
    if (n) memcpy(to, m->data + m->start, n);
    m->start += n;
    m->length -= n;
    if (!m->length) m->start = 0;
    pthread_mutex_unlock(&m->mutex);
    return n;
}

static bool memory_put(SkSslMemory *m, const void *from, size_t n) {
    bool ok = true;
    pthread_mutex_lock(&m->mutex);
    if (m->start + m->length + n > m->capacity) {
        if (m->start) memmove(m->data, m->data + m->start, m->length);
        m->start = 0;
        if (m->length + n > m->capacity) {
            size_t capacity = (m->length + n) * 2;
            char *data = sk_realloc(m->data, capacity);
            ok = data != NULL;
            if (ok) {
                m->data = data;
                m->capacity = capacity;
            }
        }
    }
    if (ok && n) memcpy(m->data + m->start + m->length, from, n);
    if (ok) m->length += n;
    pthread_mutex_unlock(&m->mutex);
    return ok;
}

static size_t memory_pending(SkSslMemory *m, bool *ended) {
    pthread_mutex_lock(&m->mutex);
    size_t n = m->length;
    *ended = m->eof_written && n == 0;
    pthread_mutex_unlock(&m->mutex);
    return n;
}

// ---- streams, for the library: the thread may be detached ------------------------------------------------------------------------

static int stream_read(BIO *b, char *to, int n) {
    SkSslStream *s = BIO_get_data(b);
    BIO_clear_retry_flags(b);
    if (n <= 0) return 0;
    if (s->memory) {
        bool ended;
        size_t got = memory_take(s->memory, to, (size_t)n);
        if (got) return (int)got;
        memory_pending(s->memory, &ended);
        s->eof = ended;
        if (ended) return 0;
        BIO_set_retry_read(b);
        return -1;
    }
    ssize_t got;
    do got = recv(s->fd, to, (size_t)n, MSG_DONTWAIT);
    while (got < 0 && errno == EINTR);
    s->error = got < 0 ? errno : 0;
    s->eof = got == 0;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) BIO_set_retry_read(b);
    return (int)got;
}

static int stream_write(BIO *b, const char *from, int n) {
    SkSslStream *s = BIO_get_data(b);
    BIO_clear_retry_flags(b);
    if (n <= 0) return 0;
    if (s->memory) return memory_put(s->memory, from, (size_t)n) ? n : -1;
    ssize_t put;
    do put = send(s->fd, from, (size_t)n, MSG_DONTWAIT | MSG_NOSIGNAL);
    while (put < 0 && errno == EINTR);
    s->error = put < 0 ? errno : 0;
    if (put < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) BIO_set_retry_write(b);
    return (int)put;
}

static long stream_ctrl(BIO *b, int command, long number SK_UNUSED, void *p SK_UNUSED) {
    SkSslStream *s = BIO_get_data(b);
    bool ended;
    switch (command) {
    case BIO_CTRL_FLUSH:
    case BIO_CTRL_DUP: return 1;
    case BIO_CTRL_EOF: return s->eof;
    case BIO_CTRL_PENDING: return s->memory ? (long)memory_pending(s->memory, &ended) : 0;
    default: return 0;
    }
}

static int stream_create(BIO *b) {
    BIO_set_init(b, 1);
    return 1;
}

static BIO_METHOD *method;   // set once

static void make_method(void) {
    BIO_METHOD *m = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "skein");
    if (!m) return;
    BIO_meth_set_read(m, stream_read);
    BIO_meth_set_write(m, stream_write);
    BIO_meth_set_ctrl(m, stream_ctrl);
    BIO_meth_set_create(m, stream_create);
    method = m;
}

BIO *sk_ssl_bio_new(SkSslStream *stream) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_method);
    BIO *b = method ? BIO_new(method) : NULL;
    if (b) BIO_set_data(b, stream);
    return b;
}

// ---- MemoryBIO -------------------------------------------------------------------------------------------------------------------

static void memory_destroy(SkObject *o) {
    SkSslMemory *m = (SkSslMemory *)o;
    pthread_mutex_destroy(&m->mutex);
    sk_free(m->data);
    sk_instance_free(o, 0);
}

static SkValue memory_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    if (!sk_bind("MemoryBIO", "()", &sig, args, nargs, kwnames, NULL)) return SK_EMPTY;
    SkSslMemory *m = (SkSslMemory *)sk_type_alloc(type, 0);
    if (!m) return SK_EMPTY;
    pthread_mutex_init(&m->mutex, NULL);
    return sk_counted(m);
}

static SkValue memory_read(SkValue self, const SkValue *a) {
    SkSslMemory *m = sk_as_ssl_memory(self);
    int n;
    bool ended;
    if (!sk_int_argument(a[0], -1, &n)) return SK_EMPTY;
    size_t there = memory_pending(m, &ended);
    if (n < 0 || (size_t)n > there) n = (int)(there > INT32_MAX ? INT32_MAX : there);
    SkBytes *b = sk_bytes_new((size_t)n);
    return b ? sk_bytes_truncate(b, memory_take(m, b->data, (size_t)n)) : SK_EMPTY;
}

static SkValue memory_write(SkValue self, SkValue data) {
    SkSslMemory *m = sk_as_ssl_memory(self);
    SK_AUTO_BUFFER SkBuffer view = {0};
    if (!sk_buffer_get(data, &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    if (view.length > INT32_MAX) return sk_raise(sk_exc_OverflowError, "string longer than %d bytes", INT32_MAX);
    pthread_mutex_lock(&m->mutex);
    bool ended = m->eof_written;
    pthread_mutex_unlock(&m->mutex);
    if (ended) return sk_raise(&sk_ssl_error_type, "cannot write() after write_eof()");
    return memory_put(m, view.data, (size_t)view.length) ? sk_from_small_int(view.length) : sk_raise_memory();
}

static SkValue memory_write_eof(SkValue self) {
    SkSslMemory *m = sk_as_ssl_memory(self);
    pthread_mutex_lock(&m->mutex);
    m->eof_written = true;
    pthread_mutex_unlock(&m->mutex);
    return SK_NONE;
}

static SkValue get_pending(SkValue self, void *c SK_UNUSED) {
    bool ended;
    return sk_from_small_int((int64_t)memory_pending(sk_as_ssl_memory(self), &ended));
}
static SkValue get_eof(SkValue self, void *c SK_UNUSED) {
    bool ended;
    memory_pending(sk_as_ssl_memory(self), &ended);
    return sk_bool(ended);
}

static const SkMethodDef methods[] = {
    {"read", SK_SIG, .sig_fn = memory_read, .sig = "(size=-1, /)", .doc = "Read up to size bytes from the memory BIO.\n\nIf size is not specified, read the entire buffer.\nIf the return value is an empty bytes instance, this means either\nEOF or that no data is available. Use the \"eof\" property to\ndistinguish between the two."},
    {"write", SK_ONEARG, .onearg = memory_write, .sig = "(b, /)", .doc = "Writes the bytes b into the memory BIO.\n\nReturns the number of bytes written."},
    {"write_eof", SK_NOARGS, .noargs = memory_write_eof, .sig = "()", .doc = "Write an EOF marker to the memory BIO.\n\nWhen all data has been read, the \"eof\" property will be True."},
    {0},
};
static const SkGetSetDef getset[] = {
    {"pending", get_pending, NULL, "The number of bytes pending in the memory BIO.", NULL},
    {"eof", get_eof, NULL, "Whether the memory BIO is at EOF.", NULL},
    {0},
};

SkType sk_ssl_memory_type = {
    SK_TYPE_HEAD(0, sizeof(SkSslMemory), NULL, NULL, memory_destroy),
    .name = "_ssl.MemoryBIO",
    .flags = SK_TF_BASE,
    .new_ = memory_new,
    .methods = methods,
    .getset = getset,
};
