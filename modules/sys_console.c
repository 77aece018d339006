// The standard streams while there is no module _io: text goes straight to the descriptor.
#include <errno.h>
#include <unistd.h>

#include "modules/sys_console.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/str.h"
#include "threading/thread.h"

typedef struct {
    SkObject header;
    int fd;
} Console;

static void console_destroy(SkObject *o) { sk_object_free(o, sizeof(Console)); }
static int fd_of(SkValue v) { return ((Console *)sk_ptr(v))->fd; }

static SkValue console_write(SkValue self, SkValue text) {
    if (!sk_is_str(text)) return sk_raise(sk_exc_TypeError, "write() argument must be str, not %T", text);
    SK_AUTO_UTF8 SkUtf8 u = sk_str_wtf8(text);
    if (!u.text) return SK_EMPTY;
    for (size_t done = 0; done < u.len;) {
        sk_thread_detach();
        ssize_t n = write(fd_of(self), u.text + done, u.len - done);
        sk_thread_attach();
        if (n < 0 && errno != EINTR) return sk_raise_errno(SK_EMPTY);
        if (n > 0) done += (size_t)n;
    }
    return sk_int_from_int64((int64_t)sk_str_len(text));
}
static SkValue console_flush(SkValue self) {
    (void)self;
    return SK_NONE;
}
static SkValue console_fileno(SkValue self) { return sk_int_from_int64(fd_of(self)); }
static SkValue console_isatty(SkValue self) { return sk_bool(isatty(fd_of(self))); }
static SkValue console_encoding(SkValue self, void *closure) {
    (void)self, (void)closure;
    return sk_intern_s("utf-8");
}

static const SkMethodDef methods[] = {
    {"write", SK_ONEARG, {.onearg = console_write}, "(text, /)", NULL},
    {"flush", SK_NOARGS, {.noargs = console_flush}, "()", NULL},
    {"fileno", SK_NOARGS, {.noargs = console_fileno}, "()", NULL},
    {"isatty", SK_NOARGS, {.noargs = console_isatty}, "()", NULL},
    {0},
};
static const SkGetSetDef getset[] = {{"encoding", console_encoding, NULL, NULL, NULL}, {0}};

static SkType console_type = {
    SK_TYPE_HEAD(0, sizeof(Console), NULL, NULL, console_destroy),
    .name = "sys.Console",
    .flags = SK_TF_NO_NEW,
    .methods = methods,
    .getset = getset,
};

SkValue sk_console_new(int fd) {
    if (!sk_type_ready(&console_type)) return SK_EMPTY;
    Console *c = (Console *)sk_object_new(&console_type.head, sizeof *c);
    if (!c) return sk_raise_memory();
    c->fd = fd;
    return sk_counted(c);
}
