#include "modules/atexit.h"

#include <pthread.h>

#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

typedef struct {
    uint64_t id;
    SkValue function, args, kwargs;  // counted; kwargs a dict or SK_EMPTY
} Callback;

// Under the mutex, which is held for moments: nothing is called or released under it.
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static Callback *callbacks;
static size_t count, capacity;
static uint64_t next_id;

static void release(Callback *c) {
    sk_release(c->function);
    sk_release(c->args);
    sk_release(c->kwargs);
}

static bool add(Callback c) {
    pthread_mutex_lock(&mutex);
    bool ok = count < capacity;
    if (!ok) {
        size_t n = capacity ? capacity * 2 : 16;
        Callback *grown = sk_realloc(callbacks, n * sizeof *grown);
        if (grown) {
            callbacks = grown;
            capacity = n;
            ok = true;
        }
    }
    if (ok) {
        c.id = next_id++;
        callbacks[count++] = c;
    }
    pthread_mutex_unlock(&mutex);
    return ok;
}

static bool take_last(Callback *out) {
    pthread_mutex_lock(&mutex);
    bool any = count > 0;
    if (any) *out = callbacks[--count];
    pthread_mutex_unlock(&mutex);
    return any;
}

// The callback with the greatest id below `below`: its function, counted.
static bool previous(uint64_t below, uint64_t *id, SkValue *function) {
    pthread_mutex_lock(&mutex);
    size_t i = count;
    while (i && callbacks[i - 1].id >= below) i--;
    if (i) {
        *id = callbacks[i - 1].id;
        *function = sk_retain(callbacks[i - 1].function);
    }
    pthread_mutex_unlock(&mutex);
    return i > 0;
}

static bool take(uint64_t id, Callback *out) {
    pthread_mutex_lock(&mutex);
    size_t i = 0;
    while (i < count && callbacks[i].id != id) i++;
    bool found = i < count;
    if (found) {
        *out = callbacks[i];
        memmove(&callbacks[i], &callbacks[i + 1], (count - i - 1) * sizeof *callbacks);
        count--;
    }
    pthread_mutex_unlock(&mutex);
    return found;
}

void sk_atexit_run(void) {
    Callback c;
    while (take_last(&c)) {
        SkValue r = sk_call_tuple(c.function, c.args, c.kwargs);
        if (sk_is_empty(r)) {
            SkValue exc = sk_error_take();
            SK_AUTO SkValue text = sk_str_format("Exception ignored in atexit callback %R", c.function);
            SK_AUTO_UTF8 SkUtf8 message = sk_is_empty(text) ? (SkUtf8){0} : sk_str_wtf8(text);
            sk_error_restore(exc);
            sk_error_unraisable(message.text, SK_EMPTY);
        }
        sk_release(r);
        release(&c);
    }
}

static SkValue atexit_register(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    if (nargs == 0) return sk_raise(sk_exc_TypeError, "register() takes at least 1 argument (0 given)");
    if (!sk_is_callable(args[0])) return sk_raise(sk_exc_TypeError, "the first argument must be callable");
    Callback c = {0, SK_EMPTY, sk_tuple_from(args + 1, nargs - 1), SK_EMPTY};
    bool ok = !sk_is_empty(c.args);
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    if (ok && nkw) {
        c.kwargs = sk_dict_new();
        ok = !sk_is_empty(c.kwargs);
        for (size_t i = 0; ok && i < nkw; i++) ok = sk_dict_set(c.kwargs, sk_tuple_peek(kwnames, i), args[nargs + i]);
    }
    if (ok) {
        c.function = sk_retain(args[0]);
        if (add(c)) return sk_dup(args[0]);
        sk_raise_memory();
    }
    release(&c);
    return SK_EMPTY;
}

static SkValue atexit_unregister(SkValue module, SkValue function) {
    (void)module;
    uint64_t id = UINT64_MAX;
    SkValue f;
    while (previous(id, &id, &f)) {
        int same = sk_compare_bool(f, function, SK_EQ);
        sk_release(f);
        Callback c;
        if (same < 0) return SK_EMPTY;
        if (same && take(id, &c)) release(&c);
    }
    return SK_NONE;
}

static SkValue atexit_clear(SkValue module) {
    (void)module;
    Callback c;
    while (take_last(&c)) release(&c);
    return SK_NONE;
}

static SkValue atexit_run(SkValue module) {
    (void)module;
    sk_atexit_run();
    return SK_NONE;
}

static SkValue atexit_count(SkValue module) {
    (void)module;
    pthread_mutex_lock(&mutex);
    size_t n = count;
    pthread_mutex_unlock(&mutex);
    return sk_int_from_int64((int64_t)n);
}

static const SkMethodDef functions[] = {
    {"register", SK_KW, {.kw = atexit_register}, "(func, /, *args, **kwargs)", "Has func called when the interpreter ends."},
    {"unregister", SK_ONEARG, {.onearg = atexit_unregister}, "(func, /)", "Forgets what was registered for func."},
    {"_clear", SK_NOARGS, {.noargs = atexit_clear}, "()", "Forgets all that was registered."},
    {"_run_exitfuncs", SK_NOARGS, {.noargs = atexit_run}, "()", "Calls all that was registered."},
    {"_ncallbacks", SK_NOARGS, {.noargs = atexit_count}, "()", "The number of functions registered."},
    {0},
};

const SkModuleDef sk_module_atexit = {.name = "atexit", .doc = "Functions to be called at exit.", .functions = functions};
