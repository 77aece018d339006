// sys.monitoring (PEP 669): tools, their events and callbacks are kept; the interpreter does not send events yet.
#include <pthread.h>

#include "modules/sys.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/namespace.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

enum { TOOLS = 6, EVENTS = 19 };

static const char *const event_names[EVENTS] = {
    "PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP", "BRANCH_LEFT", "BRANCH_RIGHT",
    "STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE", "BRANCH"};

static struct {
    SkValue name;                // counted; EMPTY: free
    SkValue callbacks[EVENTS];   // counted or EMPTY
    int64_t events;
} tools[TOOLS];
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;   // of the table, held for moments; nothing is released under it

static bool tool_argument(SkValue v, int *id) {
    if (!sk_as_int(v, id)) return false;
    return (*id >= 0 && *id < TOOLS) || sk_raise_false(sk_exc_ValueError, "invalid tool %d (must be between 0 and 5)", *id);
}

static bool in_use(int id) {
    pthread_mutex_lock(&mutex);
    bool used = !sk_is_empty(tools[id].name);
    pthread_mutex_unlock(&mutex);
    return used || sk_raise_false(sk_exc_ValueError, "tool %d is not in use", id);
}

static SkValue use_tool_id(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id;
    if (!sk_check_nargs("use_tool_id", nargs, 2, 2) || !tool_argument(args[0], &id)) return SK_EMPTY;
    if (!sk_is_str(args[1])) return sk_raise(sk_exc_ValueError, "tool name must be a str");
    SkValue name = sk_retain(args[1]);
    pthread_mutex_lock(&mutex);
    bool taken = !sk_is_empty(tools[id].name);
    if (!taken) tools[id].name = name;
    pthread_mutex_unlock(&mutex);
    if (!taken) return SK_NONE;
    sk_release(name);
    return sk_raise(sk_exc_ValueError, "tool %d is already in use", id);
}

static SkValue clear_tool(SkValue v, bool name_too) {
    int id;
    if (!tool_argument(v, &id)) return SK_EMPTY;
    SkValue gone[EVENTS + 1];
    pthread_mutex_lock(&mutex);
    for (int i = 0; i < EVENTS; i++) {
        gone[i] = tools[id].callbacks[i];
        tools[id].callbacks[i] = SK_EMPTY;
    }
    gone[EVENTS] = name_too ? tools[id].name : SK_EMPTY;
    if (name_too) tools[id].name = SK_EMPTY;
    tools[id].events = 0;
    pthread_mutex_unlock(&mutex);
    for (int i = 0; i <= EVENTS; i++) sk_release(gone[i]);
    return SK_NONE;
}
static SkValue free_tool_id(SkValue module, SkValue v) {
    (void)module;
    return clear_tool(v, true);
}
static SkValue clear_tool_id(SkValue module, SkValue v) {
    (void)module;
    int id;
    if (!tool_argument(v, &id) || !in_use(id)) return SK_EMPTY;
    return clear_tool(v, false);
}

static SkValue get_tool(SkValue module, SkValue v) {
    (void)module;
    int id;
    if (!tool_argument(v, &id)) return SK_EMPTY;
    pthread_mutex_lock(&mutex);
    SkValue name = sk_retain(tools[id].name);
    pthread_mutex_unlock(&mutex);
    return sk_is_empty(name) ? SK_NONE : name;
}

static SkValue register_callback(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id, event;
    if (!sk_check_nargs("register_callback", nargs, 3, 3) || !tool_argument(args[0], &id) || !sk_as_int(args[1], &event)) return SK_EMPTY;
    if (event <= 0 || (event & (event - 1))) return sk_raise(sk_exc_ValueError, "The callback can only be set for one event at a time");
    int n = __builtin_ctz((unsigned)event);
    if (n >= EVENTS) return sk_raise(sk_exc_ValueError, "invalid event %d", event);
    SkValue f = sk_is_none(args[2]) ? SK_EMPTY : sk_retain(args[2]);
    pthread_mutex_lock(&mutex);
    SkValue old = tools[id].callbacks[n];
    tools[id].callbacks[n] = f;
    pthread_mutex_unlock(&mutex);
    return sk_is_empty(old) ? SK_NONE : old;
}

static SkValue get_events(SkValue module, SkValue v) {
    (void)module;
    int id;
    if (!tool_argument(v, &id) || !in_use(id)) return SK_EMPTY;
    pthread_mutex_lock(&mutex);
    int64_t events = tools[id].events;
    pthread_mutex_unlock(&mutex);
    return sk_int_from_int64(events);
}

static bool event_set(SkValue v, int *events) {
    if (!sk_as_int(v, events)) return false;
    return (*events >= 0 && *events < 1 << EVENTS) || sk_raise_false(sk_exc_ValueError, "invalid event set 0x%x", *events);
}

static SkValue set_events(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id, events;
    if (!sk_check_nargs("set_events", nargs, 2, 2) || !tool_argument(args[0], &id) || !event_set(args[1], &events) || !in_use(id)) return SK_EMPTY;
    pthread_mutex_lock(&mutex);
    tools[id].events = events;
    pthread_mutex_unlock(&mutex);
    return SK_NONE;
}

static bool code_argument(SkValue v) { return sk_has_index(v, SK_T_CODE) || sk_raise_false(sk_exc_TypeError, "code must be a code object"); }

static SkValue get_local_events(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id;
    if (!sk_check_nargs("get_local_events", nargs, 2, 2) || !tool_argument(args[0], &id) || !code_argument(args[1]) || !in_use(id)) return SK_EMPTY;
    return sk_from_small_int(0);
}
static SkValue set_local_events(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id, events;
    if (!sk_check_nargs("set_local_events", nargs, 3, 3) || !tool_argument(args[0], &id) || !code_argument(args[1]) ||
        !event_set(args[2], &events) || !in_use(id))
        return SK_EMPTY;
    return SK_NONE;
}

static SkValue restart_events(SkValue module) {
    (void)module;
    return SK_NONE;
}

static SkValue all_events(SkValue module) {
    (void)module;
    return sk_dict_new();
}

static const SkMethodDef functions[] = {
    {"use_tool_id", SK_FAST, {.fast = use_tool_id}, "(tool_id, name, /)", "Take a tool's number into use."},
    {"free_tool_id", SK_ONEARG, {.onearg = free_tool_id}, "(tool_id, /)", "Give a tool's number back."},
    {"clear_tool_id", SK_ONEARG, {.onearg = clear_tool_id}, "(tool_id, /)", "Forget a tool's events and callbacks."},
    {"get_tool", SK_ONEARG, {.onearg = get_tool}, "(tool_id, /)", "The name of the tool, or None."},
    {"register_callback", SK_FAST, {.fast = register_callback}, "(tool_id, event, func, /)", "Set the callback of an event."},
    {"get_events", SK_ONEARG, {.onearg = get_events}, "(tool_id, /)", "The tool's events."},
    {"set_events", SK_FAST, {.fast = set_events}, "(tool_id, event_set, /)", "Set the tool's events."},
    {"get_local_events", SK_FAST, {.fast = get_local_events}, "(tool_id, code, /)", "The tool's events for a code object."},
    {"set_local_events", SK_FAST, {.fast = set_local_events}, "(tool_id, code, event_set, /)", "Set the tool's events for a code object."},
    {"restart_events", SK_NOARGS, {.noargs = restart_events}, "()", "Enable what callbacks have disabled."},
    {"_all_events", SK_NOARGS, {.noargs = all_events}, "()", "The events in force, by name."},
    {0},
};

static SkValue make_events(void) {
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    for (int i = 0; i < EVENTS; i++)
        if (!sk_dict_set_s(d, event_names[i], sk_from_small_int(INT64_C(1) << i))) return SK_EMPTY;
    return sk_dict_set_s(d, "NO_EVENTS", sk_from_small_int(0)) ? sk_namespace_new(d) : SK_EMPTY;
}

static SkValue make_mark(void) { return sk_call(sk_type_value(&sk_object_type), NULL, 0, SK_EMPTY); }

static bool exec(SkValue m) {
    return sk_module_add_int(m, "DEBUGGER_ID", 0) && sk_module_add_int(m, "COVERAGE_ID", 1) && sk_module_add_int(m, "PROFILER_ID", 2) &&
           sk_module_add_int(m, "OPTIMIZER_ID", 5) && sk_module_add_steal(m, "DISABLE", make_mark()) &&
           sk_module_add_steal(m, "MISSING", make_mark()) && sk_module_add_steal(m, "events", make_events());
}

static const SkModuleDef monitoring = {.name = "sys.monitoring", .doc = "Events of running programs.", .functions = functions, .exec = exec};

bool sk_sys_add_monitoring(SkValue module) { return sk_module_add_steal(module, "monitoring", sk_module_create(&monitoring)); }
