// sys.monitoring (PEP 669): arguments are checked here; the work is in core/vm/monitor.c.
#include "core/vm/monitor.h"
#include "modules/sys.h"
#include "objects/audit.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/namespace.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

enum { C_EVENTS = SK_MONITOR_BIT(C_RETURN) | SK_MONITOR_BIT(C_RAISE), BRANCHES = SK_MONITOR_BIT(BRANCH_LEFT) | SK_MONITOR_BIT(BRANCH_RIGHT) };

static bool tool_argument(SkValue v, int *id) {
    if (!sk_as_int(v, id)) return false;
    return (*id >= 0 && *id < SK_MONITOR_TOOLS) || sk_raise_false(sk_exc_ValueError, "invalid tool %d (must be between 0 and 5)", *id);
}

static bool in_use(int id) {
    SK_AUTO SkValue name = sk_monitor_tool_name(id);
    return !sk_is_empty(name) || sk_raise_false(sk_exc_ValueError, "tool %d is not in use", id);
}

static SkValue use_tool_id(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id;
    if (!sk_check_nargs("use_tool_id", nargs, 2, 2) || !tool_argument(args[0], &id)) return SK_EMPTY;
    if (!sk_is_str(args[1])) return sk_raise(sk_exc_ValueError, "tool name must be a str");
    return sk_monitor_use(id, args[1]) ? SK_NONE : sk_raise(sk_exc_ValueError, "tool %d is already in use", id);
}

static SkValue free_tool_id(SkValue module, SkValue v) {
    (void)module;
    int id;
    if (!tool_argument(v, &id)) return SK_EMPTY;
    sk_monitor_clear(id, true);
    return SK_NONE;
}
static SkValue clear_tool_id(SkValue module, SkValue v) {
    (void)module;
    int id;
    if (!tool_argument(v, &id) || !in_use(id)) return SK_EMPTY;
    sk_monitor_clear(id, false);
    return SK_NONE;
}

static SkValue get_tool(SkValue module, SkValue v) {
    (void)module;
    int id;
    if (!tool_argument(v, &id)) return SK_EMPTY;
    SkValue name = sk_monitor_tool_name(id);
    return sk_is_empty(name) ? SK_NONE : name;
}

static SkValue register_callback(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id, event;
    if (!sk_check_nargs("register_callback", nargs, 3, 3) || !tool_argument(args[0], &id) || !sk_as_int(args[1], &event)) return SK_EMPTY;
    if (event <= 0 || (event & (event - 1))) return sk_raise(sk_exc_ValueError, "The callback can only be set for one event at a time");
    int n = __builtin_ctz((unsigned)event);
    if (n >= SK_MONITOR_COUNT) return sk_raise(sk_exc_ValueError, "invalid event %d", event);
    if (!sk_audit("sys.monitoring.register_callback", args[2])) return SK_EMPTY;
    SkValue old = sk_monitor_set_callback(id, n, args[2]);
    return sk_is_empty(old) ? SK_NONE : old;
}

static bool event_set(SkValue v, bool local, uint32_t *events) {
    int n;
    if (!sk_as_int(v, &n)) return false;
    if (n < 0 || n >= 1 << SK_MONITOR_COUNT) return sk_raise_false(sk_exc_ValueError, "invalid event set 0x%x", n);
    *events = (uint32_t)n;
    if ((*events & C_EVENTS) && !(*events & SK_MONITOR_BIT(CALL)))
        return sk_raise_false(sk_exc_ValueError, "cannot set C_RETURN or C_RAISE events independently");
    if (*events & SK_MONITOR_BIT(BRANCH)) *events |= BRANCHES;
    *events &= ~(uint32_t)(C_EVENTS | SK_MONITOR_BIT(BRANCH));
    if (local && (*events & ~(uint32_t)SK_MONITOR_LOCAL)) return sk_raise_false(sk_exc_ValueError, "invalid local event set 0x%x", n);
    return true;
}

static SkValue get_events(SkValue module, SkValue v) {
    (void)module;
    int id;
    return tool_argument(v, &id) ? sk_from_small_int(sk_monitor_events(id, NULL)) : SK_EMPTY;
}

static SkValue set_events(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id;
    uint32_t events;
    if (!sk_check_nargs("set_events", nargs, 2, 2) || !tool_argument(args[0], &id) || !event_set(args[1], false, &events) || !in_use(id))
        return SK_EMPTY;
    return sk_monitor_set_events(id, NULL, events) ? SK_NONE : SK_EMPTY;
}

static bool code_argument(SkValue v) { return sk_has_index(v, SK_T_CODE) || sk_raise_false(sk_exc_TypeError, "code must be a code object"); }

static SkValue get_local_events(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id;
    if (!sk_check_nargs("get_local_events", nargs, 2, 2) || !tool_argument(args[0], &id) || !code_argument(args[1])) return SK_EMPTY;
    return sk_from_small_int(sk_monitor_events(id, sk_as_code(args[1])));
}
static SkValue set_local_events(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    int id;
    uint32_t events;
    if (!sk_check_nargs("set_local_events", nargs, 3, 3) || !tool_argument(args[0], &id) || !code_argument(args[1]) ||
        !event_set(args[2], true, &events) || !in_use(id))
        return SK_EMPTY;
    return sk_monitor_set_events(id, sk_as_code(args[1]), events) ? SK_NONE : SK_EMPTY;
}

static SkValue restart_events(SkValue module) {
    (void)module;
    sk_monitor_restart();
    return SK_NONE;
}

static SkValue all_events(SkValue module) {
    (void)module;
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    for (int event = 0; event < SK_MONITOR_COUNT; event++) {
        int tools = 0;
        for (int id = 0; id < SK_MONITOR_TOOLS; id++) tools |= (sk_monitor_events(id, NULL) >> event & 1) << id;
        if (tools && !sk_dict_set_s(d, sk_monitor_event_name(event), sk_from_small_int(tools))) return SK_EMPTY;
    }
    return sk_move(&d);
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
    for (int i = 0; i < SK_MONITOR_COUNT; i++)
        if (!sk_dict_set_s(d, sk_monitor_event_name(i), sk_from_small_int(INT64_C(1) << i))) return SK_EMPTY;
    return sk_dict_set_s(d, "NO_EVENTS", sk_from_small_int(0)) ? sk_namespace_new(d) : SK_EMPTY;
}

static SkValue make_mark(SkValue *where) {
    *where = sk_call(sk_type_value(&sk_object_type), NULL, 0, SK_EMPTY);
    if (!sk_is_empty(*where)) sk_make_immortal(sk_ptr(*where));
    return *where;
}

static bool exec(SkValue m) {
    return sk_module_add_int(m, "DEBUGGER_ID", 0) && sk_module_add_int(m, "COVERAGE_ID", 1) && sk_module_add_int(m, "PROFILER_ID", 2) &&
           sk_module_add_int(m, "OPTIMIZER_ID", 5) && sk_module_add_steal(m, "DISABLE", make_mark(&sk_monitor_disable)) &&
           sk_module_add_steal(m, "MISSING", make_mark(&sk_monitor_missing)) && sk_module_add_steal(m, "events", make_events());
}

static const SkModuleDef monitoring = {.name = "sys.monitoring", .doc = "Events of running programs.", .functions = functions, .exec = exec};

bool sk_sys_add_monitoring(SkValue module) { return sk_module_add_steal(module, "monitoring", sk_module_create(&monitoring)); }
