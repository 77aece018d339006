// readline: line editing and its history, on libedit.
//
// The library has one state for the process. A recursive mutex is held around every use of it, and while a line is being asked for;
// threads wait for it detached. What the library calls is called on the asking thread, which is attached but for reading the terminal.
#include "modules/builtins_readline.h"

#include <editline/readline.h>
#include <pthread.h>
#include <stdlib.h>
#include <wchar.h>

#include "modules/_io_path.h"
#include "modules/arguments.h"
#include "modules/posix.h"

enum { STARTUP, PRE_INPUT, COMPLETER, DISPLAY, HOOKS };

// Under the mutex.
static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static SkSlot hooks[HOOKS];
static int history_limit = -1, begin_index, end_index, offset;
static bool auto_history = true, interrupted;
static char *delimiters;   // what the library's variable names, once it was set

static void lock(void) {
    if (pthread_mutex_trylock(&mutex) == 0) return;
    sk_thread_detach();
    pthread_mutex_lock(&mutex);
    sk_thread_attach();
}
static void unlock(void *unused SK_UNUSED) { pthread_mutex_unlock(&mutex); }
#define LOCKED                                         \
    SK_CLEANUP(unlock) int locked_ = (lock(), 0);      \
    (void)locked_

// ---- what the library calls ------------------------------------------------------------------------------------------------------

static SkValue hook(int which) { return sk_retain(sk_slot_peek(&hooks[which])); }

static int run_hook(int which) {
    SK_AUTO SkValue f = hook(which);
    if (sk_is_empty(f)) return 0;
    SK_AUTO SkValue answer = sk_call0(f);
    int64_t n = 0;
    if (!sk_is_empty(answer) && !sk_is_none(answer) && sk_as_int64(answer, &n)) return (int)n;
    sk_error_clear();
    return 0;
}
static int on_startup(void) { return run_hook(STARTUP); }
static int on_pre_input(void) { return run_hook(PRE_INPUT); }

// The n-th completion of a word, in memory of malloc, or NULL.
static char *completion(const char *word, int n) {
    SK_AUTO SkValue f = hook(COMPLETER), text = sk_str_from_fs(word, strlen(word));
    if (sk_is_empty(f) || sk_is_empty(text)) return NULL;
    SK_AUTO SkValue answer = sk_call2(f, text, sk_from_small_int(n));
    char *out = NULL;
    if (!sk_is_empty(answer) && sk_is_str(answer)) {
        SK_AUTO_UTF8 SkUtf8 u = sk_str_fs(answer);
        if (u.text) out = strdup(u.text);
    }
    sk_error_clear();
    return out;
}
static char **on_complete(const char *word, int start, int end) {
    begin_index = start;
    end_index = end;
    rl_attempted_completion_over = 1;
    rl_completion_append_character = '\0';
    return rl_completion_matches(word, completion);
}

// One character, waited for detached.
static int on_getc(FILE *f) {
    mbstate_t state = {0};
    for (;;) {
        if (!sk_safepoint_poll()) {
            interrupted = true;
            return EOF;
        }
        char c;
        wchar_t out;
        ssize_t n = SK_DETACHED(read(fileno(f), &c, 1));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return EOF;
        size_t r = mbrtowc(&out, &c, 1, &state);
        if (r == (size_t)-2) continue;
        return r == (size_t)-1 ? (unsigned char)c : (int)out;
    }
}

// ---- asking ----------------------------------------------------------------------------------------------------------------------

static void remember(const char *line) {
    if (!*line || !auto_history) return;
    HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
    if (!last || strcmp(last->line, line)) add_history(line);
}

static SkValue ask(SkValue prompt) {
    SK_AUTO SkValue text = sk_is_empty(prompt) ? sk_str_from("") : sk_str(prompt);
    if (sk_is_empty(text)) return SK_EMPTY;
    SK_AUTO_UTF8 SkUtf8 p = sk_str_fs(text);
    if (!p.text) return SK_EMPTY;
    LOCKED;
    interrupted = false;
    char *line = readline(p.text);
    if (interrupted) {
        free(line);
        return SK_EMPTY;
    }
    if (!line) return sk_raise(sk_exc_EOFError, NULL);
    remember(line);
    SkValue v = sk_str_from_fs(line, strlen(line));
    free(line);
    return v;
}

// ---- texts -----------------------------------------------------------------------------------------------------------------------

static bool text_arg(const char *function, SkValue v, SkUtf8 *out) {
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s() argument must be str, not %O", function, v);
    *out = sk_str_fs(v);
    return out->text != NULL;
}

static SkValue parse_and_bind(SkValue m SK_UNUSED, SkValue v) {
    SK_AUTO_UTF8 SkUtf8 u = {0};
    if (!text_arg("parse_and_bind", v, &u)) return SK_EMPTY;
    LOCKED;
    rl_parse_and_bind(u.text);
    return SK_NONE;
}
static SkValue add_line(SkValue m SK_UNUSED, SkValue v) {
    SK_AUTO_UTF8 SkUtf8 u = {0};
    if (!text_arg("add_history", v, &u)) return SK_EMPTY;
    LOCKED;
    add_history(u.text);
    return SK_NONE;
}
static SkValue insert_text(SkValue m SK_UNUSED, SkValue v) {
    SK_AUTO_UTF8 SkUtf8 u = {0};
    if (!text_arg("insert_text", v, &u)) return SK_EMPTY;
    LOCKED;
    rl_insert_text(u.text);
    return SK_NONE;
}
static SkValue get_line_buffer(SkValue m SK_UNUSED) {
    LOCKED;
    return rl_line_buffer ? sk_str_from_fs(rl_line_buffer, strlen(rl_line_buffer)) : sk_str_from("");
}
static SkValue redisplay(SkValue m SK_UNUSED) {
    LOCKED;
    rl_redisplay();
    return SK_NONE;
}

static SkValue set_delimiters(SkValue m SK_UNUSED, SkValue v) {
    SK_AUTO_UTF8 SkUtf8 u = {0};
    if (!text_arg("set_completer_delims", v, &u)) return SK_EMPTY;
    char *copy = strdup(u.text);
    if (!copy) return sk_raise_memory();
    LOCKED;
    rl_completer_word_break_characters = copy;
    free(delimiters);
    delimiters = copy;
    return SK_NONE;
}
static SkValue get_delimiters(SkValue m SK_UNUSED) {
    LOCKED;
    const char *s = rl_completer_word_break_characters ? rl_completer_word_break_characters : "";
    return sk_str_from_fs(s, strlen(s));
}
static SkValue get_begin(SkValue m SK_UNUSED) {
    LOCKED;
    return sk_from_small_int(begin_index);
}
static SkValue get_end(SkValue m SK_UNUSED) {
    LOCKED;
    return sk_from_small_int(end_index);
}
static SkValue get_completion_type(SkValue m SK_UNUSED) {
    LOCKED;
    return sk_from_small_int(rl_completion_type);
}

// ---- files -----------------------------------------------------------------------------------------------------------------------

// A path, NULL for the library's default.
static bool path_arg(SkValue v, SkIoPath *path) { return sk_is_empty(v) || sk_is_none(v) || sk_io_path(v, path); }

static SkValue file_error(int e, SkValue path) {
    if (!e) return SK_NONE;
    errno = e > 0 ? e : EIO;
    return sk_raise_errno(sk_is_none(path) ? SK_EMPTY : path);
}

static SkValue read_init(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_IO_PATH SkIoPath path = {0};
    if (!path_arg(a[0], &path)) return SK_EMPTY;
    LOCKED;
    errno = 0;
    int r = rl_read_init_file(path.text);
    return file_error(r == 0 ? 0 : errno ? errno : r, a[0]);
}
static SkValue read_lines(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_IO_PATH SkIoPath path = {0};
    if (!path_arg(a[0], &path)) return SK_EMPTY;
    LOCKED;
    return file_error(read_history(path.text), a[0]);
}

static SkValue truncated(SkIoPath *path, int e, SkValue name) {
    if (!e && history_limit >= 0) history_truncate_file(path->text, history_limit);
    return file_error(e, name);
}
static SkValue write_lines(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_IO_PATH SkIoPath path = {0};
    if (!path_arg(a[0], &path)) return SK_EMPTY;
    LOCKED;
    return truncated(&path, write_history(path.text), a[0]);
}
static SkValue append_lines(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_IO_PATH SkIoPath path = {0};
    int n;
    if (!sk_as_int(a[0], &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "nelements must be positive");
    if (!path_arg(a[1], &path)) return SK_EMPTY;
    LOCKED;
    return truncated(&path, append_history(n - offset, path.text), a[1]);
}

// ---- history ---------------------------------------------------------------------------------------------------------------------

static SkValue get_length(SkValue m SK_UNUSED) {
    LOCKED;
    return sk_from_small_int(history_limit);
}
static SkValue set_length(SkValue m SK_UNUSED, SkValue v) {
    int n;
    if (!sk_as_int(v, &n)) return SK_EMPTY;
    LOCKED;
    history_limit = n;
    return SK_NONE;
}
static SkValue current_length(SkValue m SK_UNUSED) {
    LOCKED;
    return sk_from_small_int(history_length);
}
static SkValue get_item(SkValue m SK_UNUSED, SkValue v) {
    int n;
    if (!sk_as_int(v, &n)) return SK_EMPTY;
    LOCKED;
    HIST_ENTRY *e = n >= 1 && n <= history_length ? history_get(history_base + n - 1) : NULL;
    return e ? sk_str_from_fs(e->line, strlen(e->line)) : SK_NONE;
}

static void free_entry(HIST_ENTRY *e) {
    if (!e) return;
    free((void *)e->line);
    free(e->data);
    free(e);
}
static SkValue remove_item(SkValue m SK_UNUSED, SkValue v) {
    int n;
    if (!sk_as_int(v, &n)) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "History index cannot be negative");
    LOCKED;
    HIST_ENTRY *e = n < history_length ? remove_history(n) : NULL;
    if (!e) return sk_raise(sk_exc_ValueError, "No history item at position %d", n);
    free_entry(e);
    return SK_NONE;
}
static SkValue replace_item(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_UTF8 SkUtf8 u = {0};
    int n;
    if (!sk_as_int(a[0], &n)) return SK_EMPTY;
    if (!sk_is_str(a[1])) return sk_raise(sk_exc_TypeError, "replace_history_item() argument 2 must be str, not %O", a[1]);
    u = sk_str_fs(a[1]);
    if (!u.text) return SK_EMPTY;
    if (n < 0) return sk_raise(sk_exc_ValueError, "History index cannot be negative");
    LOCKED;
    HIST_ENTRY *e = n < history_length ? replace_history_entry(n + offset, u.text, NULL) : NULL;
    if (!e) return sk_raise(sk_exc_ValueError, "No history item at position %d", n);
    free_entry(e);
    return SK_NONE;
}
static SkValue clear_lines(SkValue m SK_UNUSED) {
    LOCKED;
    clear_history();
    return SK_NONE;
}
static SkValue set_auto(SkValue m SK_UNUSED, SkValue v) {
    int on = sk_truth(v);
    if (on < 0) return SK_EMPTY;
    LOCKED;
    auto_history = on;
    return SK_NONE;
}

// ---- hooks -----------------------------------------------------------------------------------------------------------------------

static SkValue set_hook(int which, const char *name, SkValue v) {
    bool on = !sk_is_empty(v) && !sk_is_none(v);
    if (on && !sk_is_callable(v)) return sk_raise(sk_exc_TypeError, "set_%.50s(func): argument not callable", name);
    SkValue old;
    {
        LOCKED;
        old = sk_slot_peek(&hooks[which]);
        sk_slot_publish(&hooks[which], on ? sk_retain(v) : SK_EMPTY);
    }
    sk_release(old);
    return SK_NONE;
}
static SkValue set_startup(SkValue m SK_UNUSED, const SkValue *a) { return set_hook(STARTUP, "startup_hook", a[0]); }
static SkValue set_pre_input(SkValue m SK_UNUSED, const SkValue *a) { return set_hook(PRE_INPUT, "pre_input_hook", a[0]); }
static SkValue set_completer(SkValue m SK_UNUSED, const SkValue *a) { return set_hook(COMPLETER, "completer", a[0]); }
static SkValue set_display(SkValue m SK_UNUSED, const SkValue *a) { return set_hook(DISPLAY, "completion_display_matches_hook", a[0]); }
static SkValue get_completer(SkValue m SK_UNUSED) {
    LOCKED;
    SkValue f = hook(COMPLETER);
    return sk_is_empty(f) ? SK_NONE : f;
}

// ---- the module ------------------------------------------------------------------------------------------------------------------

#define OPTIONAL "(function=None, /)"
static const SkMethodDef functions[] = {
    {"parse_and_bind", SK_ONEARG, .onearg = parse_and_bind, .sig = "(string, /)", .doc = "Execute the init line provided in the string argument."},
    {"read_init_file", SK_SIG, .sig_fn = read_init, .sig = "(filename=None, /)", .doc = "Execute a readline initialization file."},
    {"read_history_file", SK_SIG, .sig_fn = read_lines, .sig = "(filename=None, /)", .doc = "Load a readline history file."},
    {"write_history_file", SK_SIG, .sig_fn = write_lines, .sig = "(filename=None, /)", .doc = "Save a readline history file."},
    {"append_history_file", SK_SIG, .sig_fn = append_lines, .sig = "(nelements, filename=None, /)", .doc = "Append the last nelements items of the history list to file."},
    {"get_history_length", SK_NOARGS, .noargs = get_length, .sig = "()", .doc = "Return the maximum number of lines that will be written to the history file."},
    {"set_history_length", SK_ONEARG, .onearg = set_length, .sig = "(length, /)", .doc = "Set the maximal number of lines which will be written to the history file.\n\nA negative length is used to inhibit history truncation."},
    {"get_current_history_length", SK_NOARGS, .noargs = current_length, .sig = "()", .doc = "Return the current (not the maximum) length of history."},
    {"get_history_item", SK_ONEARG, .onearg = get_item, .sig = "(index, /)", .doc = "Return the current contents of history item at one-based index."},
    {"remove_history_item", SK_ONEARG, .onearg = remove_item, .sig = "(pos, /)", .doc = "Remove history item given by its zero-based position."},
    {"replace_history_item", SK_SIG, .sig_fn = replace_item, .sig = "(pos, line, /)", .doc = "Replaces history item given by its position with contents of line.\n\npos is zero-based."},
    {"add_history", SK_ONEARG, .onearg = add_line, .sig = "(string, /)", .doc = "Add an item to the history buffer."},
    {"set_auto_history", SK_ONEARG, .onearg = set_auto, .sig = "(enabled, /)", .doc = "Enables or disables automatic history."},
    {"clear_history", SK_NOARGS, .noargs = clear_lines, .sig = "()", .doc = "Clear the current readline history."},
    {"set_startup_hook", SK_SIG, .sig_fn = set_startup, .sig = OPTIONAL, .doc = "Set or remove the function invoked by the rl_startup_hook callback.\n\nThe function is called with no arguments just\nbefore readline prints the first prompt."},
    {"set_pre_input_hook", SK_SIG, .sig_fn = set_pre_input, .sig = OPTIONAL, .doc = "Set or remove the function invoked by the rl_pre_input_hook callback.\n\nThe function is called with no arguments after the first prompt\nhas been printed and just before readline starts reading input\ncharacters."},
    {"set_completer", SK_SIG, .sig_fn = set_completer, .sig = OPTIONAL, .doc = "Set or remove the completer function.\n\nThe function is called as function(text, state),\nfor state in 0, 1, 2, ..., until it returns a non-string.\nIt should return the next possible completion starting with 'text'."},
    {"get_completer", SK_NOARGS, .noargs = get_completer, .sig = "()", .doc = "Get the current completer function."},
    {"set_completion_display_matches_hook", SK_SIG, .sig_fn = set_display, .sig = OPTIONAL, .doc = "Set or remove the completion display function.\n\nlibedit shows the matches by itself and does not call it."},
    {"get_completion_type", SK_NOARGS, .noargs = get_completion_type, .sig = "()", .doc = "Get the type of completion being attempted."},
    {"get_begidx", SK_NOARGS, .noargs = get_begin, .sig = "()", .doc = "Get the beginning index of the completion scope."},
    {"get_endidx", SK_NOARGS, .noargs = get_end, .sig = "()", .doc = "Get the ending index of the completion scope."},
    {"set_completer_delims", SK_ONEARG, .onearg = set_delimiters, .sig = "(string, /)", .doc = "Set the word delimiters for completion."},
    {"get_completer_delims", SK_NOARGS, .noargs = get_delimiters, .sig = "()", .doc = "Get the word delimiters for completion."},
    {"get_line_buffer", SK_NOARGS, .noargs = get_line_buffer, .sig = "()", .doc = "Return the current contents of the line buffer."},
    {"insert_text", SK_ONEARG, .onearg = insert_text, .sig = "(string, /)", .doc = "Insert text into the line buffer at the cursor position."},
    {"redisplay", SK_NOARGS, .noargs = redisplay, .sig = "()", .doc = "Change what's displayed on the screen to reflect contents of the line buffer."},
    {0},
};

// Versions of the library differ in whether replacing, and appending to a file, count from one.
static void find_offset(void) {
    add_history("1");
    HIST_ENTRY *e = replace_history_entry(0, "2", NULL);
    offset = e ? 0 : 1;
    free_entry(e);
    clear_history();
}

static bool exec(SkValue m) {
    LOCKED;
    if (!sk_load_relaxed(&sk_readline_ask)) {
        rl_readline_name = "python";
        rl_catch_signals = 0;   // this and the next are looked at when it begins
        rl_getc_function = on_getc;
        rl_initialize();
        using_history();
        find_offset();
        rl_attempted_completion_function = on_complete;
        rl_startup_hook = on_startup;
        rl_pre_input_hook = on_pre_input;
        delimiters = strdup(" \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?");
        if (delimiters) rl_completer_word_break_characters = delimiters;
        sk_store_release(&sk_readline_ask, ask);   // PAIR(readline)
    }
    return sk_module_add_str(m, "_READLINE_LIBRARY_VERSION", rl_library_version) && sk_module_add_int(m, "_READLINE_VERSION", 0x0402) &&
           sk_module_add_int(m, "_READLINE_RUNTIME_VERSION", rl_readline_version) && sk_module_add_str(m, "backend", "editline");
}
SK_EXPORT const SkModuleDef sk_module_readline = {"readline", "Importing this module enables command line editing using libedit readline.", functions, exec};
