#include "core/startup.h"

#include "base/siphash.h"
#include "core/vm/frameobject.h"
#include "core/vm/trace.h"
#include "gc/reclaim.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/hooks.h"
#include "objects/intern.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/template.h"
#include "threading/thread.h"

// Every built-in type with a fixed index.
static SkType *const types[] = {
#define X(index, name) &sk_##name##_type,
#include "objects/types.def"
#undef X
};

static void thread_enter(void) {
    if (!sk_vm_thread_init()) SK_FATAL("out of memory while starting a thread");
}

static void thread_exit(void) {
    sk_error_clear();
    sk_trace_thread_exit();
    sk_reclaim_drain(false);   // may run finalizers: while the thread can still run Python code
    sk_error_clear();
    sk_vm_thread_exit();
    sk_alloc_thread_exit();
}

static bool no_pending(uint32_t bits) {
    (void)bits;
    return true;
}

static SkValue handled_exception(void) {
    for (SkFrame *f = sk_vm.top; f; f = f->prev)
        if (!sk_is_empty(f->handled)) return sk_is_none(f->handled) ? SK_EMPTY : sk_retain(f->handled);
    return SK_EMPTY;
}

static SkValue frame_hook(int depth) {
    SkFrame *f = sk_frame_at(depth);
    return f ? sk_frame_object(f) : SK_EMPTY;
}

bool sk_runtime_init(const uint32_t *hash_seed) {
    if (hash_seed) sk_hash_init_seed(*hash_seed);
    else if (!sk_hash_init_random()) return false;
    if (!sk_gc_init()) return false;
    sk_thread_hooks.convert_borrows = sk_vm_convert_borrows;
    if (!sk_thread_hooks.run_pending) sk_thread_hooks.run_pending = no_pending;
    sk_thread_hooks.thread_enter = thread_enter;
    sk_thread_hooks.thread_exit = thread_exit;
    if (!sk_thread_init_main()) return false;
    sk_handled_hook = handled_exception;
    sk_frame_hook = frame_hook;
    for (size_t i = 0; i < SK_COUNT_OF(types); i++) sk_type_table[types[i]->head.index] = &types[i]->head;
    if (!sk_str_init() || !sk_names_init() || !sk_trace_init()) return false;
    // Static methods of the other types are made by calling these two.
    if (!sk_type_ready(&sk_native_type) || !sk_type_ready(&sk_staticmethod_type)) return false;
    for (size_t i = 0; i < SK_COUNT_OF(types); i++)
        if (!sk_type_ready(types[i])) return false;
    return sk_frame_proxy_init() && sk_exceptions_init() && sk_templates_init();
}
