// sys.monitoring (PEP 669): tools, their callbacks, and the events they want of all code or of single code objects.
//
// Tools and callbacks are shared by all threads and guarded by a mutex that is held for moments; nothing is released and no
// Python code runs under it. A code object that a tool watches has a record (SkCode.extra), made once and kept as long as it lives.
#ifndef SKEIN_CORE_VM_MONITOR_H
#define SKEIN_CORE_VM_MONITOR_H

#include "core/vm/frame.h"

enum { SK_MONITOR_TOOLS = 6 };

// The bits of sets of events, as Python sees them.
#define SK_MONITOR_EVENTS(X)                                                                                                       \
    X(PY_START) X(PY_RESUME) X(PY_RETURN) X(PY_YIELD) X(CALL) X(LINE) X(INSTRUCTION) X(JUMP) X(BRANCH_LEFT) X(BRANCH_RIGHT)          \
    X(STOP_ITERATION) X(RAISE) X(EXCEPTION_HANDLED) X(PY_UNWIND) X(PY_THROW) X(RERAISE) X(C_RETURN) X(C_RAISE) X(BRANCH)
typedef enum {
#define X(name) SK_MONITOR_##name,
    SK_MONITOR_EVENTS(X)
#undef X
    SK_MONITOR_COUNT,
} SkMonitorEvent;
#define SK_MONITOR_BIT(event) (1u << SK_MONITOR_##event)
enum {
    SK_MONITOR_LOCAL = SK_MONITOR_BIT(PY_START) | SK_MONITOR_BIT(PY_RESUME) | SK_MONITOR_BIT(PY_RETURN) | SK_MONITOR_BIT(PY_YIELD) |
                       SK_MONITOR_BIT(CALL) | SK_MONITOR_BIT(LINE) | SK_MONITOR_BIT(INSTRUCTION) | SK_MONITOR_BIT(JUMP) |
                       SK_MONITOR_BIT(BRANCH_LEFT) | SK_MONITOR_BIT(BRANCH_RIGHT) | SK_MONITOR_BIT(STOP_ITERATION),
};

// True while any tool wants any event of any code.
extern _Atomic bool sk_monitor_active;
// The events that some tool wants of this code.
uint32_t sk_monitor_wanted(SkCode *c);
// Calls the callbacks of an event at the word `at`: (code, offset, *args), for LINE (code, line). False: one raised.
bool sk_monitor_fire(SkCode *c, SkMonitorEvent event, uint32_t at, const SkValue *args, size_t nargs) SK_MUST_USE;

// ---- for the module. False and SK_EMPTY with an exception -----------------------------------------------------------------
bool sk_monitor_use(int tool, SkValue name) SK_MUST_USE;      // false without an exception: in use
void sk_monitor_clear(int tool, bool free_it);
SkValue sk_monitor_tool_name(int tool) SK_MUST_USE;           // counted, or SK_EMPTY: free
SkValue sk_monitor_set_callback(int tool, int event, SkValue f) SK_MUST_USE;   // counted: the one before, or SK_EMPTY
uint32_t sk_monitor_events(int tool, SkCode *c);              // c NULL: of all code
bool sk_monitor_set_events(int tool, SkCode *c, uint32_t events) SK_MUST_USE;
void sk_monitor_restart(void);
void sk_monitor_forget(SkCode *c);                            // it is about to go
extern SkValue sk_monitor_disable, sk_monitor_missing;        // immortal; set when the module is made
// The tool `sys.monitoring` names when it cannot disable an event.
const char *sk_monitor_event_name(int event);

#endif
