// _curses: text terminals, on ncurses: the module's functions.
#include "modules/dynamic/curses/_curses.h"

#include <stdio.h>
#include <term.h>
#include <termios.h>

#include "objects/module.h"
#include "objects/struct_seq.h"

SkErrorClass sk_curses_error;
int sk_curses_half_delay;
static _Atomic bool has_terminal, has_screen, has_color;   // set when it has been called; never unset

SkValue sk_curses_done(int r, const char *f) { return r != ERR ? SK_NONE : sk_raise(sk_error_class(&sk_curses_error), "%s() returned ERR", f); }
SkValue sk_curses_null(const char *f) { return sk_raise(sk_error_class(&sk_curses_error), "%s() returned NULL", f); }

static bool called(_Atomic bool *flag, const char *f) {
    return sk_load_relaxed(flag) || sk_raise_false(sk_error_class(&sk_curses_error), "must call %s() first", f);
}
bool sk_curses_has_screen(void) { return called(&has_screen, "initscr"); }
static bool terminal(void) { return called(&has_terminal, "setupterm"); }
static bool colors(void) { return sk_curses_has_screen() && called(&has_color, "start_color"); }

// ---- arguments -------------------------------------------------------------------------------------------------------------------

bool sk_curses_nargs(const char *f, size_t n, size_t min, size_t max) {
    if (n >= min && n <= max) return true;
    if (min == max) return sk_raise_false(sk_exc_TypeError, "%s expected %zu argument%s, got %zu", f, min, min == 1 ? "" : "s", n);
    return sk_raise_false(sk_exc_TypeError, "_curses.window.%s requires %zu to %zu arguments", f, min, max);
}
bool sk_curses_ints(const SkValue *a, size_t n, int *out) {
    for (size_t i = 0; i < n; i++)
        if (!sk_as_int(a[i], &out[i])) return false;
    return true;
}
bool sk_curses_char(SkValue v, chtype *narrow, wchar_t *wide) {
    *narrow = 0;
    *wide = 0;
    if (sk_is_str(v)) {
        if (sk_str_len(v) != 1) return sk_raise_false(sk_exc_TypeError, "expect bytes or str of length 1, or int, got a str of length %zu", sk_str_len(v));
        uint32_t c = sk_str_at(sk_as_str(v), 0);
        if (c < 128) *narrow = c;
        else *wide = (wchar_t)c;
        return true;
    }
    if (sk_is_bytes(v)) {
        if (sk_as_bytes(v)->length != 1) return sk_raise_false(sk_exc_TypeError, "expect bytes or str of length 1, or int, got bytes");
        *narrow = (unsigned char)sk_as_bytes(v)->data[0];
        return true;
    }
    if (!sk_is_int(v)) return sk_raise_false(sk_exc_TypeError, "expect bytes or str of length 1, or int, got %T", v);
    int64_t n;
    if (!sk_index_as_int64(v, &n, NULL)) return false;
    if (n < 0 || n > UINT32_MAX) return sk_raise_false(sk_exc_OverflowError, "byte doesn't fit in chtype");
    *narrow = (chtype)n;
    return true;
}
bool sk_curses_attr(SkValue v, attr_t *out) {
    int64_t n = 0;
    if (!sk_is_empty(v) && !sk_as_int64(v, &n)) return false;
    *out = (attr_t)n;
    return true;
}
static bool name_arg(const char *f, SkValue v, SkUtf8 *u) {
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument must be str, not %O", f, v);
    *u = sk_str_utf8(v);
    return u->text && (strlen(u->text) == u->len || sk_raise_false(sk_exc_ValueError, "embedded null character"));
}

// ---- beginning -------------------------------------------------------------------------------------------------------------------

static bool add_size(SkValue m) { return sk_module_add_int(m, "LINES", LINES) && sk_module_add_int(m, "COLS", COLS); }
// The package has copies.
static bool update_size(SkValue m) {
    SK_AUTO SkValue package = sk_import("curses");
    return !sk_is_empty(package) && add_size(m) && sk_setattr_s(package, "LINES", sk_from_small_int(LINES)) &&
           sk_setattr_s(package, "COLS", sk_from_small_int(COLS));
}

static SkValue c_initscr(SkValue m) {
    if (sk_load_relaxed(&has_screen)) {
        (void)SK_CURSES_DETACHED(wrefresh(stdscr));
        return sk_curses_window_new(stdscr, SK_EMPTY, "initscr");
    }
    WINDOW *w = SK_CURSES_DETACHED(initscr());
    if (!w) return sk_curses_null("initscr");
    sk_store_relaxed(&has_terminal, true);
    sk_store_relaxed(&has_screen, true);
    return sk_curses_add_screen_constants(m) && add_size(m) ? sk_curses_window_new(w, SK_EMPTY, "initscr") : SK_EMPTY;
}

static SkValue c_setupterm(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_UTF8 SkUtf8 term = {0};
    int fd, error = 0;
    if (!sk_is_empty(a[0]) && !sk_is_none(a[0])) {
        if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "setupterm() argument 'term' must be str or None, not %T", a[0]);
        term = sk_str_utf8(a[0]);
        if (!term.text) return SK_EMPTY;
    }
    if (!sk_int_argument(a[1], -1, &fd)) return SK_EMPTY;
    if (fd == -1) {
        SK_AUTO SkValue sys = sk_import("sys"), out = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_s(sys, "stdout");
        if (sk_is_empty(out)) return SK_EMPTY;
        if (sk_is_none(out)) return sk_raise(sk_error_class(&sk_curses_error), "lost sys.stdout");
        if (!sk_file_descriptor(out, &fd)) return SK_EMPTY;
    }
    // Once is enough: again would only leak.
    if (sk_load_relaxed(&has_terminal)) return SK_NONE;
    if (SK_CURSES(setupterm((char *)term.text, fd, &error)) == ERR)
        return sk_raise(sk_error_class(&sk_curses_error), error == 0    ? "setupterm: could not find terminal"
                                                          : error == -1 ? "setupterm: could not find terminfo database"
                                                                        : "setupterm: unknown error");
    sk_store_relaxed(&has_terminal, true);
    return SK_NONE;
}

static SkValue c_start_color(SkValue m) {
    if (!sk_curses_has_screen()) return SK_EMPTY;
    if (SK_CURSES(start_color()) == ERR) return sk_raise(sk_error_class(&sk_curses_error), "start_color() returned ERR");
    sk_store_relaxed(&has_color, true);
    return sk_module_add_int(m, "COLORS", COLORS) && sk_module_add_int(m, "COLOR_PAIRS", COLOR_PAIRS) ? SK_NONE : SK_EMPTY;
}

// ---- calls of a few forms --------------------------------------------------------------------------------------------------------

#define NO_ARGS(name, call)                                                         \
    static SkValue c_##name(SkValue m SK_UNUSED) {                                  \
        if (!sk_curses_has_screen()) return SK_EMPTY;                               \
        return sk_curses_done(SK_CURSES_DETACHED(call), #name);                     \
    }
NO_ARGS(beep, beep()) NO_ARGS(def_prog_mode, def_prog_mode()) NO_ARGS(def_shell_mode, def_shell_mode()) NO_ARGS(doupdate, doupdate())
NO_ARGS(endwin, endwin()) NO_ARGS(flash, flash()) NO_ARGS(flushinp, flushinp()) NO_ARGS(nocbreak, (sk_curses_half_delay = 0, nocbreak()))
NO_ARGS(noecho, noecho()) NO_ARGS(nonl, nonl()) NO_ARGS(noraw, noraw()) NO_ARGS(reset_prog_mode, reset_prog_mode())
NO_ARGS(reset_shell_mode, reset_shell_mode()) NO_ARGS(resetty, resetty()) NO_ARGS(savetty, savetty()) NO_ARGS(noqiflush, (noqiflush(), OK))

#define SWITCH(name, on, off)                                                       \
    static SkValue c_##name(SkValue m SK_UNUSED, const SkValue *a) {                \
        bool flag;                                                                  \
        if (!sk_curses_has_screen() || !sk_truth_argument(a[0], true, &flag)) return SK_EMPTY; \
        return sk_curses_done(SK_CURSES(flag ? (on) : (off)), #name);               \
    }
SWITCH(cbreak, (sk_curses_half_delay = 0, cbreak()), (sk_curses_half_delay = 0, nocbreak())) SWITCH(echo, echo(), noecho()) SWITCH(nl, nl(), nonl())
SWITCH(raw, raw(), noraw()) SWITCH(qiflush, (qiflush(), OK), (noqiflush(), OK))

#define INTS(name, ready, count, ...)                                               \
    static SkValue c_##name(SkValue m SK_UNUSED, const SkValue *a) {                \
        int i[count];                                                               \
        if (!(ready) || !sk_curses_ints(a, count, i)) return SK_EMPTY;              \
        return sk_curses_done(SK_CURSES_DETACHED(__VA_ARGS__), #name);              \
    }
INTS(delay_output, sk_curses_has_screen(), 1, delay_output(i[0])) INTS(set_escdelay, true, 1, set_escdelay(i[0]))
INTS(set_tabsize, true, 1, set_tabsize(i[0])) INTS(typeahead, sk_curses_has_screen(), 1, typeahead(i[0]))
INTS(intrflush, sk_curses_has_screen(), 1, intrflush(NULL, i[0])) INTS(meta, sk_curses_has_screen(), 1, meta(stdscr, i[0]))
INTS(halfdelay, sk_curses_has_screen(), 1, halfdelay(i[0]) == ERR ? ERR : (sk_curses_half_delay = i[0], OK))

#define ASK(name, ready, value)                                                     \
    static SkValue c_##name(SkValue m SK_UNUSED) { return (ready) ? (value) : SK_EMPTY; }
ASK(baudrate, sk_curses_has_screen(), sk_from_small_int(SK_CURSES(baudrate()))) ASK(can_change_color, sk_curses_has_screen(), sk_bool(SK_CURSES(can_change_color())))
ASK(has_colors, sk_curses_has_screen(), sk_bool(SK_CURSES(has_colors()))) ASK(has_ic, sk_curses_has_screen(), sk_bool(SK_CURSES(has_ic())))
ASK(has_il, sk_curses_has_screen(), sk_bool(SK_CURSES(has_il()))) ASK(isendwin, sk_curses_has_screen(), sk_bool(SK_CURSES(isendwin())))
ASK(get_escdelay, true, sk_from_small_int(SK_CURSES(ESCDELAY))) ASK(get_tabsize, true, sk_from_small_int(SK_CURSES(TABSIZE)))
ASK(termattrs, sk_curses_has_screen(), sk_int_from_uint64(SK_CURSES(termattrs()))) ASK(has_extended_color_support, true, SK_TRUE)

static SkValue text_of(const char *s) { return s ? sk_bytes_from(s, strlen(s)) : SK_NONE; }
static SkValue byte_of(char c) { return sk_bytes_from(&c, 1); }
ASK(erasechar, sk_curses_has_screen(), byte_of(SK_CURSES(erasechar()))) ASK(killchar, sk_curses_has_screen(), byte_of(SK_CURSES(killchar())))
ASK(longname, sk_curses_has_screen(), text_of(SK_CURSES(longname()))) ASK(termname, sk_curses_has_screen(), text_of(SK_CURSES(termname())))

static SkValue c_filter(SkValue m SK_UNUSED) {
    sk_curses_lock();
    filter();
    sk_curses_unlock();
    return SK_NONE;
}
static SkValue c_use_env(SkValue m SK_UNUSED, SkValue v) {
    int on = sk_truth(v);
    if (on < 0) return SK_EMPTY;
    sk_curses_lock();
    use_env(on);
    sk_curses_unlock();
    return SK_NONE;
}
static SkValue c_use_default_colors(SkValue m SK_UNUSED) {
    return colors() ? sk_curses_done(SK_CURSES(use_default_colors()), "use_default_colors") : SK_EMPTY;
}
// Needs no screen: other threads may draw while it sleeps.
static SkValue c_napms(SkValue m SK_UNUSED, SkValue v) {
    int ms;
    if (!sk_curses_has_screen() || !sk_as_int(v, &ms)) return SK_EMPTY;
    return sk_from_small_int(SK_DETACHED(napms(ms)));
}

// ---- colours ---------------------------------------------------------------------------------------------------------------------

// Numbers of colours, of pairs and of a colour's parts: what is out of range is a ValueError, however large.
static bool in_range(SkValue v, int64_t min, const char *less, int64_t max, const char *greater, int *out) {
    int64_t n;
    if (!sk_index_as_int64(v, &n, NULL)) return false;
    *out = (int)n;
    if (n < min) return sk_raise_false(sk_exc_ValueError, "%s", less);
    return n <= max || sk_raise_false(sk_exc_ValueError, greater, (int)max);
}
static bool color(SkValue v, int64_t min, int *out) {
    return in_range(v, min, "Color number is less than 0.", COLORS - 1, "Color number is greater than COLORS-1 (%d).", out);
}
static bool pair(SkValue v, int *out) { return in_range(v, 0, "Color pair is less than 0.", INT32_MAX, "Color pair is greater than maximum (%d).", out); }
static bool component(SkValue v, int *out) { return in_range(v, 0, "Color component is less than 0", 1000, "Color component is greater than 1000", out); }
// A pair that the library did not take.
static SkValue pair_failed(int n, const char *f) {
    if (n >= COLOR_PAIRS) return sk_raise(sk_exc_ValueError, "Color pair is greater than COLOR_PAIRS-1 (%d).", COLOR_PAIRS - 1);
    return sk_curses_done(ERR, f);
}

static SkValue c_color_content(SkValue m SK_UNUSED, SkValue v) {
    int n, r, g, b;
    if (!colors() || !color(v, 0, &n)) return SK_EMPTY;
    if (SK_CURSES(extended_color_content(n, &r, &g, &b)) == ERR) return sk_curses_done(ERR, "extended_color_content");
    return sk_tuple_pack(3, sk_from_small_int(r), sk_from_small_int(g), sk_from_small_int(b));
}
static SkValue c_init_color(SkValue m SK_UNUSED, const SkValue *a) {
    int n, r, g, b;
    if (!colors() || !color(a[0], 0, &n) || !component(a[1], &r) || !component(a[2], &g) || !component(a[3], &b)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES_DETACHED(init_extended_color(n, r, g, b)), "init_extended_color");
}
static SkValue c_pair_content(SkValue m SK_UNUSED, SkValue v) {
    int n, fg, bg;
    if (!colors() || !pair(v, &n)) return SK_EMPTY;
    if (SK_CURSES(extended_pair_content(n, &fg, &bg)) == ERR) return pair_failed(n, "extended_pair_content");
    return sk_tuple_pack(2, sk_from_small_int(fg), sk_from_small_int(bg));
}
static SkValue c_init_pair(SkValue m SK_UNUSED, const SkValue *a) {
    int n, fg, bg;
    if (!colors() || !pair(a[0], &n) || !color(a[1], INT32_MIN, &fg) || !color(a[2], INT32_MIN, &bg)) return SK_EMPTY;
    return SK_CURSES(init_extended_pair(n, fg, bg)) == ERR ? pair_failed(n, "init_extended_pair") : SK_NONE;
}
static SkValue c_color_pair(SkValue m SK_UNUSED, SkValue v) {
    int n;
    return colors() && sk_as_int(v, &n) ? sk_from_small_int((int)COLOR_PAIR((n))) : SK_EMPTY;
}
static SkValue c_pair_number(SkValue m SK_UNUSED, SkValue v) {
    attr_t attr;
    return colors() && sk_curses_attr(v, &attr) ? sk_from_small_int(PAIR_NUMBER(attr)) : SK_EMPTY;
}
static SkValue c_curs_set(SkValue m SK_UNUSED, SkValue v) {
    int n;
    if (!sk_curses_has_screen() || !sk_as_int(v, &n)) return SK_EMPTY;
    int old = SK_CURSES_DETACHED(curs_set(n));
    return old == ERR ? sk_curses_done(ERR, "curs_set") : sk_from_small_int(old);
}

// ---- windows and size ------------------------------------------------------------------------------------------------------------

static SkValue c_newwin(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int i[4] = {0};
    if (!sk_curses_has_screen()) return SK_EMPTY;
    if (n != 2 && n != 4) return sk_raise(sk_exc_TypeError, "newwin requires 2 or 4 arguments");
    if (!sk_curses_ints(a, n, i)) return SK_EMPTY;
    WINDOW *w = SK_CURSES(newwin(i[0], i[1], i[2], i[3]));
    return sk_curses_window_new(w, SK_EMPTY, "newwin");
}
static SkValue c_newpad(SkValue m SK_UNUSED, const SkValue *a) {
    int i[2];
    if (!sk_curses_has_screen() || !sk_curses_ints(a, 2, i)) return SK_EMPTY;
    return sk_curses_window_new(SK_CURSES(newpad(i[0], i[1])), SK_EMPTY, "newpad");
}
static SkValue c_getwin(SkValue m SK_UNUSED, SkValue file) {
    if (!sk_curses_has_screen()) return SK_EMPTY;
    SK_AUTO SkValue data = sk_call_method_s(file, "read", NULL, 0);
    if (sk_is_empty(data)) return SK_EMPTY;
    if (!sk_is_bytes(data)) return sk_raise(sk_exc_TypeError, "f.read() returned %.100T instead of bytes", data);
    FILE *f = tmpfile();
    if (!f) return sk_raise_errno(SK_EMPTY);
    WINDOW *w = NULL;
    if (fwrite(sk_as_bytes(data)->data, 1, sk_as_bytes(data)->length, f) == sk_as_bytes(data)->length) {
        rewind(f);
        w = SK_CURSES(getwin(f));
    }
    fclose(f);
    return sk_curses_window_new(w, SK_EMPTY, "getwin");
}

static SkValue resized(SkValue m, const SkValue *a, int (*call)(int, int), const char *f) {
    int i[2];
    if (!sk_curses_has_screen() || !sk_curses_ints(a, 2, i)) return SK_EMPTY;
    if (SK_CURSES_DETACHED(call(i[0], i[1])) == ERR) return sk_curses_done(ERR, f);
    return update_size(m) ? SK_NONE : SK_EMPTY;
}
static SkValue c_resizeterm(SkValue m, const SkValue *a) { return resized(m, a, resizeterm, "resizeterm"); }
static SkValue c_resize_term(SkValue m, const SkValue *a) { return resized(m, a, resize_term, "resize_term"); }
static SkValue c_is_term_resized(SkValue m SK_UNUSED, const SkValue *a) {
    int i[2];
    return sk_curses_has_screen() && sk_curses_ints(a, 2, i) ? sk_bool(SK_CURSES(is_term_resized(i[0], i[1]))) : SK_EMPTY;
}
static SkValue c_update_lines_cols(SkValue m) { return update_size(m) ? SK_NONE : SK_EMPTY; }

static SkValue c_getsyx(SkValue m SK_UNUSED) {
    if (!sk_curses_has_screen()) return SK_EMPTY;
    int y = 0, x = 0;
    sk_curses_lock();
    getsyx(y, x);
    sk_curses_unlock();
    return sk_tuple_pack(2, sk_from_small_int(y), sk_from_small_int(x));
}
static SkValue c_setsyx(SkValue m SK_UNUSED, const SkValue *a) {
    int i[2];
    if (!sk_curses_has_screen() || !sk_curses_ints(a, 2, i)) return SK_EMPTY;
    sk_curses_lock();
    setsyx(i[0], i[1]);
    sk_curses_unlock();
    return SK_NONE;
}

// ---- keys and the mouse ----------------------------------------------------------------------------------------------------------

static SkValue c_has_key(SkValue m SK_UNUSED, SkValue v) {
    int n;
    return sk_curses_has_screen() && sk_as_int(v, &n) ? sk_bool(SK_CURSES(has_key(n))) : SK_EMPTY;
}
static SkValue c_keyname(SkValue m SK_UNUSED, SkValue v) {
    int n;
    if (!sk_curses_has_screen() || !sk_as_int(v, &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "invalid key number");
    sk_curses_lock();
    const char *name = keyname(n);
    SkValue out = sk_bytes_from(name ? name : "", name ? strlen(name) : 0);
    sk_curses_unlock();
    return out;
}
static SkValue c_unctrl(SkValue m SK_UNUSED, SkValue v) {
    chtype c;
    wchar_t wide;
    if (!sk_curses_has_screen() || !sk_curses_char(v, &c, &wide)) return SK_EMPTY;
    sk_curses_lock();
    const char *text = unctrl(wide ? (chtype)(wide & A_CHARTEXT) : c);
    SkValue out = text ? sk_bytes_from(text, strlen(text)) : SK_NONE;
    sk_curses_unlock();
    return out;
}
static SkValue c_ungetch(SkValue m SK_UNUSED, SkValue v) {
    chtype c;
    wchar_t wide;
    if (!sk_curses_has_screen() || !sk_curses_char(v, &c, &wide)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(wide ? unget_wch(wide) : ungetch((int)c)), "ungetch");
}
static SkValue c_unget_wch(SkValue m SK_UNUSED, SkValue v) {
    chtype c;
    wchar_t wide;
    if (!sk_curses_has_screen() || !sk_curses_char(v, &c, &wide)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(unget_wch(wide ? wide : (wchar_t)c)), "unget_wch");
}
static SkValue c_getmouse(SkValue m SK_UNUSED) {
    MEVENT e;
    if (!sk_curses_has_screen()) return SK_EMPTY;
    if (SK_CURSES(getmouse(&e)) == ERR) return sk_curses_done(ERR, "getmouse");
    return sk_tuple_pack(5, sk_from_small_int(e.id), sk_from_small_int(e.x), sk_from_small_int(e.y), sk_from_small_int(e.z), sk_from_small_int((int64_t)e.bstate));
}
static SkValue c_ungetmouse(SkValue m SK_UNUSED, const SkValue *a) {
    int i[4];
    int64_t state;
    if (!sk_curses_has_screen() || !sk_curses_ints(a, 4, i) || !sk_as_int64(a[4], &state)) return SK_EMPTY;
    MEVENT e = {.id = (short)i[0], .x = i[1], .y = i[2], .z = i[3], .bstate = (mmask_t)state};
    return sk_curses_done(SK_CURSES(ungetmouse(&e)), "ungetmouse");
}
static SkValue c_mousemask(SkValue m SK_UNUSED, SkValue v) {
    int64_t mask;
    mmask_t old = 0;
    if (!sk_curses_has_screen() || !sk_as_int64(v, &mask)) return SK_EMPTY;
    mmask_t now = SK_CURSES_DETACHED(mousemask((mmask_t)mask, &old));
    return sk_tuple_pack(2, sk_from_small_int((int64_t)now), sk_from_small_int((int64_t)old));
}
static SkValue c_mouseinterval(SkValue m SK_UNUSED, SkValue v) {
    int n;
    if (!sk_curses_has_screen() || !sk_as_int(v, &n)) return SK_EMPTY;
    return sk_curses_done(SK_CURSES(mouseinterval(n)), "mouseinterval");
}

// ---- what the terminal can do ----------------------------------------------------------------------------------------------------

static SkValue c_tigetflag(SkValue m SK_UNUSED, SkValue v) {
    SK_AUTO_UTF8 SkUtf8 u = {0};
    return terminal() && name_arg("tigetflag", v, &u) ? sk_from_small_int(SK_CURSES(tigetflag((char *)u.text))) : SK_EMPTY;
}
static SkValue c_tigetnum(SkValue m SK_UNUSED, SkValue v) {
    SK_AUTO_UTF8 SkUtf8 u = {0};
    return terminal() && name_arg("tigetnum", v, &u) ? sk_from_small_int(SK_CURSES(tigetnum((char *)u.text))) : SK_EMPTY;
}
static SkValue c_tigetstr(SkValue m SK_UNUSED, SkValue v) {
    SK_AUTO_UTF8 SkUtf8 u = {0};
    if (!terminal() || !name_arg("tigetstr", v, &u)) return SK_EMPTY;
    sk_curses_lock();
    char *s = tigetstr((char *)u.text);
    SkValue out = s && s != (char *)-1 ? sk_bytes_from(s, strlen(s)) : SK_NONE;
    sk_curses_unlock();
    return out;
}
static bool capability(SkValue v, SkBuffer *view) {
    return sk_buffer_get(v, view, SK_BUF_SIMPLE) && (sk_is_bytes(v) || sk_raise_false(sk_exc_TypeError, "a bytes-like object is required, not '%T'", v));
}
static SkValue c_tparm(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    int i[9] = {0};
    if (!terminal() || !capability(a[0], &view)) return SK_EMPTY;
    for (int k = 0; k < 9; k++)
        if (!sk_int_argument(a[k + 1], 0, &i[k])) return SK_EMPTY;
    sk_curses_lock();
    char *s = tparm((char *)view.data, i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7], i[8]);
    SkValue out = s ? sk_bytes_from(s, strlen(s)) : SK_EMPTY;
    sk_curses_unlock();
    return s ? out : sk_curses_null("tparm");
}
static SkValue c_putp(SkValue m SK_UNUSED, SkValue v) {
    SK_AUTO_BUFFER SkBuffer view = {0};
    return capability(v, &view) ? sk_curses_done(SK_CURSES_DETACHED(putp(view.data)), "putp") : SK_EMPTY;
}

// ---- the module ------------------------------------------------------------------------------------------------------------------

#define N(name) {#name, SK_NOARGS, .noargs = c_##name, .sig = "()", .doc = NULL}
#define O(name, argument) {#name, SK_ONEARG, .onearg = c_##name, .sig = "(" argument ", /)", .doc = NULL}
#define S(name, arguments) {#name, SK_SIG, .sig_fn = c_##name, .sig = "(" arguments ", /)", .doc = NULL}
static const SkMethodDef functions[] = {
    {"initscr", SK_NOARGS, .noargs = c_initscr, .sig = "()", .doc = "Initialize the library.\n\nReturn a WindowObject which represents the whole screen."},
    {"setupterm", SK_SIG, .sig_fn = c_setupterm, .sig = "(term=None, fd=-1)", .doc = "Initialize the terminal."},
    N(start_color), N(beep), N(def_prog_mode), N(def_shell_mode), N(doupdate), N(endwin), N(flash), N(flushinp), N(nocbreak), N(noecho), N(nonl), N(noraw),
    N(reset_prog_mode), N(reset_shell_mode), N(resetty), N(savetty), N(noqiflush), S(cbreak, "flag=True"), S(echo, "flag=True"), S(nl, "flag=True"),
    S(raw, "flag=True"), S(qiflush, "flag=True"), S(delay_output, "ms"), S(set_escdelay, "ms"), S(set_tabsize, "size"), S(typeahead, "fd"),
    S(intrflush, "flag"), S(meta, "yes"), S(init_pair, "pair_number, fg, bg"), S(init_color, "color_number, r, g, b"), S(halfdelay, "tenths"),
    N(baudrate), N(can_change_color), N(has_colors), N(has_ic), N(has_il), N(isendwin), N(get_escdelay), N(get_tabsize), N(termattrs),
    N(has_extended_color_support), N(erasechar), N(killchar), N(longname), N(termname), N(filter), O(use_env, "flag"), N(use_default_colors), O(napms, "ms"),
    O(color_content, "color_number"), O(pair_content, "pair_number"), O(color_pair, "pair_number"), O(pair_number, "attr"), O(curs_set, "visibility"),
    {"newwin", SK_FAST, .fast = c_newwin, .doc = "newwin(nlines, ncols, [begin_y=0, begin_x=0])\nReturn a new window."}, S(newpad, "nlines, ncols"), O(getwin, "file"),
    S(resizeterm, "nlines, ncols"), S(resize_term, "nlines, ncols"), S(is_term_resized, "nlines, ncols"), N(update_lines_cols), N(getsyx), S(setsyx, "y, x"),
    O(has_key, "key"), O(keyname, "key"), O(unctrl, "ch"), O(ungetch, "ch"), O(unget_wch, "ch"), N(getmouse), S(ungetmouse, "id, x, y, z, bstate"),
    O(mousemask, "newmask"), O(mouseinterval, "interval"), O(tigetflag, "capname"), O(tigetnum, "capname"), O(tigetstr, "capname"),
    S(tparm, "str, i1=0, i2=0, i3=0, i4=0, i5=0, i6=0, i7=0, i8=0, i9=0"), O(putp, "string"),
    {0},
};

static bool add_version(SkValue m) {
    static const char *const fields[] = {"major", "minor", "patch", NULL};
    static const SkStructSeqDef def = {"_curses.ncurses_version", "The version of ncurses.", fields, 3};
    static _Atomic(SkType *) type;
    SkType *t = sk_load_acquire(&type);  // PAIR(posix-type)
    if (!t) {
        SkType *made = sk_struct_seq_type(&def);
        if (!made) return false;
        if (sk_cas_acq_rel(&type, &t, made)) t = made;  // PAIR(posix-type)
    }
    SkValue v[] = {sk_from_small_int(NCURSES_VERSION_MAJOR), sk_from_small_int(NCURSES_VERSION_MINOR), sk_from_small_int(NCURSES_VERSION_PATCH)};
    return sk_module_add_steal(m, "ncurses_version", sk_struct_seq_new(t, v));
}

static bool exec(SkValue m) {
    return sk_add_error_class(m, &sk_curses_error, "_curses.error", sk_exc_Exception, NULL) && sk_module_add_type(m, &sk_curses_window_type) &&
           add_version(m) && sk_module_add_steal(m, "version", sk_bytes_from("2.2", 3)) && sk_module_add_steal(m, "__version__", sk_bytes_from("2.2", 3)) &&
           sk_curses_add_constants(m);
}
SK_EXPORT const SkModuleDef sk_module__curses = {"_curses", NULL, functions, exec};
