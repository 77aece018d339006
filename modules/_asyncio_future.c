// _asyncio.Future, and the iterator that awaits one.
//
// The callbacks: the first lies in the future itself, those that follow in an array that is replaced whole when it grows. Both change
// under the lock, and only while the future is pending: whoever ends it takes them all out in the same stretch.
#include "modules/_asyncio.h"

#include <string.h>

#include "base/alloc.h"
#include "core/vm/generator.h"
#include "modules/_contextvars.h"
#include "modules/arguments.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

static size_t callbacks_size(size_t pairs) { return sizeof(SkFutureCallbacks) + 2 * pairs * sizeof(SkSlot); }

// ---- life --------------------------------------------------------------------------------------------------------------------

enum { OWN_SLOTS = 9 };
static void own_slots(SkFuture *f, SkSlot *out[OWN_SLOTS]) {
    SkSlot *all[] = {&f->loop, &f->callback, &f->context, &f->result, &f->exception, &f->traceback, &f->source_traceback, &f->cancel_message,
                     &f->cancelled_error};
    memcpy(out, all, sizeof all);
}

void sk_future_trace(SkObject *o, SkVisit visit, void *arg) {
    SkFuture *f = (SkFuture *)o;
    SkSlot *slots[OWN_SLOTS];
    own_slots(f, slots);
    for (int i = 0; i < OWN_SLOTS; i++) sk_slot_visit(slots[i], visit, arg);
    SkFutureCallbacks *more = sk_load_acquire(&f->more);  // PAIR(future-more)
    if (more)
        for (size_t i = 0; i < 2 * more->capacity; i++) sk_slot_visit(&more->items[i], visit, arg);
    sk_instance_trace(o, visit, arg);
}

static SkValue swap_locked(SkFuture *f, SkSlot *s, SkValue v) {
    SkValue old = {sk_load_relaxed(&s->w)};
    sk_slot_publish(s, v);
    sk_flag_removed_locked(&f->header, old);
    return old;
}

// What was taken out of a future together.
typedef struct {
    SkValue callback, context;
    SkFutureCallbacks *more;
    SkFuture *of;
} Taken;

static Taken take_callbacks_locked(SkFuture *f) {
    Taken t = {swap_locked(f, &f->callback, SK_EMPTY), swap_locked(f, &f->context, SK_EMPTY), sk_load_relaxed(&f->more), f};
    if (t.more) {
        for (size_t i = 0; i < 2 * sk_load_relaxed(&t.more->count); i++)
            sk_flag_removed_locked(&f->header, (SkValue){sk_load_relaxed(&t.more->items[i].w)});
        sk_store_release(&f->more, NULL);  // PAIR(future-more)
    }
    return t;
}

static void drop(Taken *t) {
    sk_release(t->callback);
    sk_release(t->context);
    if (!t->more) return;
    for (size_t i = 0; i < 2 * sk_load_relaxed(&t->more->count); i++) sk_release((SkValue){sk_load_relaxed(&t->more->items[i].w)});
    sk_buffer_retire(&t->of->header, t->more, callbacks_size(t->more->capacity));
}

static Taken take_callbacks(SkFuture *f) {
    sk_lock(&f->header);
    sk_write_begin_locked(&f->header);
    Taken t = take_callbacks_locked(f);
    sk_unlock(&f->header);
    return t;
}

void sk_future_clear(SkObject *o) {
    SkFuture *f = (SkFuture *)o;
    Taken t = take_callbacks(f);
    drop(&t);
    SkSlot *slots[OWN_SLOTS];
    own_slots(f, slots);
    for (int i = 0; i < OWN_SLOTS; i++) sk_slot_set(o, slots[i], SK_EMPTY);
    sk_instance_clear(o);
}

void sk_future_release(SkObject *o) {
    SkFuture *f = (SkFuture *)o;
    Taken t = take_callbacks_locked(f);
    drop(&t);
    SkSlot *slots[OWN_SLOTS];
    own_slots(f, slots);
    for (int i = 0; i < OWN_SLOTS; i++) sk_slot_destroy(o, slots[i]);
}
static void future_destroy(SkObject *o) {
    sk_future_release(o);
    sk_instance_free(o, 0);
}

void sk_future_complain(SkFuture *f, SkValue kind, const char *message, SkValue exception) {
    SkValue self = sk_counted(f), saved = sk_error_take();
    SK_AUTO SkValue loop = sk_slot_get(&f->header, &f->loop);
    SK_AUTO SkValue origin = sk_slot_get(&f->header, &f->source_traceback);
    SK_AUTO SkValue context = sk_dict_new();
    const char *name = sk_type_of(self)->name, *dot = strrchr(name, '.');
    SK_AUTO SkValue text = sk_str_format(message, dot ? dot + 1 : name);
    bool ok = !sk_is_empty(context) && !sk_is_empty(text) && sk_dict_set(context, SK_AN(message), text) && sk_dict_set(context, kind, self);
    if (ok && !sk_is_empty(exception)) ok = sk_dict_set(context, SK_AN(exception), exception);
    if (ok && !sk_is_empty(origin) && !sk_is_none(origin)) ok = sk_dict_set(context, SK_AN(source_traceback), origin);
    if (ok && !sk_is_empty(loop)) {
        SkValue r = sk_call_method(loop, SK_AN(call_exception_handler), &context, 1);
        ok = !sk_is_empty(r);
        sk_release(r);
    }
    if (!ok) sk_error_unraisable(NULL, self);
    sk_error_restore(saved);
}

void sk_future_finalize(SkObject *o) {
    SkFuture *f = (SkFuture *)o;
    if (!sk_load_relaxed(&f->log_traceback)) return;
    sk_store_relaxed(&f->log_traceback, false);
    SK_AUTO SkValue exception = sk_slot_get(o, &f->exception);
    sk_future_complain(f, SK_AN(future), "%s exception was never retrieved", exception);
}

static SkValue future_new(SkType *type, const SkValue *args SK_UNUSED, size_t nargs SK_UNUSED, SkValue kwnames SK_UNUSED) {
    SkObject *o = sk_type_alloc(type, 0);
    return o ? sk_counted(o) : SK_EMPTY;
}

// ---- the loop ------------------------------------------------------------------------------------------------------------------

// The function that v.name(...) would call with v in front, counted. SK_EMPTY: to be looked up as any attribute; no exception.
static SkValue plain_method(SkValue v, SkValue name) {
    SkType *t = sk_type_of(v);
    if (t->getattr != sk_generic_getattr) return SK_EMPTY;
    if (t->shape_offset) {
        SkShape *s = sk_shape_of(sk_ptr(v), t);
        if (!s) sk_error_clear();
        if (!s || s->is_dict || sk_shape_find(s, name) >= 0) return SK_EMPTY;
    }
    SkValue f = sk_own(sk_type_lookup(t, name));
    if (sk_is_empty(f) || (sk_type_of(f)->flags & SK_TF_METHOD_DESCR)) return f;
    sk_release(f);
    return SK_EMPTY;
}

bool sk_aio_call_soon(SkValue loop, SkValue callback, SkValue argument, SkValue context) {
    SkValue words[4] = {loop, callback, argument};
    size_t n = sk_is_empty(argument) ? 2 : 3;
    words[n] = context;
    SkValue names = sk_is_empty(context) ? SK_EMPTY : sk_aio_names.only_context;
    SK_AUTO SkValue f = plain_method(loop, SK_AN(call_soon));
    SkValue r;
    if (!sk_is_empty(f)) {
        r = sk_call(f, words, n, names);
    } else {
        f = sk_getattr(loop, SK_AN(call_soon));
        r = sk_is_empty(f) ? SK_EMPTY : sk_call(f, words + 1, n - 1, names);
    }
    sk_release(r);
    return !sk_is_empty(r);
}

static SkValue call_without_arguments(SkValue v, SkValue name) {
    SK_AUTO SkValue f = plain_method(v, name);
    return sk_is_empty(f) ? sk_call_method(v, name, NULL, 0) : sk_call1(f, v);
}

SkValue sk_aio_loop_of(SkValue v) {
    if (sk_is_plain_future(v)) {
        SkValue loop = sk_slot_get(sk_ptr(v), &sk_as_future(v)->loop);
        return sk_is_empty(loop) ? sk_raise(sk_exc_RuntimeError, "Future object is not initialized.") : loop;
    }
    SK_AUTO SkValue method = sk_getattr_opt(v, SK_AN(get_loop));
    if (!sk_is_empty(method)) return sk_call0(method);
    return sk_error_occurred() ? SK_EMPTY : sk_getattr(v, SK_AN(_loop));
}

bool sk_future_check(SkFuture *f) {
    return !sk_is_empty((SkValue){sk_load_relaxed(&f->loop.w)}) || sk_raise_false(sk_exc_RuntimeError, "Future object is not initialized.");
}

bool sk_future_init(SkFuture *f, SkValue given) {
    SK_AUTO SkValue loop = sk_is_empty(given) || sk_is_none(given) ? sk_aio_event_loop() : sk_retain(given);
    if (sk_is_empty(loop)) return false;
    SkValue old[OWN_SLOTS];
    SkSlot *slots[OWN_SLOTS];
    own_slots(f, slots);
    sk_lock(&f->header);
    sk_write_begin_locked(&f->header);
    Taken t = take_callbacks_locked(f);
    for (int i = 0; i < OWN_SLOTS; i++) old[i] = swap_locked(f, slots[i], i ? SK_EMPTY : sk_retain(loop));
    sk_store_release(&f->state, SK_FUTURE_PENDING);  // PAIR(future-state)
    sk_store_relaxed(&f->log_traceback, false);
    sk_store_relaxed(&f->blocking, false);
    sk_unlock(&f->header);
    drop(&t);
    for (int i = 0; i < OWN_SLOTS; i++) sk_release(old[i]);

    SK_AUTO SkValue debug = call_without_arguments(loop, SK_AN(get_debug));
    int on = sk_is_empty(debug) ? -1 : sk_truth(debug);
    if (on <= 0) return on == 0;
    SkValue extract = sk_aio_import(SK_AIO_extract_stack);
    SkValue stack = sk_is_empty(extract) ? SK_EMPTY : sk_call0(extract);
    if (sk_is_empty(stack)) return false;
    sk_slot_set(&f->header, &f->source_traceback, stack);
    return true;
}

static bool future_init(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[1];
    return sk_bind("Future", "(*, loop=None)", &sig, args, nargs, kwnames, a) && sk_future_init(sk_as_future(self), a[0]);
}

// ---- the end -------------------------------------------------------------------------------------------------------------------

// Tells the callbacks that were taken out. All are dropped, also when the loop does not want them.
static bool schedule(SkFuture *f, Taken *t) {
    bool ok = true;
    if (!sk_is_empty(t->callback) || t->more) {
        SK_AUTO SkValue loop = sk_slot_get(&f->header, &f->loop);
        ok = sk_future_check(f);
        if (ok && !sk_is_empty(t->callback)) ok = sk_aio_call_soon(loop, t->callback, sk_counted(f), t->context);
        for (size_t i = 0; ok && t->more && i < sk_load_relaxed(&t->more->count); i++) {
            SkSlot *pair = &t->more->items[2 * i];
            ok = sk_aio_call_soon(loop, (SkValue){sk_load_relaxed(&pair[0].w)}, sk_counted(f), (SkValue){sk_load_relaxed(&pair[1].w)});
        }
    }
    drop(t);
    return ok;
}

typedef enum { ENDED, FAILED, WAS_DONE } Ending;

// All values are counted words, taken; or empty.
static Ending end(SkFuture *f, SkFutureState to, SkValue result, SkValue exception, SkValue traceback, SkValue message) {
    SkValue old[4] = {result, exception, traceback, message};
    SkSlot *slots[4] = {&f->result, &f->exception, &f->traceback, &f->cancel_message};
    Taken t = {SK_EMPTY, SK_EMPTY, NULL, f};
    sk_lock(&f->header);
    bool first = sk_load_relaxed(&f->state) == SK_FUTURE_PENDING;
    if (first) {
        sk_write_begin_locked(&f->header);
        for (int i = 0; i < (to == SK_FUTURE_CANCELLED ? 4 : 3); i++) old[i] = swap_locked(f, slots[i], old[i]);
        sk_store_release(&f->state, to);  // PAIR(future-state): who sees the state sees what came with it
        t = take_callbacks_locked(f);
    }
    sk_unlock(&f->header);
    for (int i = 0; i < 4; i++) sk_release(old[i]);
    return !first ? WAS_DONE : schedule(f, &t) ? ENDED : FAILED;
}

static bool ended(Ending e) {
    if (e == WAS_DONE) {
        SkType *error = sk_aio_class(SK_AIO_InvalidStateError);
        if (error) sk_raise(error, "invalid state");
    }
    return e == ENDED;
}

SkValue sk_future_cancel(SkFuture *f, SkValue message) {
    if (!sk_future_check(f)) return SK_EMPTY;
    sk_store_relaxed(&f->log_traceback, false);
    if (sk_future_state(f) != SK_FUTURE_PENDING) return SK_FALSE;
    Ending e = end(f, SK_FUTURE_CANCELLED, SK_EMPTY, SK_EMPTY, SK_EMPTY, sk_is_empty(message) || sk_is_none(message) ? SK_EMPTY : sk_retain(message));
    return e == FAILED ? SK_EMPTY : sk_bool(e == ENDED);
}

bool sk_future_set_result(SkFuture *f, SkValue result) {
    return sk_future_check(f) && ended(end(f, SK_FUTURE_FINISHED, sk_retain(result), SK_EMPTY, SK_EMPTY, SK_EMPTY));
}

bool sk_future_set_exception(SkFuture *f, SkValue given) {
    if (!sk_future_check(f)) return false;
    if (sk_future_state(f) != SK_FUTURE_PENDING) return ended(WAS_DONE);
    SK_AUTO SkValue exception = sk_is_exception_class(given) ? sk_call0(given) : sk_retain(given);
    if (sk_is_empty(exception)) return false;
    if (!sk_is_exception(exception)) return sk_raise_false(sk_exc_TypeError, "invalid exception object");
    if (sk_type_of(exception) == sk_exc_StopIteration)
        return sk_raise_false(sk_exc_TypeError, "StopIteration interacts badly with generators and cannot be raised into a Future");
    Ending e = end(f, SK_FUTURE_FINISHED, SK_EMPTY, sk_retain(exception), sk_exception_traceback(exception), SK_EMPTY);
    if (e != WAS_DONE) sk_store_relaxed(&f->log_traceback, true);
    return ended(e);
}

SkValue sk_future_cancelled_error(SkFuture *f) {
    SkValue kept = sk_slot_swap(&f->header, &f->cancelled_error, SK_EMPTY);
    if (!sk_is_empty(kept)) return kept;
    SK_AUTO SkValue message = sk_slot_get(&f->header, &f->cancel_message);
    SkValue error = sk_aio_import(SK_AIO_CancelledError);
    if (sk_is_empty(error)) return error;
    return sk_is_empty(message) || sk_is_none(message) ? sk_call0(error) : sk_call1(error, message);
}

static SkValue raise_cancelled(SkFuture *f) {
    SK_AUTO SkValue error = sk_future_cancelled_error(f);
    return sk_is_empty(error) ? error : sk_raise_object(error);
}

// The state, CANCELLED raised as what it is, PENDING with a message.
static bool check_finished(SkFuture *f, const char *otherwise) {
    SkFutureState s = sk_future_state(f);
    if (s == SK_FUTURE_FINISHED) return true;
    if (s == SK_FUTURE_CANCELLED) return raise_cancelled(f), false;
    SkType *error = sk_aio_class(SK_AIO_InvalidStateError);
    return error && sk_raise_false(error, "%s", otherwise);
}

SkValue sk_future_get_result(SkFuture *f) {
    if (!check_finished(f, "Result is not set.")) return SK_EMPTY;
    sk_store_relaxed(&f->log_traceback, false);
    SK_AUTO SkValue exception = sk_slot_get(&f->header, &f->exception);
    if (!sk_is_empty(exception)) {
        SK_AUTO SkValue traceback = sk_slot_get(&f->header, &f->traceback);
        sk_exception_set_traceback(exception, traceback);
        return sk_raise_object(exception);
    }
    SkValue r = sk_slot_load(&f->header, &f->result);
    return sk_is_empty(r) ? SK_NONE : r;   // another thread runs __init__ again
}

// ---- callbacks -----------------------------------------------------------------------------------------------------------------

// Whether there was room; pair is taken then. Requires: pending.
static bool store_callback_locked(SkFuture *f, SkValue callback, SkValue context) {
    SkFutureCallbacks *more = sk_load_relaxed(&f->more);
    SkSlot *to;
    if (!more && !sk_load_relaxed(&f->callback.w)) {
        to = NULL;
    } else {
        size_t n = more ? sk_load_relaxed(&more->count) : 0;
        if (!more || n == more->capacity) return false;
        to = &more->items[2 * n];
        sk_store_relaxed(&more->count, n + 1);
    }
    sk_write_begin_locked(&f->header);
    sk_slot_publish(to ? to : &f->callback, callback);
    sk_slot_publish(to ? to + 1 : &f->context, context);
    return true;
}

static bool grow_callbacks(SkFuture *f, size_t known) {
    size_t capacity = known ? known * 2 : 4;
    SkFutureCallbacks *grown = sk_calloc(1, callbacks_size(capacity)), *old = NULL;
    if (!grown) return sk_raise_memory(), false;
    grown->capacity = capacity;
    sk_lock(&f->header);
    SkFutureCallbacks *more = sk_load_relaxed(&f->more);
    if (!more || more->capacity < capacity) {
        sk_write_begin_locked(&f->header);
        size_t n = more ? sk_load_relaxed(&more->count) : 0;
        for (size_t i = 0; i < 2 * n; i++) sk_store_relaxed(&grown->items[i].w, sk_load_relaxed(&more->items[i].w));
        sk_store_relaxed(&grown->count, n);
        sk_store_release(&f->more, grown);  // PAIR(future-more): a tracer sees the pairs of the array it sees
        old = more;
        grown = NULL;
    }
    sk_unlock(&f->header);
    sk_free(grown);
    if (old) sk_buffer_retire(&f->header, old, callbacks_size(old->capacity));
    return true;
}

bool sk_future_add_callback(SkFuture *f, SkValue callback, SkValue context) {
    if (!sk_load_relaxed(&f->loop.w)) return sk_raise_false(sk_exc_RuntimeError, "uninitialized Future object");
    SkValue kept[2] = {sk_retain(callback), sk_retain(context)};   // counted before anybody can take them out
    for (;;) {
        sk_lock(&f->header);
        bool pending = sk_load_relaxed(&f->state) == SK_FUTURE_PENDING;
        bool stored = pending && store_callback_locked(f, kept[0], kept[1]);
        SkFutureCallbacks *more = sk_load_relaxed(&f->more);
        size_t capacity = more ? more->capacity : 0;
        sk_unlock(&f->header);
        if (stored) return true;
        bool ok = true;
        if (!pending) {
            SK_AUTO SkValue loop = sk_slot_get(&f->header, &f->loop);
            ok = sk_aio_call_soon(loop, callback, sk_counted(f), context);
        } else if (grow_callbacks(f, capacity)) {
            continue;
        }
        sk_release(kept[0]);
        sk_release(kept[1]);
        return ok && !pending;
    }
}

static SkValue add_done_callback(SkValue self, const SkValue *a) {
    SK_AUTO SkValue context = sk_is_empty(a[1]) || sk_is_none(a[1]) ? sk_context_copy_current() : sk_retain(a[1]);
    if (sk_is_empty(context)) return SK_EMPTY;
    return sk_future_add_callback(sk_as_future(self), a[0], context) ? SK_NONE : SK_EMPTY;
}

// The callbacks as they are now: n pairs of counted words, to be freed by drop_pairs. False: out of memory.
static bool snapshot(SkFuture *f, SkValue **out, size_t *n) {
    *out = NULL;
    for (size_t room = 0;;) {
        size_t found = 0;
        sk_lock(&f->header);
        SkFutureCallbacks *more = sk_load_relaxed(&f->more);
        SkValue first = {sk_load_relaxed(&f->callback.w)};
        size_t need = (sk_is_empty(first) ? 0 : 1) + (more ? sk_load_relaxed(&more->count) : 0);
        if (need <= room) {
            sk_write_begin_locked(&f->header);
            if (!sk_is_empty(first)) {
                (*out)[found++] = sk_retain(first);
                (*out)[found++] = sk_retain((SkValue){sk_load_relaxed(&f->context.w)});
            }
            for (size_t i = 0; more && i < 2 * sk_load_relaxed(&more->count); i++)
                (*out)[found++] = sk_retain((SkValue){sk_load_relaxed(&more->items[i].w)});
        }
        sk_unlock(&f->header);
        if (need <= room) {
            *n = found / 2;
            return true;
        }
        sk_free(*out);
        room = need + need / 2;
        if (!(*out = sk_malloc(2 * room * sizeof **out))) return sk_raise_memory(), false;
    }
}
static void drop_pairs(SkValue *pairs, size_t n) {
    for (size_t i = 0; i < 2 * n; i++) sk_release(pairs[i]);
    sk_free(pairs);
}

static bool among(SkValue callback, SkValue context, const SkValue *pairs, const bool *chosen, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (chosen[i] && sk_is(pairs[2 * i], callback) && sk_is(pairs[2 * i + 1], context)) return true;
    return false;
}

// Takes out those of the chosen pairs that are still there, into `removed`. How many.
static size_t remove_chosen(SkFuture *f, const SkValue *pairs, const bool *chosen, size_t n, SkValue *removed) {
    size_t count = 0, kept = 0;
    sk_lock(&f->header);
    sk_write_begin_locked(&f->header);
    SkValue callback = {sk_load_relaxed(&f->callback.w)}, context = {sk_load_relaxed(&f->context.w)};
    if (!sk_is_empty(callback) && among(callback, context, pairs, chosen, n)) {
        removed[0] = swap_locked(f, &f->callback, SK_EMPTY);
        removed[1] = swap_locked(f, &f->context, SK_EMPTY);
        count++;
    }
    SkFutureCallbacks *more = sk_load_relaxed(&f->more);
    size_t total = more ? sk_load_relaxed(&more->count) : 0;
    for (size_t i = 0; i < total; i++) {
        SkSlot *from = &more->items[2 * i], *to = &more->items[2 * kept];
        callback = (SkValue){sk_load_relaxed(&from[0].w)};
        context = (SkValue){sk_load_relaxed(&from[1].w)};
        if (count < n && among(callback, context, pairs, chosen, n)) {
            removed[2 * count] = callback;
            removed[2 * count++ + 1] = context;
            sk_flag_removed_locked(&f->header, callback);
            sk_flag_removed_locked(&f->header, context);
            continue;
        }
        if (kept++ == i) continue;
        sk_slot_publish(&to[0], callback);
        sk_slot_publish(&to[1], context);
    }
    for (size_t i = 2 * kept; i < 2 * total; i++) sk_store_relaxed(&more->items[i].w, 0);
    if (more) sk_store_relaxed(&more->count, kept);
    sk_unlock(&f->header);
    return count;
}

static SkValue remove_done_callback(SkValue self, SkValue function) {
    SkFuture *f = sk_as_future(self);
    SkValue *pairs;
    size_t n = 0, removed = 0;
    if (!sk_future_check(f) || !snapshot(f, &pairs, &n)) return SK_EMPTY;
    bool *chosen = sk_calloc(n + 1, sizeof *chosen), any = false;
    SkValue *out = sk_calloc(2 * n + 1, sizeof *out);
    bool ok = (chosen && out) || (sk_raise_memory(), false);
    for (size_t i = 0; ok && i < n; i++) {
        int same = sk_compare_bool(pairs[2 * i], function, SK_EQ);
        if (same < 0) ok = false;
        else if (same) chosen[i] = any = true;
    }
    if (ok && any) removed = remove_chosen(f, pairs, chosen, n, out);
    for (size_t i = 0; i < 2 * removed; i++) sk_release(out[i]);
    drop_pairs(pairs, n);
    sk_free(chosen);
    sk_free(out);
    return ok ? sk_from_small_int((int64_t)removed) : SK_EMPTY;
}

static SkValue get_callbacks(SkValue self, void *closure SK_UNUSED) {
    SkFuture *f = sk_as_future(self);
    SkValue *pairs;
    size_t n = 0;
    if (!sk_future_check(f) || !snapshot(f, &pairs, &n)) return SK_EMPTY;
    SkValue list = n ? sk_list_new(n) : SK_NONE;
    for (size_t i = 0; !sk_is_empty(list) && i < n; i++) {
        SkValue pair = sk_tuple_pack(2, pairs[2 * i], pairs[2 * i + 1]);
        if (sk_is_empty(pair) || !sk_list_append_steal(list, pair)) {
            sk_release(list);
            list = SK_EMPTY;
        }
    }
    drop_pairs(pairs, n);
    return list;
}

// ---- methods -------------------------------------------------------------------------------------------------------------------

static SkValue future_result(SkValue self) { return sk_future_get_result(sk_as_future(self)); }
static SkValue future_exception(SkValue self) {
    SkFuture *f = sk_as_future(self);
    if (!check_finished(f, "Exception is not set.")) return SK_EMPTY;
    sk_store_relaxed(&f->log_traceback, false);
    SkValue e = sk_slot_load(&f->header, &f->exception);
    return sk_is_empty(e) ? SK_NONE : e;
}
static SkValue set_result(SkValue self, SkValue result) { return sk_future_set_result(sk_as_future(self), result) ? SK_NONE : SK_EMPTY; }
static SkValue set_exception(SkValue self, SkValue exception) {
    return sk_future_set_exception(sk_as_future(self), exception) ? SK_NONE : SK_EMPTY;
}
static SkValue future_cancel(SkValue self, const SkValue *a) { return sk_future_cancel(sk_as_future(self), a[0]); }
static SkValue future_cancelled(SkValue self) { return sk_bool(sk_future_state(sk_as_future(self)) == SK_FUTURE_CANCELLED); }
static SkValue future_done(SkValue self) {
    SkFuture *f = sk_as_future(self);
    return sk_bool(sk_load_relaxed(&f->loop.w) && sk_future_state(f) != SK_FUTURE_PENDING);
}
static SkValue get_loop_method(SkValue self) {
    return sk_future_check(sk_as_future(self)) ? sk_slot_load(sk_ptr(self), &sk_as_future(self)->loop) : SK_EMPTY;
}
static SkValue make_cancelled_error(SkValue self) {
    return sk_future_check(sk_as_future(self)) ? sk_future_cancelled_error(sk_as_future(self)) : SK_EMPTY;
}
static SkValue future_repr(SkValue self) {
    SkValue f = sk_aio_import(SK_AIO_future_repr);
    return sk_is_empty(f) ? f : sk_call1(f, self);
}

#define SLOT_GETTER(name, slot, check)                                                             \
    static SkValue get_##name(SkValue self, void *closure SK_UNUSED) {                             \
        SkFuture *f = sk_as_future(self);                                                          \
        if (check && !sk_future_check(f)) return SK_EMPTY;                                         \
        SkValue v = sk_slot_load(&f->header, &f->slot);                                            \
        return sk_is_empty(v) ? SK_NONE : v;                                                       \
    }
SLOT_GETTER(loop, loop, false)
SLOT_GETTER(result, result, true)
SLOT_GETTER(exception, exception, true)
SLOT_GETTER(source_traceback, source_traceback, false)
SLOT_GETTER(cancel_message, cancel_message, false)
static bool set_cancel_message(SkValue self, SkValue v, void *closure SK_UNUSED) {
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    sk_slot_set(sk_ptr(self), &sk_as_future(self)->cancel_message, sk_retain(v));
    return true;
}
static SkValue get_blocking(SkValue self, void *closure SK_UNUSED) { return sk_bool(sk_load_relaxed(&sk_as_future(self)->blocking)); }
static bool set_blocking(SkValue self, SkValue v, void *closure SK_UNUSED) {
    if (!sk_future_check(sk_as_future(self))) return false;
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    int t = sk_truth(v);
    if (t >= 0) sk_store_relaxed(&sk_as_future(self)->blocking, t);
    return t >= 0;
}
static SkValue get_log_traceback(SkValue self, void *closure SK_UNUSED) {
    return sk_future_check(sk_as_future(self)) ? sk_bool(sk_load_relaxed(&sk_as_future(self)->log_traceback)) : SK_EMPTY;
}
static bool set_log_traceback(SkValue self, SkValue v, void *closure SK_UNUSED) {
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_AttributeError, "cannot delete attribute");
    int t = sk_truth(v);
    if (t < 0) return false;
    if (t) return sk_raise_false(sk_exc_ValueError, "_log_traceback can only be set to False");
    sk_store_relaxed(&sk_as_future(self)->log_traceback, false);
    return true;
}
static SkValue get_state(SkValue self, void *closure SK_UNUSED) {
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED"};
    return sk_future_check(sk_as_future(self)) ? sk_intern_s(names[sk_future_state(sk_as_future(self))]) : SK_EMPTY;
}

static const SkGetSetDef future_getset[] = {
    {"_state", get_state, NULL, NULL, NULL},
    {"_asyncio_future_blocking", get_blocking, set_blocking, NULL, NULL},
    {"_loop", get_loop, NULL, NULL, NULL},
    {"_callbacks", get_callbacks, NULL, NULL, NULL},
    {"_result", get_result, NULL, NULL, NULL},
    {"_exception", get_exception, NULL, NULL, NULL},
    {"_log_traceback", get_log_traceback, set_log_traceback, NULL, NULL},
    {"_source_traceback", get_source_traceback, NULL, NULL, NULL},
    {"_cancel_message", get_cancel_message, set_cancel_message, NULL, NULL},
    {0},
};

static const SkMethodDef future_methods[] = {
    {"result", SK_NOARGS, .noargs = future_result, .sig = "()", .doc = "The result, or the exception raised."},
    {"exception", SK_NOARGS, .noargs = future_exception, .sig = "()", .doc = "The exception, or None."},
    {"set_result", SK_ONEARG, .onearg = set_result, .sig = "(result, /)", .doc = "End with a result."},
    {"set_exception", SK_ONEARG, .onearg = set_exception, .sig = "(exception, /)", .doc = "End with an exception."},
    {"add_done_callback", SK_SIG, .sig_fn = add_done_callback, .sig = "(fn, /, *, context=<unrepresentable>)",
     .doc = "Have the loop call fn with this future when it is done."},
    {"remove_done_callback", SK_ONEARG, .onearg = remove_done_callback, .sig = "(fn, /)", .doc = "Forget all callbacks that equal fn; how many there were."},
    {"cancel", SK_SIG, .sig_fn = future_cancel, .sig = "(msg=None)", .doc = "Cancel it; False if it is done already."},
    {"cancelled", SK_NOARGS, .noargs = future_cancelled, .sig = "()", .doc = "Whether it was cancelled."},
    {"done", SK_NOARGS, .noargs = future_done, .sig = "()", .doc = "Whether there is a result or an exception, or it was cancelled."},
    {"get_loop", SK_NOARGS, .noargs = get_loop_method, .sig = "()", .doc = "The event loop."},
    {"_make_cancelled_error", SK_NOARGS, .noargs = make_cancelled_error, .sig = "()", .doc = "The exception of a cancelled future: to be called once."},
    {"__class_getitem__", SK_ONEARG | SK_CLASS_METHOD, .onearg = sk_generic_alias_new, .sig = "(object, /)", .doc = "See PEP 585"},
    {0},
};

// ---- awaiting ------------------------------------------------------------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot future;   // empty: at its end
} Iter;

static Iter *as_iter(SkValue v) { return (Iter *)sk_ptr(v); }
static void iter_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((Iter *)o)->future, visit, arg); }
static void iter_clear(SkObject *o) { sk_slot_set(o, &((Iter *)o)->future, SK_EMPTY); }
static void iter_destroy(SkObject *o) {
    sk_slot_destroy(o, &((Iter *)o)->future);
    sk_object_free(o, sizeof(Iter));
}

static SkValue future_await(SkValue self) {
    if (!sk_future_check(sk_as_future(self))) return SK_EMPTY;
    Iter *it = (Iter *)sk_container_new(&sk_future_iter_type.head, sizeof *it);
    if (!it) return sk_raise_memory();
    sk_slot_init(&it->future, sk_retain(self));
    return sk_counted(it);
}

static SkValue iter_next(SkValue v) {
    SK_AUTO SkValue future = sk_slot_get(sk_ptr(v), &as_iter(v)->future);
    if (sk_is_empty(future)) return SK_EMPTY;
    SkFuture *f = sk_as_future(future);
    if (sk_future_state(f) == SK_FUTURE_PENDING) {
        if (sk_load_relaxed(&f->blocking)) return sk_raise(sk_exc_RuntimeError, "await wasn't used with future");
        sk_store_relaxed(&f->blocking, true);
        return sk_move(&future);
    }
    iter_clear(sk_ptr(v));
    SkValue r = sk_future_get_result(f);
    if (sk_is_empty(r) || sk_is_none(r)) return SK_EMPTY;
    SK_AUTO SkValue value = sk_own(r);
    return sk_raise_stop_iteration(value);
}
static SkValue iter_send(SkValue v, SkValue value SK_UNUSED) {
    SkValue r = iter_next(v);
    return sk_is_empty(r) && !sk_error_occurred() ? sk_raise_stop_iteration(SK_NONE) : r;
}
static SkValue iter_throw(SkValue v, const SkValue *args, size_t nargs) {
    SkValue exc = sk_throw_argument(args, nargs);
    if (sk_is_empty(exc)) return exc;
    iter_clear(sk_ptr(v));
    sk_error_restore(exc);
    return SK_EMPTY;
}
static SkValue iter_close(SkValue v) {
    iter_clear(sk_ptr(v));
    return SK_NONE;
}
static SkValue iter_self(SkValue v) { return sk_dup(v); }

static const SkMethodDef iter_methods[] = {
    {"send", SK_ONEARG, .onearg = iter_send, .sig = "(object, /)"},
    {"throw", SK_FAST, .fast = iter_throw, .sig = "(typ, val=None, tb=None, /)"},
    {"close", SK_NOARGS, .noargs = iter_close, .sig = "()"},
    {0},
};

SkType sk_future_iter_type = {
    SK_TYPE_HEAD(0, sizeof(Iter), iter_trace, iter_clear, iter_destroy),
    .name = "_asyncio.FutureIter",
    .flags = SK_TF_NO_NEW | SK_TF_WEAKREF,
    .iter = iter_self,
    .iternext = iter_next,
    .methods = iter_methods,
};

SkType sk_future_type = {
    SK_TYPE_HEAD(0, sizeof(SkFuture), sk_future_trace, sk_future_clear, future_destroy),
    .head.finalize = sk_future_finalize,
    .name = "_asyncio.Future",
    .doc = "Future(*, loop=None)\n--\n\nWhat will have a result, an exception, or be cancelled; its callbacks are called through the loop.",
    .flags = SK_TF_BASE | SK_TF_HAS_DICT | SK_TF_WEAKREF | SK_TF_HAS_FINALIZER,
    .shape_offset = offsetof(SkFuture, attributes),
    .new_ = future_new,
    .init = future_init,
    .repr = future_repr,
    .iter = future_await,
    .async_ = {.await_ = future_await},
    .methods = future_methods,
    .getset = future_getset,
};
