// _curses_panel: windows that lie one above the other.
#include "modules/dynamic/curses/_curses.h"

#include <panel.h>

#include "objects/module.h"

// The library's user pointer of a panel is our object, which a stack of panels keeps alive by `self` until the panel is deleted.
typedef struct {
    SkObject header;
    PANEL *panel;      // set at creation
    SkSlot window;
    SkSlot user;
} Panel;

static SkErrorClass error;
static SkType panel_type;
static Panel *of(SkValue v) { return (Panel *)sk_ptr(v); }
static SkValue done(int r, const char *f) { return r != ERR ? SK_NONE : sk_raise(sk_error_class(&error), "%s() returned ERR", f); }

static void panel_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((Panel *)o)->window, visit, arg);
    sk_slot_visit(&((Panel *)o)->user, visit, arg);
}
static void panel_clear(SkObject *o) { sk_slot_set(o, &((Panel *)o)->user, SK_EMPTY); }
static void panel_destroy(SkObject *o) {
    Panel *p = (Panel *)o;
    if (p->panel) (void)SK_CURSES(del_panel(p->panel));
    sk_slot_destroy(o, &p->window);
    sk_slot_destroy(o, &p->user);
    sk_object_free(o, sizeof *p);
}

// The object of a panel of the stack: one may be dying, waiting for the mutex that its caller has. Counted, or None.
static SkValue object_of(PANEL *panel) {
    SkObject *o = panel ? (SkObject *)panel_userptr(panel) : NULL;
    return o && sk_try_incref(o) ? sk_counted(o) : SK_NONE;
}

static SkValue new_panel_(SkValue m SK_UNUSED, SkValue window) {
    if (!sk_is_instance_of(window, &sk_curses_window_type)) return sk_raise(sk_exc_TypeError, "new_panel() argument must be _curses.window, not %O", window);
    Panel *p = (Panel *)sk_container_new(&panel_type.head, sizeof *p);
    if (!p) return sk_raise_memory();
    SK_AUTO SkValue v = sk_counted(p);
    sk_slot_publish(&p->window, sk_retain(window));
    sk_curses_lock();
    p->panel = new_panel(sk_curses_of(window));
    if (p->panel) set_panel_userptr(p->panel, p);
    sk_curses_unlock();
    return p->panel ? sk_move(&v) : sk_raise(sk_error_class(&error), "new_panel() returned NULL");
}

#define STACK(name, panel)                             \
    static SkValue name##_(SkValue m SK_UNUSED) {      \
        if (!sk_curses_has_screen()) return SK_EMPTY;  \
        return SK_CURSES(object_of(panel));            \
    }
STACK(bottom_panel, panel_above(NULL)) STACK(top_panel, panel_below(NULL))

static SkValue update_panels_(SkValue m SK_UNUSED) {
    if (!sk_curses_has_screen()) return SK_EMPTY;
    sk_curses_lock();
    update_panels();
    sk_curses_unlock();
    return SK_NONE;
}

#define ACT(name, call, f) \
    static SkValue p_##name(SkValue self) { return done(SK_CURSES(call(of(self)->panel)), f); }
ACT(bottom, bottom_panel, "bottom") ACT(hide, hide_panel, "hide") ACT(show, show_panel, "show") ACT(top, top_panel, "top")
static SkValue p_above(SkValue self) { return SK_CURSES(object_of(panel_above(of(self)->panel))); }
static SkValue p_below(SkValue self) { return SK_CURSES(object_of(panel_below(of(self)->panel))); }
static SkValue p_hidden(SkValue self) {
    int r = SK_CURSES(panel_hidden(of(self)->panel));
    return r == ERR ? done(r, "panel_hidden") : sk_bool(r);
}
static SkValue p_move(SkValue self, const SkValue *a) {
    int i[2];
    return sk_curses_ints(a, 2, i) ? done(SK_CURSES(move_panel(of(self)->panel, i[0], i[1])), "move_panel") : SK_EMPTY;
}
static SkValue p_window(SkValue self) { return sk_slot_load(sk_ptr(self), &of(self)->window); }
static SkValue p_replace(SkValue self, SkValue window) {
    if (!sk_is_instance_of(window, &sk_curses_window_type)) return sk_raise(sk_exc_TypeError, "replace() argument must be _curses.window, not %O", window);
    if (SK_CURSES(replace_panel(of(self)->panel, sk_curses_of(window))) == ERR) return done(ERR, "replace_panel");
    sk_slot_set(sk_ptr(self), &of(self)->window, sk_retain(window));
    return SK_NONE;
}
static SkValue p_set_user(SkValue self, SkValue v) {
    sk_slot_set(sk_ptr(self), &of(self)->user, sk_retain(v));
    return SK_NONE;
}
static SkValue p_user(SkValue self) {
    SkValue v = sk_slot_load(sk_ptr(self), &of(self)->user);
    return sk_is_empty(v) ? sk_raise(sk_error_class(&error), "no userptr set") : v;
}

static const SkMethodDef methods[] = {
    {"above", SK_NOARGS, .noargs = p_above, .sig = "()", .doc = "Return the panel above the current panel."},
    {"below", SK_NOARGS, .noargs = p_below, .sig = "()", .doc = "Return the panel below the current panel."},
    {"bottom", SK_NOARGS, .noargs = p_bottom, .sig = "()", .doc = "Push the panel to the bottom of the stack."},
    {"hidden", SK_NOARGS, .noargs = p_hidden, .sig = "()", .doc = "Return True if the panel is hidden (not visible), False otherwise."},
    {"hide", SK_NOARGS, .noargs = p_hide, .sig = "()", .doc = "Hide the panel.\n\nThis does not delete the object, it just makes the window on screen invisible."},
    {"move", SK_SIG, .sig_fn = p_move, .sig = "(y, x, /)", .doc = "Move the panel to the screen coordinates (y, x)."},
    {"replace", SK_ONEARG, .onearg = p_replace, .sig = "(win, /)", .doc = "Change the window associated with the panel to the window win."},
    {"set_userptr", SK_ONEARG, .onearg = p_set_user, .sig = "(obj, /)", .doc = "Set the panel's user pointer to obj."},
    {"show", SK_NOARGS, .noargs = p_show, .sig = "()", .doc = "Display the panel (which might have been hidden)."},
    {"top", SK_NOARGS, .noargs = p_top, .sig = "()", .doc = "Push panel to the top of the stack."},
    {"userptr", SK_NOARGS, .noargs = p_user, .sig = "()", .doc = "Return the user pointer for the panel."},
    {"window", SK_NOARGS, .noargs = p_window, .sig = "()", .doc = "Return the window object associated with the panel."},
    {0},
};

static SkType panel_type = {
    SK_TYPE_HEAD(0, sizeof(Panel), panel_trace, panel_clear, panel_destroy),
    .name = "_curses_panel.panel",
    .flags = SK_TF_NO_NEW,
    .methods = methods,
};

static const SkMethodDef functions[] = {
    {"new_panel", SK_ONEARG, .onearg = new_panel_, .sig = "(win, /)", .doc = "Return a panel object, associating it with the given window win."},
    {"bottom_panel", SK_NOARGS, .noargs = bottom_panel_, .sig = "()", .doc = "Return the bottom panel in the panel stack."},
    {"top_panel", SK_NOARGS, .noargs = top_panel_, .sig = "()", .doc = "Return the top panel in the panel stack."},
    {"update_panels", SK_NOARGS, .noargs = update_panels_, .sig = "()", .doc = "Updates the virtual screen after changes in the panel stack.\n\nThis does not call curses.doupdate(), so you'll have to do this yourself."},
    {0},
};

static bool exec(SkValue m) {
    SK_AUTO SkValue curses = sk_import("_curses");
    return !sk_is_empty(curses) && sk_add_error_class(m, &error, "_curses_panel.error", sk_exc_Exception, NULL) && sk_module_add_type(m, &panel_type) &&
           sk_module_add_str(m, "version", "2.1") && sk_module_add_str(m, "__version__", "2.1");
}
SK_EXPORT const SkModuleDef sk_module__curses_panel = {"_curses_panel", NULL, functions, exec};
