// select: waiting for descriptors. Objects are looked at only before and after the wait, which is made detached.
#include <math.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <time.h>

#include "modules/posix.h"
#include "objects/float.h"
#include "objects/list.h"

// ---- time outs -------------------------------------------------------------------------------------------------------------------

static int64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

// A time out in units of `unit` nanoseconds: -1 for none. False with an exception.
static bool timeout(SkValue v, double unit, int64_t *ns, const char *message) {
    *ns = -1;
    if (sk_is_empty(v) || sk_is_none(v)) return true;
    double d;
    if (sk_is_float(v)) {
        d = sk_float_value(v);
        if (isnan(d)) return sk_raise_false(sk_exc_ValueError, "Invalid value NaN (not a number)");
    } else {
        int64_t i;
        if (!sk_has_index_method(v)) return sk_raise_false(sk_exc_TypeError, "%s", message);
        if (!sk_index_as_int64(v, &i, sk_exc_OverflowError)) return false;
        d = (double)i;
    }
    d = d < 0 ? -1 : ceil(d * unit);
    if (d >= 0x1p62) return sk_raise_false(sk_exc_OverflowError, "timeout is too large");
    *ns = d < 0 ? -2 : (int64_t)d;
    return true;
}

static int64_t left(int64_t until) {
    int64_t n = until - now_ns();
    return n > 0 ? n : 0;
}

// ---- select() ----------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkValue *items;  // counted
    int *fds;
    size_t n;
    fd_set set;
    int max;
} Wanted;

static void release_wanted(Wanted *w) {
    for (size_t i = 0; i < w->n; i++) sk_release(w->items[i]);
    sk_free(w->items);
    sk_free(w->fds);
}

static bool want(Wanted *w, SkValue item) {
    int fd;
    if (!sk_file_descriptor(item, &fd)) return false;
    if (fd >= FD_SETSIZE) return sk_raise_false(sk_exc_ValueError, "filedescriptor out of range in select()");
    if (w->n == FD_SETSIZE) return sk_raise_false(sk_exc_ValueError, "too many file descriptors in select()");
    w->items[w->n] = sk_retain(item);
    w->fds[w->n++] = fd;
    FD_SET(fd, &w->set);
    if (fd > w->max) w->max = fd;
    return true;
}

// A fileno() method may change the list: what it leaves there counts.
static bool read_wanted(SkValue v, Wanted *w) {
    FD_ZERO(&w->set);
    w->max = -1;
    SK_AUTO SkValue items = sk_is_list(v) ? sk_retain(v) : sk_to_tuple(v);
    if (sk_is_empty(items)) {
        if (sk_error_clear_if(sk_exc_TypeError)) sk_raise(sk_exc_TypeError, "arguments 1-3 must be sequences");
        return false;
    }
    w->items = sk_calloc(FD_SETSIZE, sizeof *w->items);
    w->fds = sk_calloc(FD_SETSIZE, sizeof *w->fds);
    if (!w->items || !w->fds) return sk_raise_memory(), false;
    for (size_t i = 0;; i++) {
        SK_AUTO SkValue item = sk_is_list(items) ? sk_list_get(items, i) : i < sk_tuple_len(items) ? sk_retain(sk_tuple_peek(items, i)) : SK_EMPTY;
        if (sk_is_empty(item)) return true;
        if (!want(w, item)) return false;
    }
}

static SkValue ready(const Wanted *w, const fd_set *set) {
    SkValue list = sk_list_new(0);
    for (size_t i = 0; i < w->n && !sk_is_empty(list); i++) {
        if (!FD_ISSET(w->fds[i], set) || sk_list_append(list, w->items[i])) continue;
        sk_release(list);
        return SK_EMPTY;
    }
    return list;
}

static SkValue do_select(const Wanted *w, int64_t ns) {
    int max = w[0].max > w[1].max ? w[0].max : w[1].max;
    if (w[2].max > max) max = w[2].max;
    int64_t until = ns >= 0 ? now_ns() + ns : 0;
    for (;;) {
        fd_set s[3] = {w[0].set, w[1].set, w[2].set};
        struct timeval t, *tp = NULL;
        if (ns >= 0) {
            int64_t us = (left(until) + 999) / 1000;
            t = (struct timeval){us / 1000000, us % 1000000};
            tp = &t;
        }
        int r = SK_DETACHED(select(max + 1, &s[0], &s[1], &s[2], tp));
        if (r >= 0) {
            SkValue out[3];
            for (int i = 0; i < 3; i++) {
                if (r == 0) FD_ZERO(&s[i]);
                out[i] = ready(&w[i], &s[i]);
                if (sk_is_empty(out[i])) return SK_EMPTY;
            }
            return sk_tuple_steal(out, 3);
        }
        if (errno != EINTR) return sk_raise_errno(SK_EMPTY);
        if (!sk_safepoint_poll()) return SK_EMPTY;
    }
}

static SkValue select_select(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int64_t ns;
    if (!sk_check_nargs("select", n, 3, 4)) return SK_EMPTY;
    if (!timeout(n > 3 ? a[3] : SK_NONE, 1e9, &ns, "timeout must be a float or None")) return SK_EMPTY;
    if (ns == -2) return sk_raise(sk_exc_ValueError, "timeout must be non-negative");
    Wanted w[3];
    memset(w, 0, sizeof w);
    SkValue r = read_wanted(a[0], &w[0]) && read_wanted(a[1], &w[1]) && read_wanted(a[2], &w[2]) ? do_select(w, ns) : SK_EMPTY;
    for (int i = 0; i < 3; i++) release_wanted(&w[i]);
    return r;
}

// ---- poll objects --------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    struct pollfd *fds;     // under the lock, in the order of registration
    size_t n, room;
    _Atomic bool polling;
} Poll;

extern SkType sk_select_poll_type, sk_select_epoll_type;
static Poll *as_poll(SkValue v) { return (Poll *)sk_ptr(v); }

static bool event_mask(SkValue v, unsigned short *out) {
    if (!sk_is_int(v) && !sk_has_index_method(v)) return sk_raise_false(sk_exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
    int64_t n;
    if (!sk_as_int64(v, &n)) return false;
    if (n < 0) return sk_raise_false(sk_exc_ValueError, "value must be positive");
    if (n > 0xffff) return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C unsigned short");
    *out = (unsigned short)n;
    return true;
}

// Sets the events of fd; must: it has to be there. 1, 0 not there, -1 no memory.
static int put(Poll *p, int fd, unsigned short events, bool must) {
    sk_lock(&p->header);
    size_t i = 0;
    while (i < p->n && p->fds[i].fd != fd) i++;
    int r = 1;
    if (i == p->n && must) {
        r = 0;
    } else {
        if (i == p->room) {
            size_t room = p->room ? p->room * 2 : 8;
            struct pollfd *more = sk_realloc(p->fds, room * sizeof *more);
            if (more) p->fds = more, p->room = room;
            else r = -1;
        }
        if (r > 0) {
            p->fds[i] = (struct pollfd){fd, (short)events, 0};
            if (i == p->n) p->n++;
        }
    }
    sk_unlock(&p->header);
    return r;
}

static SkValue poll_register(SkValue self, const SkValue *a, size_t n) {
    int fd;
    unsigned short events = POLLIN | POLLPRI | POLLOUT;
    if (!sk_check_nargs("register", n, 1, 2) || !sk_file_descriptor(a[0], &fd) || (n > 1 && !event_mask(a[1], &events))) return SK_EMPTY;
    return put(as_poll(self), fd, events, false) < 0 ? sk_raise_memory() : SK_NONE;
}
static SkValue poll_modify(SkValue self, const SkValue *a, size_t n) {
    int fd;
    unsigned short events;
    if (!sk_check_nargs("modify", n, 2, 2) || !sk_file_descriptor(a[0], &fd) || !event_mask(a[1], &events)) return SK_EMPTY;
    if (put(as_poll(self), fd, events, true)) return SK_NONE;
    errno = ENOENT;
    return sk_raise_errno(SK_EMPTY);
}
static SkValue poll_unregister(SkValue self, SkValue arg) {
    Poll *p = as_poll(self);
    int fd;
    if (!sk_file_descriptor(arg, &fd)) return SK_EMPTY;
    sk_lock(&p->header);
    size_t i = 0;
    while (i < p->n && p->fds[i].fd != fd) i++;
    bool found = i < p->n;
    if (found) memmove(&p->fds[i], &p->fds[i + 1], (--p->n - i) * sizeof *p->fds);
    sk_unlock(&p->header);
    return found ? SK_NONE : sk_raise_value(sk_exc_KeyError, sk_from_small_int(fd));
}

static SkValue pair(int a, int b) {
    SkValue items[2] = {sk_from_small_int(a), sk_from_small_int(b)};
    return sk_tuple_steal(items, 2);
}

static SkValue poll_wait(struct pollfd *fds, size_t n, int64_t ns) {
    int64_t until = ns >= 0 ? now_ns() + ns : 0;
    int r;
    for (;;) {
        int64_t ms = ns < 0 ? -1 : (left(until) + 999999) / 1000000;
        r = SK_DETACHED(poll(fds, n, ms > INT32_MAX ? INT32_MAX : (int)ms));
        if (r >= 0) break;
        if (errno != EINTR) return sk_raise_errno(SK_EMPTY);
        if (!sk_safepoint_poll()) return SK_EMPTY;
    }
    SkValue list = sk_list_new((size_t)r);
    for (size_t i = 0; i < n && !sk_is_empty(list); i++) {
        if (!fds[i].revents) continue;
        SkValue item = pair(fds[i].fd, fds[i].revents & 0xffff);
        if (!sk_is_empty(item) && sk_list_append_steal(list, item)) continue;
        sk_release(list);
        return SK_EMPTY;
    }
    return list;
}

static SkValue poll_poll(SkValue self, const SkValue *a, size_t nargs) {
    Poll *p = as_poll(self);
    int64_t ns;
    if (!sk_check_nargs("poll", nargs, 0, 1) || !timeout(nargs ? a[0] : SK_NONE, 1e6, &ns, "timeout must be an integer or None")) return SK_EMPTY;
    if (ns > (int64_t)INT32_MAX * 1000000) return sk_raise(sk_exc_OverflowError, "timeout is too large");
    bool busy = false;
    if (!atomic_compare_exchange_strong(&p->polling, &busy, true)) return sk_raise(sk_exc_RuntimeError, "concurrent poll() invocation");
    SkValue r = SK_EMPTY;
    sk_lock(&p->header);
    size_t n = p->n;
    struct pollfd *copy = sk_malloc((n + 1) * sizeof *copy);
    if (copy && n) memcpy(copy, p->fds, n * sizeof *copy);
    sk_unlock(&p->header);
    if (copy) r = poll_wait(copy, n, ns);
    else sk_raise_memory();
    sk_free(copy);
    sk_store_release(&p->polling, false);  // paired by the exchange above
    return r;
}

static void poll_destroy(SkObject *o) {
    sk_free(((Poll *)o)->fds);
    sk_object_free(o, sizeof(Poll));
}
static const SkMethodDef poll_methods[] = {
    {"register", SK_FAST, .fast = poll_register, .sig = "(fd, eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)", .doc = "Adds a descriptor."},
    {"modify", SK_FAST, .fast = poll_modify, .sig = "(fd, eventmask, /)", .doc = "Changes the events of a descriptor."},
    {"unregister", SK_ONEARG, .onearg = poll_unregister, .sig = "(fd, /)", .doc = "Removes a descriptor."},
    {"poll", SK_FAST, .fast = poll_poll, .sig = "(timeout=None, /)", .doc = "Waits: a list of (fd, events). The time out is in milliseconds."},
    {0},
};
SkType sk_select_poll_type = {
    SK_TYPE_HEAD(0, sizeof(Poll), NULL, NULL, poll_destroy),
    .name = "select.poll",
    .flags = SK_TF_NO_NEW,
    .methods = poll_methods,
};
static SkValue select_poll(SkValue m SK_UNUSED) {
    Poll *p = (Poll *)sk_object_new(&sk_select_poll_type.head, sizeof(Poll));
    if (!p) return sk_raise_memory();
    p->fds = NULL;
    p->n = p->room = 0;
    sk_store_relaxed(&p->polling, false);
    return sk_counted(p);
}

// ---- epoll objects --------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    _Atomic int fd;  // -1: closed
} Epoll;
static Epoll *as_epoll(SkValue v) { return (Epoll *)sk_ptr(v); }

static bool epoll_fd(SkValue self, int *fd) {
    *fd = sk_load_relaxed(&as_epoll(self)->fd);
    return *fd >= 0 || sk_raise_false(sk_exc_ValueError, "I/O operation on closed epoll object");
}
static SkValue epoll_make(int fd) {
    if (fd < 0) return sk_raise_errno(SK_EMPTY);
    Epoll *e = (Epoll *)sk_object_new(&sk_select_epoll_type.head, sizeof(Epoll));
    if (!e) return sk_raise_memory();
    sk_store_relaxed(&e->fd, fd);
    return sk_counted(e);
}
static SkValue epoll_new(SkType *type SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[2];
    int size = -1, flags = 0;
    if (!sk_bind("epoll", "(sizehint=-1, flags=0)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if ((!sk_is_empty(a[0]) && !sk_as_int(a[0], &size)) || (!sk_is_empty(a[1]) && !sk_as_int(a[1], &flags))) return SK_EMPTY;
    if (size != -1 && size <= 0) return sk_raise(sk_exc_ValueError, "sizehint must be positive or -1");
    if (flags && flags != EPOLL_CLOEXEC) return sk_raise(sk_exc_OSError, "invalid flags");
    return epoll_make(epoll_create1(EPOLL_CLOEXEC));
}
static SkValue epoll_fromfd(SkValue cls SK_UNUSED, SkValue arg) {
    int fd;
    return sk_as_int(arg, &fd) ? epoll_make(fd) : SK_EMPTY;
}
static SkValue control(SkValue self, int operation, SkValue fd_, SkValue events) {
    int ep, fd;
    uint64_t mask = EPOLLIN | EPOLLPRI | EPOLLOUT;
    if (!epoll_fd(self, &ep) || !sk_file_descriptor(fd_, &fd) || (!sk_is_empty(events) && !sk_as_uint64(events, &mask))) return SK_EMPTY;
    struct epoll_event e = {.events = (uint32_t)mask, .data.fd = fd};
    return sk_done(SK_DETACHED(epoll_ctl(ep, operation, fd, &e)));
}
static SkValue epoll_register(SkValue self, const SkValue *a) { return control(self, EPOLL_CTL_ADD, a[0], a[1]); }
static SkValue epoll_modify(SkValue self, const SkValue *a) { return control(self, EPOLL_CTL_MOD, a[0], a[1]); }
static SkValue epoll_unregister(SkValue self, const SkValue *a) { return control(self, EPOLL_CTL_DEL, a[0], SK_EMPTY); }
static SkValue epoll_poll(SkValue self, const SkValue *a) {
    int ep, max = -1;
    int64_t ns;
    if (!epoll_fd(self, &ep) || !timeout(a[0], 1e9, &ns, "timeout must be an integer or None") || (!sk_is_empty(a[1]) && !sk_as_int(a[1], &max))) return SK_EMPTY;
    if (max == -1) max = FD_SETSIZE - 1;
    if (max < 1) return sk_raise(sk_exc_ValueError, "maxevents must be greater than 0, got %d", max);
    struct epoll_event *events = sk_calloc((size_t)max, sizeof *events);
    if (!events) return sk_raise_memory();
    int64_t until = ns >= 0 ? now_ns() + ns : 0;
    SkValue list = SK_EMPTY;
    for (;;) {
        int64_t ms = ns < 0 ? -1 : (left(until) + 999999) / 1000000;
        int r = SK_DETACHED(epoll_wait(ep, events, max, ms > INT32_MAX ? INT32_MAX : (int)ms));
        if (r < 0 && errno == EINTR && sk_safepoint_poll()) continue;
        if (r < 0) {
            if (!sk_error_occurred()) sk_raise_errno(SK_EMPTY);
            break;
        }
        list = sk_list_new((size_t)r);
        for (int i = 0; i < r && !sk_is_empty(list); i++) {
            SkValue item = pair(events[i].data.fd, (int)events[i].events);
            if (!sk_is_empty(item) && sk_list_append_steal(list, item)) continue;
            sk_release(list);
            list = SK_EMPTY;
        }
        break;
    }
    sk_free(events);
    return list;
}
static SkValue epoll_close(SkValue self) {
    int fd = atomic_exchange(&as_epoll(self)->fd, -1);
    return fd < 0 ? SK_NONE : sk_done(SK_DETACHED(close(fd)));
}
static SkValue epoll_enter(SkValue self) {
    int fd;
    return epoll_fd(self, &fd) ? sk_dup(self) : SK_EMPTY;
}
static SkValue epoll_exit(SkValue self, const SkValue *a SK_UNUSED, size_t n SK_UNUSED) { return sk_call_method_s(self, "close", NULL, 0); }
static SkValue epoll_fileno(SkValue self) {
    int fd;
    return epoll_fd(self, &fd) ? sk_from_small_int(fd) : SK_EMPTY;
}
static SkValue epoll_closed(SkValue self, void *c SK_UNUSED) { return sk_bool(sk_load_relaxed(&as_epoll(self)->fd) < 0); }
static void epoll_destroy(SkObject *o) {
    int fd = sk_load_relaxed(&((Epoll *)o)->fd);
    if (fd >= 0) close(fd);
    sk_object_free(o, sizeof(Epoll));
}
static const SkMethodDef epoll_methods[] = {
    {"fromfd", SK_ONEARG | SK_CLASS_METHOD, .onearg = epoll_fromfd, .sig = "(fd, /)", .doc = "An epoll object of a descriptor."},
    {"close", SK_NOARGS, .noargs = epoll_close, .sig = "()", .doc = "Closes it."},
    {"fileno", SK_NOARGS, .noargs = epoll_fileno, .sig = "()", .doc = "Its descriptor."},
    {"modify", SK_SIG, .sig_fn = epoll_modify, .sig = "(fd, eventmask)", .doc = "Changes the events of a descriptor."},
    {"register", SK_SIG, .sig_fn = epoll_register, .sig = "(fd, eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT)", .doc = "Adds a descriptor."},
    {"unregister", SK_SIG, .sig_fn = epoll_unregister, .sig = "(fd)", .doc = "Removes a descriptor."},
    {"poll", SK_SIG, .sig_fn = epoll_poll, .sig = "(timeout=None, maxevents=-1)", .doc = "Waits: a list of (fd, events). The time out is in seconds."},
    {"__enter__", SK_NOARGS, .noargs = epoll_enter, .sig = "()", .doc = NULL},
    {"__exit__", SK_FAST, .fast = epoll_exit, .sig = "(exc_type=None, exc_value=None, exc_tb=None, /)", .doc = NULL},
    {0},
};
static const SkGetSetDef epoll_getset[] = {{"closed", epoll_closed, NULL, "Whether it is closed.", NULL}, {0}};
SkType sk_select_epoll_type = {
    SK_TYPE_HEAD(0, sizeof(Epoll), NULL, NULL, epoll_destroy),
    .name = "select.epoll",
    .doc = "epoll(sizehint=-1, flags=0)\n--\n\nAn epoll object.",
    .new_ = epoll_new,
    .methods = epoll_methods,
    .getset = epoll_getset,
};

// ---- the module ---------------------------------------------------------------------------------------------------------------------

static const SkMethodDef functions[] = {
    {"select", SK_FAST, .fast = select_select, .sig = "(rlist, wlist, xlist, timeout=None, /)", .doc = "Waits until descriptors are ready: three lists."},
    {"poll", SK_NOARGS, .noargs = select_poll, .sig = "()", .doc = "A new poll object."},
    {0},
};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
#define C(name) {#name, name}
    {"PIPE_BUF", 4096}, C(POLLIN), C(POLLPRI), C(POLLOUT), C(POLLERR), C(POLLHUP), C(POLLNVAL), C(POLLRDNORM), C(POLLRDBAND), C(POLLWRNORM), C(POLLWRBAND),
    C(POLLMSG), C(POLLRDHUP), C(EPOLLIN), C(EPOLLOUT), C(EPOLLPRI), C(EPOLLERR), C(EPOLLHUP), C(EPOLLRDHUP), C(EPOLLONESHOT), C(EPOLLET),
    C(EPOLLEXCLUSIVE), C(EPOLLWAKEUP), C(EPOLLRDNORM), C(EPOLLRDBAND), C(EPOLLWRNORM), C(EPOLLWRBAND), C(EPOLLMSG), C(EPOLL_CLOEXEC),
#undef C
};

static bool select_exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, (int64_t)(uint32_t)constants[i].value)) return false;
    return sk_type_ready(&sk_select_poll_type) && sk_module_add_type(m, &sk_select_epoll_type) &&
           sk_module_add(m, "error", sk_type_value(sk_exc_OSError));
}

const SkModuleDef sk_module_select = {
    .name = "select",
    .doc = "Waiting for input and output.",
    .functions = functions,
    .exec = select_exec,
};
