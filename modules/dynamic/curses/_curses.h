// What the files of _curses share. ncurses has one state for the process and is not to be entered twice: a mutex is held around
// every call of it, waited for detached. Waiting for a key happens outside of the library, without the mutex.
#ifndef SKEIN_MODULES__CURSES_H
#define SKEIN_MODULES__CURSES_H

#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <pthread.h>

#include "modules/arguments.h"
#include "modules/error_class.h"
#include "modules/posix.h"

typedef struct SkCursesOrphan {
    WINDOW *window;
    struct SkCursesOrphan *next;
} SkCursesOrphan;

typedef struct {
    SkObject header;
    WINDOW *window;              // set at creation
    SkSlot parent;               // a window within another, or empty
    SkSlot encoding;             // str
    SkCursesOrphan *orphan;      // what is needed when it dies
} SkCursesWindow;

extern SkType sk_curses_window_type;
extern SkErrorClass sk_curses_error;
SK_INLINE WINDOW *sk_curses_of(SkValue v) { return ((SkCursesWindow *)sk_ptr(v))->window; }

void sk_curses_lock(void);
void sk_curses_unlock(void);
// A call of the library, under the mutex.
#define SK_CURSES(expr)                                                                                                     \
    ({                                                                                                                      \
        sk_curses_lock();                                                                                                   \
        __auto_type curses_result_ = (expr);                                                                                \
        sk_curses_unlock();                                                                                                 \
        curses_result_;                                                                                                     \
    })
// The same, detached: for those that write to the terminal or wait.
#define SK_CURSES_DETACHED(expr) SK_CURSES(SK_DETACHED(expr))

// Tenths of a second that a key is waited for (halfdelay), or 0. Under the mutex.
extern int sk_curses_half_delay;

// None, or "f() returned ERR".
SkValue sk_curses_done(int r, const char *f) SK_MUST_USE;
SkValue sk_curses_null(const char *f) SK_COLD;
// What must have been called: false with an exception.
bool sk_curses_has_screen(void) SK_MUST_USE;
// "f requires 1 to 4 arguments".
bool sk_curses_nargs(const char *f, size_t n, size_t min, size_t max) SK_MUST_USE;
// n ints.
bool sk_curses_ints(const SkValue *a, size_t n, int *out) SK_MUST_USE;
// A character: an int, bytes or str of one. wide: what is no ASCII; 0: it is in *narrow.
bool sk_curses_char(SkValue v, chtype *narrow, wchar_t *wide) SK_MUST_USE;
bool sk_curses_attr(SkValue v, attr_t *out) SK_MUST_USE;   // SK_EMPTY: A_NORMAL
// A new window object. Takes the window; parent may be SK_EMPTY.
SkValue sk_curses_window_new(WINDOW *w, SkValue parent, const char *f) SK_MUST_USE;
bool sk_curses_add_constants(SkValue module) SK_MUST_USE;
bool sk_curses_add_screen_constants(SkValue module) SK_MUST_USE;   // what is known once there is a screen

#endif
