// _curses: windows.
#include "modules/dynamic/curses/_curses.h"

#include <poll.h>
#include <stdio.h>
#include <wchar.h>

#include "modules/_socket.h"

// ---- life ------------------------------------------------------------------------------------------------------------------------

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static _Atomic(SkCursesOrphan *) orphans;   // pushed by any thread, taken whole under the mutex

void sk_curses_lock(void) {
    if (pthread_mutex_trylock(&mutex) == 0) return;
    sk_thread_detach();
    pthread_mutex_lock(&mutex);
    sk_thread_attach();
}

void sk_curses_unlock(void) {
    // PAIR(curses-orphans): with window_destroy
    SkCursesOrphan *o = sk_load_relaxed(&orphans) ? sk_swap_acq_rel(&orphans, NULL) : NULL;
    // In the order in which they died: windows within others first.
    SkCursesOrphan *first = NULL;
    while (o) {
        SkCursesOrphan *next = o->next;
        o->next = first;
        first = o;
        o = next;
    }
    while (first) {
        SkCursesOrphan *next = first->next;
        delwin(first->window);
        sk_free(first);
        first = next;
    }
    pthread_mutex_unlock(&mutex);
}

static void window_trace(SkObject *o, SkVisit visit, void *arg) {
    sk_slot_visit(&((SkCursesWindow *)o)->parent, visit, arg);
    sk_slot_visit(&((SkCursesWindow *)o)->encoding, visit, arg);
}
static void window_destroy(SkObject *o) {
    SkCursesWindow *w = (SkCursesWindow *)o;
    SkCursesOrphan *left = w->orphan;
    // The library is not entered by who drops an object: the next to use it deletes the window.
    if (w->window && w->window != stdscr && left) {
        left->window = w->window;
        SkCursesOrphan *head = sk_load_relaxed(&orphans);
        do left->next = head;
        while (!sk_cas_weak_release(&orphans, &head, left));  // PAIR(curses-orphans)
    } else {
        sk_free(left);
    }
    sk_slot_destroy(o, &w->encoding);
    sk_slot_destroy(o, &w->parent);
    sk_object_free(o, sizeof *w);
}

SkValue sk_curses_window_new(WINDOW *window, SkValue parent, const char *f) {
    if (!window) return sk_curses_null(f);
    SkCursesWindow *w = (SkCursesWindow *)sk_container_new(&sk_curses_window_type.head, sizeof *w);
    SkCursesOrphan *orphan = sk_malloc(sizeof *orphan);
    SK_AUTO SkValue v = sk_counted(w);
    SkValue encoding = w && orphan ? sk_str_from("utf-8") : SK_EMPTY;
    if (sk_is_empty(encoding)) {
        if (window != stdscr) (void)SK_CURSES(delwin(window));
        sk_free(orphan);
        return sk_raise_memory();
    }
    w->window = window;
    w->orphan = orphan;
    sk_slot_publish(&w->encoding, encoding);
    if (!sk_is_empty(parent)) sk_slot_publish(&w->parent, sk_retain(parent));
    return sk_move(&v);
}

// ---- arguments -------------------------------------------------------------------------------------------------------------------

// An optional position before the other arguments, of which there are at least min.
typedef struct {
    bool given;
    int y, x;
} Place;
static bool place(const SkValue **a, size_t *n, size_t min, Place *out) {
    *out = (Place){0};
    if (*n < min + 2) return true;
    out->given = true;
    if (!sk_as_int((*a)[0], &out->y) || !sk_as_int((*a)[1], &out->x)) return false;
    *a += 2;
    *n -= 2;
    return true;
}
static int go(SkValue self, Place p) { return p.given ? wmove(sk_curses_of(self), p.y, p.x) : OK; }
// A call after the cursor has been put there.
#define AT(self, p, expr) SK_CURSES(go(self, p) == ERR ? ERR : (expr))

// A text: wide for a str, else bytes.
typedef struct {
    wchar_t *wide;
    SkBuffer view;
    char *narrow;
    size_t length;
} Text;
static void text_release(Text *t) {
    sk_free(t->wide);
    sk_free(t->narrow);
    sk_buffer_release(&t->view);
}
static bool text_arg(SkValue v, Text *t) {
    if (sk_is_str(v)) {
        t->length = sk_str_len(v);
        t->wide = sk_malloc((t->length + 1) * sizeof *t->wide);
        if (!t->wide) return sk_raise_memory(), false;
        for (size_t i = 0; i < t->length; i++)
            if (!(t->wide[i] = (wchar_t)sk_str_at(sk_as_str(v), i))) return sk_raise_false(sk_exc_ValueError, "embedded null character");
        t->wide[t->length] = 0;
        return true;
    }
    if (!sk_is_bytes(v)) return sk_raise_false(sk_exc_TypeError, "expect bytes or str, got %T", v);
    if (!sk_buffer_get(v, &t->view, SK_BUF_SIMPLE)) return false;
    t->length = (size_t)t->view.length;
    t->narrow = sk_malloc(t->length + 1);
    if (!t->narrow) return sk_raise_memory(), false;
    memcpy(t->narrow, t->view.data, t->length);
    if (memchr(t->narrow, 0, t->length)) return sk_raise_false(sk_exc_ValueError, "embedded null byte");
    t->narrow[t->length] = '\0';
    return true;
}

// For calls that take no more than a byte.
static bool byte_arg(SkValue v, chtype *narrow) {
    wchar_t wide;
    if (!sk_curses_char(v, narrow, &wide)) return false;
    return !wide || sk_raise_false(sk_exc_OverflowError, "byte doesn't fit in chtype");
}

static int put_char(SkValue self, chtype narrow, wchar_t wide, attr_t attr) {
    if (!wide) return waddch(sk_curses_of(self), narrow | attr);
    cchar_t c;
    wchar_t text[2] = {wide, 0};
    if (setcchar(&c, text, attr, PAIR_NUMBER(attr), NULL) == ERR) return ERR;
    return wadd_wch(sk_curses_of(self), &c);
}

// ---- writing ---------------------------------------------------------------------------------------------------------------------

static SkValue w_addch(SkValue self, const SkValue *a, size_t n) {
    Place p;
    chtype narrow;
    wchar_t wide;
    attr_t attr;
    if (!sk_curses_nargs("addch", n, 1, 4) || !place(&a, &n, 1, &p) || !sk_curses_char(a[0], &narrow, &wide) || !sk_curses_attr(n > 1 ? a[1] : SK_EMPTY, &attr))
        return SK_EMPTY;
    return sk_curses_done(AT(self, p, put_char(self, narrow, wide, attr)), "addch");
}
static SkValue w_insch(SkValue self, const SkValue *a, size_t n) {
    Place p;
    chtype c;
    attr_t attr;
    if (!sk_curses_nargs("insch", n, 1, 4) || !place(&a, &n, 1, &p) || !byte_arg(a[0], &c) || !sk_curses_attr(n > 1 ? a[1] : SK_EMPTY, &attr)) return SK_EMPTY;
    return sk_curses_done(AT(self, p, winsch(sk_curses_of(self), c | attr)), "insch");
}

static SkValue with_attr(const char *f, SkValue self, const SkValue *a, size_t n, int (*call)(WINDOW *, chtype)) {
    chtype c;
    attr_t attr;
    if (!sk_curses_nargs(f, n, 1, 2) || !byte_arg(a[0], &c) || !sk_curses_attr(n > 1 ? a[1] : SK_EMPTY, &attr)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES_DETACHED(call(sk_curses_of(self), c | attr)), f);
}
static int set_background(WINDOW *w, chtype c) { return wbkgdset(w, c), OK; }
static int echo_char(WINDOW *w, chtype c) { return is_pad(w) ? pechochar(w, c) : wechochar(w, c); }
static SkValue w_echochar(SkValue s, const SkValue *a, size_t n) { return with_attr("echochar", s, a, n, echo_char); }
static SkValue w_bkgd(SkValue s, const SkValue *a, size_t n) { return with_attr("bkgd", s, a, n, wbkgd); }
static SkValue w_bkgdset(SkValue s, const SkValue *a, size_t n) { return with_attr("bkgdset", s, a, n, set_background); }

typedef int (*TextFn)(WINDOW *, const char *, int);
typedef int (*WideTextFn)(WINDOW *, const wchar_t *, int);
static int put_text(SkValue self, const Text *t, int limit, const attr_t *attr, TextFn put, WideTextFn put_wide) {
    WINDOW *w = sk_curses_of(self);
    attr_t old = getattrs(w);
    if (attr) wattrset(w, (int)*attr);
    int r = t->wide ? put_wide(w, t->wide, limit) : put(w, t->narrow, limit);
    if (attr) wattrset(w, (int)old);
    return r;
}
static SkValue write_text(const char *f, const char *wide_name, bool limited, SkValue self, const SkValue *a, size_t n, TextFn put, WideTextFn put_wide) {
    size_t min = limited ? 2 : 1;
    Place p;
    int limit = -1;
    attr_t attr;
    SK_CLEANUP(text_release) Text t = {0};
    if (!sk_curses_nargs(f, n, min, min + 3) || !place(&a, &n, min, &p) || !text_arg(a[0], &t)) return SK_EMPTY;
    if ((limited && !sk_as_int(a[1], &limit)) || !sk_curses_attr(n > min ? a[min] : SK_EMPTY, &attr)) return SK_EMPTY;
    return sk_curses_done(AT(self, p, put_text(self, &t, limit, n > min ? &attr : NULL, put, put_wide)), t.wide ? wide_name : f);
}
static SkValue w_addstr(SkValue s, const SkValue *a, size_t n) { return write_text("addstr", "addwstr", false, s, a, n, waddnstr, waddnwstr); }
static SkValue w_addnstr(SkValue s, const SkValue *a, size_t n) { return write_text("addnstr", "addnwstr", true, s, a, n, waddnstr, waddnwstr); }
static SkValue w_insstr(SkValue s, const SkValue *a, size_t n) { return write_text("insstr", "inswstr", false, s, a, n, winsnstr, wins_nwstr); }
static SkValue w_insnstr(SkValue s, const SkValue *a, size_t n) { return write_text("insnstr", "insn_wstr", true, s, a, n, winsnstr, wins_nwstr); }

static SkValue line(const char *f, SkValue self, const SkValue *a, size_t n, int (*draw)(WINDOW *, chtype, int)) {
    Place p;
    chtype c;
    int count;
    attr_t attr;
    if (!sk_curses_nargs(f, n, 2, 5) || !place(&a, &n, 2, &p) || !byte_arg(a[0], &c) || !sk_as_int(a[1], &count)) return SK_EMPTY;
    if (!sk_curses_attr(n > 2 ? a[2] : SK_EMPTY, &attr)) return SK_EMPTY;
    return sk_curses_done(AT(self, p, draw(sk_curses_of(self), c | attr, count)), f);
}
static SkValue w_hline(SkValue s, const SkValue *a, size_t n) { return line("hline", s, a, n, whline); }
static SkValue w_vline(SkValue s, const SkValue *a, size_t n) { return line("vline", s, a, n, wvline); }

static bool edges(const SkValue *a, size_t n, chtype *out) {
    for (size_t i = 0; i < n; i++)
        if (!byte_arg(a[i], &out[i])) return false;
    return true;
}
static SkValue w_border(SkValue self, const SkValue *a, size_t n) {
    chtype c[8] = {0};
    if (!sk_curses_nargs("border", n, 0, 8) || !edges(a, n, c)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(wborder(sk_curses_of(self), c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7])), "border");
}
static SkValue w_box(SkValue self, const SkValue *a, size_t n) {
    chtype c[2] = {0};
    if (n == 1 || n > 2) return sk_raise(sk_exc_TypeError, "box requires 0 or 2 arguments");
    if (!edges(a, n, c)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(box(sk_curses_of(self), c[0], c[1])), "box");
}

// chgat([y, x, ] [num,] attr)
static int change(SkValue self, Place p, int count, attr_t attr) {
    WINDOW *w = sk_curses_of(self);
    if (go(self, p) == ERR) return ERR;
    int r = wchgat(w, count, attr & ~(attr_t)A_COLOR, PAIR_NUMBER(attr), NULL);
    return r == ERR ? ERR : touchline(w, getcury(w), 1);
}
static SkValue w_chgat(SkValue self, const SkValue *a, size_t n) {
    Place p;
    int count = -1;
    attr_t attr;
    if (!sk_curses_nargs("chgat", n, 1, 4) || !place(&a, &n, 1, &p)) return SK_EMPTY;
    if ((n > 1 && !sk_as_int(a[0], &count)) || !sk_curses_attr(a[n - 1], &attr)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(change(self, p, count, attr)), "chgat");
}

// ---- keys ------------------------------------------------------------------------------------------------------------------------

static int try_key(SkValue self, bool wide, wint_t *out, int *delay) {
    WINDOW *w = sk_curses_of(self);
    *delay = wgetdelay(w);
    if (*delay < 0 && sk_curses_half_delay) *delay = sk_curses_half_delay * 100;
    int was = wgetdelay(w), r;
    wtimeout(w, 0);
    if (wide) {
        r = wget_wch(w, out);
    } else {
        r = wgetch(w);
        *out = (wint_t)r;
    }
    wtimeout(w, was);
    return r;
}

// ERR: none came in time. False with an exception.
static bool key(SkValue self, Place p, bool wide, int *result, wint_t *out) {
    int delay = 0;
    if (p.given && SK_CURSES(go(self, p)) == ERR) return sk_release(sk_curses_done(ERR, "wmove")), false;
    int64_t until = -1;
    for (bool first = true;; first = false) {
        *result = SK_CURSES_DETACHED(try_key(self, wide, out, &delay));
        if (*result != ERR || delay == 0) return true;
        if (first && delay > 0) until = sk_socket_now() + (int64_t)delay * 1000000;
        int64_t left = until < 0 ? -1 : (until - sk_socket_now() + 999999) / 1000000;
        if (until >= 0 && left <= 0) return true;
        struct pollfd terminal = {0, POLLIN, 0};
        int r = SK_DETACHED(poll(&terminal, 1, (int)left));
        if (r < 0 && errno == EINTR && !sk_safepoint_poll()) return false;
        if (r > 0 && (terminal.revents & (POLLHUP | POLLERR | POLLNVAL)) && !(terminal.revents & POLLIN)) return true;
    }
}

static SkValue w_getch(SkValue self, const SkValue *a, size_t n) {
    Place p;
    int r;
    wint_t c;
    if (n == 1 || n > 2) return sk_raise(sk_exc_TypeError, "getch requires 0 or 2 arguments");
    return place(&a, &n, 0, &p) && key(self, p, false, &r, &c) ? sk_from_small_int(r) : SK_EMPTY;
}
static SkValue no_input(void) { return sk_raise(sk_error_class(&sk_curses_error), "no input"); }
static SkValue w_getkey(SkValue self, const SkValue *a, size_t n) {
    Place p;
    int r;
    wint_t c;
    if (n == 1 || n > 2) return sk_raise(sk_exc_TypeError, "getkey requires 0 or 2 arguments");
    if (!place(&a, &n, 0, &p) || !key(self, p, false, &r, &c)) return SK_EMPTY;
    if (r == ERR) return no_input();
    if (r <= 255) return sk_str_from_code_point((uint32_t)r);
    sk_curses_lock();
    const char *name = keyname(r);
    SkValue v = name ? sk_str_from_latin1(name, strlen(name)) : sk_str_from("");
    sk_curses_unlock();
    return v;
}
static SkValue w_get_wch(SkValue self, const SkValue *a, size_t n) {
    Place p;
    int r;
    wint_t c = 0;
    if (n == 1 || n > 2) return sk_raise(sk_exc_TypeError, "get_wch requires 0 or 2 arguments");
    if (!place(&a, &n, 0, &p) || !key(self, p, true, &r, &c)) return SK_EMPTY;
    if (r == ERR) return no_input();
    return r == KEY_CODE_YES ? sk_from_small_int((int64_t)c) : sk_str_from_code_point(c);
}

// ---- reading ---------------------------------------------------------------------------------------------------------------------

enum { MAX_TEXT = 2047 };
static SkValue read_text(const char *f, SkValue self, const SkValue *a, size_t n, bool screen) {
    Place p;
    int limit = MAX_TEXT;
    char text[MAX_TEXT + 1] = "";
    if (!sk_curses_nargs(f, n, 0, 3) || !place(&a, &n, 0, &p) || (n && !sk_as_int(a[0], &limit))) return SK_EMPTY;
    if (limit < 0) return sk_raise(sk_exc_ValueError, "'n' must be nonnegative");
    if (limit > MAX_TEXT) limit = MAX_TEXT;
    sk_curses_lock();
    int r = go(self, p);
    if (r != ERR) r = screen ? winnstr(sk_curses_of(self), text, limit) : SK_DETACHED(wgetnstr(sk_curses_of(self), text, limit));
    sk_curses_unlock();
    if (!sk_safepoint_poll()) return SK_EMPTY;
    return sk_bytes_from(text, r == ERR ? 0 : strlen(text));
}
static SkValue w_instr(SkValue s, const SkValue *a, size_t n) { return read_text("instr", s, a, n, true); }
static SkValue w_getstr(SkValue s, const SkValue *a, size_t n) { return read_text("getstr", s, a, n, false); }
static SkValue w_inch(SkValue self, const SkValue *a, size_t n) {
    Place p;
    if (n == 1 || n > 2) return sk_raise(sk_exc_TypeError, "inch requires 0 or 2 arguments");
    if (!place(&a, &n, 0, &p)) return SK_EMPTY;
    chtype c = SK_CURSES(go(self, p) == ERR ? (chtype)ERR : winch(sk_curses_of(self)));
    return sk_int_from_uint64((unsigned)c);
}
static SkValue w_delch(SkValue self, const SkValue *a, size_t n) {
    Place p;
    if (n == 1 || n > 2) return sk_raise(sk_exc_TypeError, "delch requires 0 or 2 arguments");
    if (!place(&a, &n, 0, &p)) return SK_EMPTY;
    return sk_curses_done(AT(self, p, wdelch(sk_curses_of(self))), "delch");
}

// ---- calls of a few forms --------------------------------------------------------------------------------------------------------

#define NO_ARGS(name, call) \
    static SkValue w_##name(SkValue self) { return sk_curses_done(SK_CURSES(call(sk_curses_of(self))), #name); }
#define NO_RESULT(name, call)                            \
    static SkValue w_##name(SkValue self) {              \
        sk_curses_lock();                                \
        call(sk_curses_of(self));                        \
        sk_curses_unlock();                              \
        return SK_NONE;                                  \
    }
#define ONE_BOOL(name, call)                                                             \
    static SkValue w_##name(SkValue self, SkValue v) {                                   \
        int on = sk_truth(v);                                                            \
        if (on < 0) return SK_EMPTY;                                                     \
        return sk_curses_done(SK_CURSES((call(sk_curses_of(self), on), OK)), #name);     \
    }
#define INTS(name, count, ...)                                                                            \
    static SkValue w_##name(SkValue self, const SkValue *a, size_t n) {                                   \
        int i[count];                                                                                     \
        if (!sk_curses_nargs(#name, n, count, count) || !sk_curses_ints(a, n, i)) return SK_EMPTY;        \
        return sk_curses_done(SK_CURSES(__VA_ARGS__), #name);                                             \
    }
#define YX(name, y, x)                                                                                    \
    static SkValue w_##name(SkValue self) {                                                               \
        sk_curses_lock();                                                                                 \
        int yy = y(sk_curses_of(self)), xx = x(sk_curses_of(self));                                       \
        sk_curses_unlock();                                                                               \
        return sk_tuple_pack(2, sk_from_small_int(yy), sk_from_small_int(xx));                            \
    }

NO_ARGS(clear, wclear) NO_ARGS(clrtobot, wclrtobot) NO_ARGS(clrtoeol, wclrtoeol) NO_ARGS(deleteln, wdeleteln) NO_ARGS(erase, werase)
NO_ARGS(insertln, winsertln) NO_ARGS(redrawwin, redrawwin) NO_ARGS(standend, wstandend) NO_ARGS(standout, wstandout)
NO_ARGS(touchwin, touchwin) NO_ARGS(untouchwin, untouchwin)
NO_RESULT(cursyncup, wcursyncup) NO_RESULT(syncdown, wsyncdown) NO_RESULT(syncup, wsyncup)
ONE_BOOL(clearok, clearok) ONE_BOOL(idcok, idcok) ONE_BOOL(idlok, idlok) ONE_BOOL(immedok, immedok) ONE_BOOL(keypad, keypad)
ONE_BOOL(leaveok, leaveok) ONE_BOOL(nodelay, nodelay) ONE_BOOL(notimeout, notimeout) ONE_BOOL(scrollok, scrollok) ONE_BOOL(syncok, syncok)
INTS(mvwin, 2, mvwin(sk_curses_of(self), i[0], i[1]))
INTS(mvderwin, 2, mvderwin(sk_curses_of(self), i[0], i[1])) INTS(resize, 2, wresize(sk_curses_of(self), i[0], i[1]))
INTS(setscrreg, 2, wsetscrreg(sk_curses_of(self), i[0], i[1])) INTS(redrawln, 2, wredrawln(sk_curses_of(self), i[0], i[1]))
INTS(insdelln, 1, winsdelln(sk_curses_of(self), i[0])) INTS(timeout, 1, (wtimeout(sk_curses_of(self), i[0]), OK))
YX(getyx, getcury, getcurx) YX(getbegyx, getbegy, getbegx) YX(getmaxyx, getmaxy, getmaxx) YX(getparyx, getpary, getparx)

static SkValue w_move(SkValue self, const SkValue *a, size_t n) {
    int i[2];
    if (!sk_curses_nargs("move", n, 2, 2) || !sk_curses_ints(a, n, i)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(wmove(sk_curses_of(self), i[0], i[1])), "wmove");
}
static SkValue w_scroll(SkValue self, const SkValue *a, size_t n) {
    int by = 1;
    if (!sk_curses_nargs("scroll", n, 0, 1) || !sk_curses_ints(a, n, &by)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(wscrl(sk_curses_of(self), by)), "scroll");
}
static SkValue w_touchline(SkValue self, const SkValue *a, size_t n) {
    int i[2], changed = 1;
    if (!sk_curses_nargs("touchline", n, 2, 3) || !sk_curses_ints(a, 2, i) || (n > 2 && (changed = sk_truth(a[2])) < 0)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(wtouchln(sk_curses_of(self), i[0], i[1], changed)), "touchline");
}
static SkValue w_is_linetouched(SkValue self, SkValue v) {
    int line;
    if (!sk_as_int(v, &line)) return SK_EMPTY;
    int r = SK_CURSES(line < 0 || line >= getmaxy(sk_curses_of(self)) ? -1 : is_linetouched(sk_curses_of(self), line));
    return r < 0 ? sk_raise(sk_exc_TypeError, "is_linetouched: line number outside of boundaries") : sk_bool(r);
}
static SkValue w_is_wintouched(SkValue self) { return sk_bool(SK_CURSES(is_wintouched(sk_curses_of(self)))); }
static SkValue w_enclose(SkValue self, const SkValue *a) {
    int i[2];
    return sk_curses_ints(a, 2, i) ? sk_bool(SK_CURSES(wenclose(sk_curses_of(self), i[0], i[1]))) : SK_EMPTY;
}
static SkValue w_getbkgd(SkValue self) { return sk_int_from_uint64(SK_CURSES(getbkgd(sk_curses_of(self)))); }

#define ATTR(name, call)                                                                       \
    static SkValue w_##name(SkValue self, SkValue v) {                                         \
        attr_t attr;                                                                           \
        if (!sk_curses_attr(v, &attr)) return SK_EMPTY;                                        \
        return sk_curses_done(SK_CURSES(call(sk_curses_of(self), (int)attr)), #name);          \
    }
ATTR(attron, wattron) ATTR(attroff, wattroff) ATTR(attrset, wattrset)

// ---- windows and windows ---------------------------------------------------------------------------------------------------------

typedef WINDOW *(*SubFn)(WINDOW *, int, int, int, int);
static SkValue part(const char *f, SkValue self, const SkValue *a, size_t n, SubFn make, SubFn make_pad) {
    int i[4] = {0};
    if (n != 2 && n != 4) return sk_raise(sk_exc_TypeError, "%s requires 2 or 4 arguments", f);
    if (!sk_curses_ints(a, n, n == 2 ? i + 2 : i)) return SK_EMPTY;
    WINDOW *w = SK_CURSES((is_pad(sk_curses_of(self)) ? make_pad : make)(sk_curses_of(self), i[0], i[1], i[2], i[3]));
    return sk_curses_window_new(w, self, f);
}
static SkValue w_derwin(SkValue s, const SkValue *a, size_t n) { return part("derwin", s, a, n, derwin, derwin); }
static SkValue w_subwin(SkValue s, const SkValue *a, size_t n) { return part("subwin", s, a, n, subwin, subpad); }

static SkValue show(const char *f, SkValue self, const SkValue *a, size_t n, int (*window)(WINDOW *), int (*pad)(WINDOW *, int, int, int, int, int, int)) {
    int i[6];
    WINDOW *w = sk_curses_of(self);
    bool is = is_pad(w);
    if (is && n != 6) return sk_raise(sk_error_class(&sk_curses_error), "%s() for a pad requires 6 arguments", f);
    if (!is && n) return sk_raise(sk_exc_TypeError, "%s() takes no arguments (%zu given)", f, n);
    if (!is) return sk_curses_done(SK_CURSES_DETACHED(window(w)), f);
    if (!sk_curses_ints(a, 6, i)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES_DETACHED(pad(w, i[0], i[1], i[2], i[3], i[4], i[5])), f);
}
static SkValue w_refresh(SkValue s, const SkValue *a, size_t n) { return show("refresh", s, a, n, wrefresh, prefresh); }
static SkValue w_noutrefresh(SkValue s, const SkValue *a, size_t n) { return show("noutrefresh", s, a, n, wnoutrefresh, pnoutrefresh); }

static SkValue copy(const char *f, SkValue self, const SkValue *a, size_t n, bool over) {
    int i[6];
    if (n != 1 && n != 7) return sk_raise(sk_exc_TypeError, "%s requires one or seven arguments", f);
    if (!sk_is_instance_of(a[0], &sk_curses_window_type)) return sk_raise(sk_exc_TypeError, "argument 1 must be _curses.window, not %T", a[0]);
    WINDOW *from = sk_curses_of(self), *to = sk_curses_of(a[0]);
    if (n == 1) return sk_curses_done(SK_CURSES(over ? overlay(from, to) : overwrite(from, to)), f);
    if (!sk_curses_ints(a + 1, 6, i)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(copywin(from, to, i[0], i[1], i[2], i[3], i[4], i[5], over)), f);
}
static SkValue w_overlay(SkValue s, const SkValue *a, size_t n) { return copy("overlay", s, a, n, true); }
static SkValue w_overwrite(SkValue s, const SkValue *a, size_t n) { return copy("overwrite", s, a, n, false); }

static SkValue w_putwin(SkValue self, SkValue file) {
    FILE *f = tmpfile();
    if (!f) return sk_raise_errno(SK_EMPTY);
    SkValue out = sk_curses_done(SK_CURSES(putwin(sk_curses_of(self), f)), "putwin");
    rewind(f);
    char chunk[BUFSIZ];
    for (size_t n; !sk_is_empty(out) && (n = fread(chunk, 1, sizeof chunk, f)) > 0;) {
        SK_AUTO SkValue data = sk_bytes_from(chunk, n);
        SK_AUTO SkValue r = sk_is_empty(data) ? SK_EMPTY : sk_call_method_s(file, "write", &data, 1);
        if (sk_is_empty(r)) out = SK_EMPTY;
    }
    fclose(f);
    return out;
}

static SkValue get_encoding(SkValue self, void *c SK_UNUSED) { return sk_slot_load(sk_ptr(self), &((SkCursesWindow *)sk_ptr(self))->encoding); }
static bool set_encoding(SkValue self, SkValue v, void *c SK_UNUSED) {
    if (sk_is_empty(v)) return sk_raise_false(sk_exc_TypeError, "encoding may not be deleted");
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "setting encoding to a non-string");
    sk_slot_set(sk_ptr(self), &((SkCursesWindow *)sk_ptr(self))->encoding, sk_retain(v));
    return true;
}

#define F(name, text) {#name, SK_FAST, .fast = w_##name, .doc = text}
#define N(name, text) {#name, SK_NOARGS, .noargs = w_##name, .sig = "()", .doc = text}
#define O(name, text) {#name, SK_ONEARG, .onearg = w_##name, .sig = "(flag, /)", .doc = text}
static const SkMethodDef methods[] = {
    F(addch, "addch([y, x,] ch, [attr]): puts a character."), F(addstr, "addstr([y, x,] str, [attr]): puts a text."),
    F(addnstr, "addnstr([y, x,] str, n, [attr]): puts at most n characters."), F(insch, "insch([y, x,] ch, [attr]): puts a character before others."),
    F(insstr, "insstr([y, x,] str, [attr]): puts a text before others."), F(insnstr, "insnstr([y, x,] str, n, [attr])"),
    F(echochar, "echochar(ch, [attr]): puts a character and shows it."), F(bkgd, "bkgd(ch, [attr]): changes the background."),
    F(bkgdset, "bkgdset(ch, [attr]): sets the background of what comes."), F(hline, "hline([y, x,] ch, n, [attr])"), F(vline, "vline([y, x,] ch, n, [attr])"),
    F(border, "border([ls, rs, ts, bs, tl, tr, bl, br])"), F(box, "box([verch, horch])"), F(chgat, "chgat([y, x,] [num,] attr)"),
    F(getch, "getch([y, x]): a key as a number, -1 if there is none."), F(getkey, "getkey([y, x]): a key as a str."), F(get_wch, "get_wch([y, x]): a character, or a key's number."),
    F(getstr, "getstr([y, x,] [n]): a line as bytes."), F(instr, "instr([y, x,] [n]): what is in the window, as bytes."), F(inch, "inch([y, x])"), F(delch, "delch([y, x])"),
    N(clear, NULL), N(clrtobot, NULL), N(clrtoeol, NULL), N(deleteln, NULL), N(erase, NULL), N(insertln, NULL), N(redrawwin, NULL), N(standend, NULL),
    N(standout, NULL), N(touchwin, NULL), N(untouchwin, NULL), N(cursyncup, NULL), N(syncdown, NULL), N(syncup, NULL),
    O(clearok, NULL), O(idcok, NULL), O(idlok, NULL), O(immedok, NULL), O(keypad, NULL), O(leaveok, NULL), O(nodelay, NULL), O(notimeout, NULL),
    O(scrollok, NULL), O(syncok, NULL), F(move, NULL), F(mvwin, NULL), F(mvderwin, NULL), F(resize, NULL), F(setscrreg, NULL), F(redrawln, NULL),
    F(insdelln, NULL), F(timeout, NULL), N(getyx, NULL), N(getbegyx, NULL), N(getmaxyx, NULL), N(getparyx, NULL), F(scroll, "scroll([lines=1])"),
    F(touchline, "touchline(start, count, [changed=True])"), N(is_wintouched, NULL), N(getbkgd, "The background."),
    {"is_linetouched", SK_ONEARG, .onearg = w_is_linetouched, .sig = "(line, /)", .doc = "Whether the line has changed since it was shown."},
    {"enclose", SK_SIG, .sig_fn = w_enclose, .sig = "(y, x, /)", .doc = "Whether a place of the screen lies in the window."},
    {"attron", SK_ONEARG, .onearg = w_attron, .sig = "(attr, /)", .doc = NULL}, {"attroff", SK_ONEARG, .onearg = w_attroff, .sig = "(attr, /)", .doc = NULL},
    {"attrset", SK_ONEARG, .onearg = w_attrset, .sig = "(attr, /)", .doc = NULL}, F(derwin, "derwin([nlines, ncols,] begin_y, begin_x)"),
    F(subwin, "subwin([nlines, ncols,] begin_y, begin_x)"), {"subpad", SK_FAST, .fast = w_subwin, .doc = "subwin([nlines, ncols,] begin_y, begin_x)"},
    F(refresh, "refresh([pminrow, pmincol, sminrow, smincol, smaxrow, smaxcol]): shows the window; a pad needs the arguments."), F(noutrefresh, "noutrefresh([...]): as refresh(), for doupdate() to show."),
    F(overlay, NULL), F(overwrite, NULL), {"putwin", SK_ONEARG, .onearg = w_putwin, .sig = "(file, /)", .doc = "Writes all that is in the window into a file."},
    {0},
};
static const SkGetSetDef getset[] = {{"encoding", get_encoding, set_encoding, NULL, NULL}, {0}};

SkType sk_curses_window_type = {
    SK_TYPE_HEAD(0, sizeof(SkCursesWindow), window_trace, NULL, window_destroy),
    .name = "_curses.window",
    .flags = SK_TF_NO_NEW,
    .methods = methods,
    .getset = getset,
};
