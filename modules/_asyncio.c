// _asyncio: futures and tasks (_asyncio_future.c, _asyncio_task.c), and the functions around running loops.
#include "modules/_asyncio.h"

#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"

SkAioNames sk_aio_names;

static const struct {
    const char *module, *attribute;
} places[SK_AIO_IMPORT_COUNT] = {
#define X(name, module, attribute) [SK_AIO_##name] = {module, attribute},
    SK_AIO_IMPORTS(X)
#undef X
};
// Each is filled by its first use, and emptied when the module is made again; what was in it stays alive.
static _Atomic(SkObject *) imported[SK_AIO_IMPORT_COUNT];

SkValue sk_aio_import(SkAioImport which) {
    SkObject *known = sk_load_acquire(&imported[which]);  // PAIR(asyncio-imports)
    if (known) return sk_counted(known);
    SK_AUTO SkValue module = sk_import(places[which].module);
    SkValue v = sk_is_empty(module) ? SK_EMPTY : sk_getattr_s(module, places[which].attribute);
    if (sk_is_empty(v)) return v;
    sk_make_immortal(sk_ptr(v));
    sk_store_release(&imported[which], sk_ptr(v));  // PAIR(asyncio-imports): with the load above, in another thread
    return v;
}

SkType *sk_aio_class(SkAioImport which) {
    SkValue v = sk_aio_import(which);
    if (sk_is_empty(v)) return NULL;
    if (sk_is_type(v)) return sk_as_type(v);
    sk_raise(sk_exc_TypeError, "%s.%s is not a class", places[which].module, places[which].attribute);
    return NULL;
}

// ---- functions -------------------------------------------------------------------------------------------------------------------

static SkValue get_running_loop_or_none(SkValue m SK_UNUSED) {
    SkValue loop = sk_running_loop();
    return sk_is_empty(loop) ? SK_NONE : loop;
}
static SkValue get_running_loop(SkValue m SK_UNUSED) {
    SkValue loop = sk_running_loop();
    return sk_is_empty(loop) ? sk_raise(sk_exc_RuntimeError, "no running event loop") : loop;
}
static SkValue set_running_loop(SkValue m SK_UNUSED, SkValue loop) { return sk_running_loop_set(loop) ? SK_NONE : SK_EMPTY; }
static SkValue get_event_loop(SkValue m SK_UNUSED) { return sk_aio_event_loop(); }
static SkValue get_event_loop_3_11(SkValue m SK_UNUSED, const SkValue *a SK_UNUSED) { return sk_aio_event_loop(); }

static SkValue enter_task(SkValue m SK_UNUSED, const SkValue *a) { return sk_task_enter(a[0], a[1]) ? SK_NONE : SK_EMPTY; }
static SkValue leave_task(SkValue m SK_UNUSED, const SkValue *a) { return sk_task_leave(a[0], a[1]) ? SK_NONE : SK_EMPTY; }
static SkValue swap_task(SkValue m SK_UNUSED, const SkValue *a) { return sk_task_swap(a[0], a[1]); }
static SkValue register_task(SkValue m SK_UNUSED, const SkValue *a) { return sk_aio_register(a[0], true) ? SK_NONE : SK_EMPTY; }
static SkValue unregister_task(SkValue m SK_UNUSED, const SkValue *a) { return sk_aio_register(a[0], false) ? SK_NONE : SK_EMPTY; }
static SkValue eager(SkValue m, SkValue task, bool on) {
    SK_AUTO SkValue set = sk_getattr_s(m, "_eager_tasks");
    if (sk_is_empty(set)) return set;
    SkValue r = sk_call_method(set, on ? SK_AN(add) : SK_AN(discard), &task, 1);
    sk_release(r);
    return sk_is_empty(r) ? r : SK_NONE;
}
static SkValue register_eager_task(SkValue m, const SkValue *a) { return eager(m, a[0], true); }
static SkValue unregister_eager_task(SkValue m, const SkValue *a) { return eager(m, a[0], false); }

static SkValue loop_argument(SkValue given) {
    if (!sk_is_empty(given) && !sk_is_none(given)) return sk_retain(given);
    SkValue loop = sk_own(sk_running_loop());
    return sk_is_empty(loop) ? sk_raise(sk_exc_RuntimeError, "no running event loop") : loop;
}
static SkValue current_task(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO SkValue loop = loop_argument(a[0]);
    return sk_is_empty(loop) ? loop : sk_task_current(loop);
}
static SkValue all_tasks(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO SkValue loop = loop_argument(a[0]);
    return sk_is_empty(loop) ? loop : sk_aio_all_tasks(loop);
}

static const SkMethodDef functions[] = {
    {"_get_running_loop", SK_NOARGS, .noargs = get_running_loop_or_none, .sig = "()", .doc = "The loop that runs in this thread, or None."},
    {"_set_running_loop", SK_ONEARG, .onearg = set_running_loop, .sig = "(loop, /)", .doc = "Say which loop runs in this thread."},
    {"get_running_loop", SK_NOARGS, .noargs = get_running_loop, .sig = "()", .doc = "The loop that runs in this thread; RuntimeError if there is none."},
    {"get_event_loop", SK_NOARGS, .noargs = get_event_loop, .sig = "()", .doc = "The running loop, or what the policy gives."},
    {"_get_event_loop", SK_SIG, .sig_fn = get_event_loop_3_11, .sig = "(stacklevel=3)", .doc = "The running loop, or what the policy gives."},
    {"_enter_task", SK_SIG, .sig_fn = enter_task, .sig = "(loop, task)", .doc = "The loop begins to run a task."},
    {"_leave_task", SK_SIG, .sig_fn = leave_task, .sig = "(loop, task)", .doc = "The loop no longer runs the task."},
    {"_swap_current_task", SK_SIG, .sig_fn = swap_task, .sig = "(loop, task)", .doc = "The loop runs another task; returns the one before."},
    {"_register_task", SK_SIG, .sig_fn = register_task, .sig = "(task)", .doc = "Have all_tasks() know the task."},
    {"_unregister_task", SK_SIG, .sig_fn = unregister_task, .sig = "(task)", .doc = "Have all_tasks() forget the task."},
    {"_register_eager_task", SK_SIG, .sig_fn = register_eager_task, .sig = "(task)", .doc = "The task takes its first step at once."},
    {"_unregister_eager_task", SK_SIG, .sig_fn = unregister_eager_task, .sig = "(task)", .doc = "The task has taken its first step."},
    {"current_task", SK_SIG, .sig_fn = current_task, .sig = "(loop=None)", .doc = "The task that the loop is running, or None."},
    {"all_tasks", SK_SIG, .sig_fn = all_tasks, .sig = "(loop=None)", .doc = "A set of the loop's tasks that are not done."},
    {0},
};

static bool exec(SkValue m) {
#define X(n)                                     \
    sk_aio_names.n_##n = sk_intern_s(#n);        \
    if (sk_is_empty(sk_aio_names.n_##n)) return false;
    SK_AIO_NAMES(X)
#undef X
    if (sk_is_empty(sk_aio_names.only_context)) {
        SkValue context = sk_tuple_pack(1, SK_AN(context)), msg = sk_tuple_pack(1, SK_AN(msg));
        if (sk_is_empty(context) || sk_is_empty(msg)) return false;
        sk_make_immortal(sk_ptr(context));
        sk_make_immortal(sk_ptr(msg));
        sk_aio_names.only_context = context;
        sk_aio_names.only_msg = msg;
    }
    for (int i = 0; i < SK_AIO_IMPORT_COUNT; i++) sk_store_relaxed(&imported[i], NULL);
    return sk_type_ready(&sk_future_iter_type) && sk_module_add_type(m, &sk_future_type) && sk_module_add_type(m, &sk_task_type) &&
           sk_task_types_ready() && sk_aio_running_add(m);
}

const SkModuleDef sk_module__asyncio = {"_asyncio", "Futures, tasks and running loops.", functions, exec};
