// print, input and open.
#include <unistd.h>

#include "core/vm/import.h"
#include "modules/builtins.h"
#include "modules/builtins_readline.h"
#include "objects/audit.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/near_name.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

_Atomic(SkAskLine *) sk_readline_ask;

static bool call_for_effect(SkValue r) {
    if (sk_is_empty(r)) return false;
    sk_release(r);
    return true;
}

static bool write_value(SkValue file, SkValue v) {
    SK_AUTO SkValue text = sk_str(v);
    return !sk_is_empty(text) && call_for_effect(sk_call_method(file, SK_N(write), &text, 1));
}

// Its text can be had without running Python code.
static bool is_plain(SkValue v) {
    return sk_is_exact_str(v) || sk_is_exact_int(v) || sk_is_exact_float(v) || sk_is_bool(v) || sk_is_none(v);
}

typedef struct {
    SkValue sep, end, file;
    int flush;
} PrintOptions;

static bool print_parts(const SkValue *args, size_t nargs, const PrintOptions *o) {
    SkValue space = sk_names.latin1[' '], newline = sk_names.latin1['\n'];
    for (size_t i = 0; i < nargs; i++)
        if ((i && !write_value(o->file, sk_is_empty(o->sep) ? space : o->sep)) || !write_value(o->file, args[i])) return false;
    return write_value(o->file, sk_is_empty(o->end) ? newline : o->end);
}

// One write for the whole line, so that lines printed by several threads do not mix. What came before an argument that
// has no text, or one that cannot be encoded, is written all the same.
static bool print_whole(const SkValue *args, size_t nargs, const PrintOptions *o) {
    SkStrBuilder b;
    sk_sb_init(&b);
    SK_AUTO SkValue failed = SK_EMPTY;
    for (size_t i = 0; i < nargs && sk_is_empty(failed); i++) {
        if (i && sk_is_empty(o->sep)) sk_sb_char(&b, ' ');
        else if (i) sk_sb_str(&b, o->sep);
        SK_AUTO SkValue text = sk_str(args[i]);
        if (sk_is_empty(text)) failed = sk_error_take();
        else sk_sb_str(&b, text);
    }
    if (sk_is_empty(failed)) {
        if (sk_is_empty(o->end)) sk_sb_char(&b, '\n');
        else sk_sb_str(&b, o->end);
    }
    SK_AUTO SkValue line = sk_sb_finish(&b);
    bool ok = !sk_is_empty(line) && call_for_effect(sk_call_method(o->file, SK_N(write), &line, 1));
    if (!sk_is_empty(failed)) {
        sk_error_clear();
        sk_error_restore(sk_move(&failed));
        return false;
    }
    return ok || (sk_error_clear_if(sk_exc_UnicodeEncodeError) && print_parts(args, nargs, o));
}

static bool string_option(const char *name, SkValue v, SkValue *out) {
    if (sk_is_none(v)) return *out = SK_EMPTY, true;
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "%s must be None or a string, not %.200T", name, v);
    *out = v;
    return true;
}

static SkValue b_print(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    PrintOptions o = {.file = SK_NONE};
    SkValue sep = SK_NONE, end = SK_NONE;
    static const char *const names[] = {"sep", "end", "file", "flush"};
    for (size_t i = 0; !sk_is_empty(kwnames) && i < sk_tuple_len(kwnames); i++) {
        SkValue name = sk_tuple_peek(kwnames, i), value = args[nargs + i];
        if (sk_str_equals_ascii(name, "sep")) sep = value;
        else if (sk_str_equals_ascii(name, "end")) end = value;
        else if (sk_str_equals_ascii(name, "file")) o.file = value;
        else if (!sk_str_equals_ascii(name, "flush"))
            return (void)sk_raise_stray_keyword("print()", name, names, SK_COUNT_OF(names)), SK_EMPTY;
        else if ((o.flush = sk_truth(value)) < 0) return SK_EMPTY;
    }
    SK_AUTO SkValue held = SK_EMPTY;
    if (sk_is_none(o.file)) {
        held = o.file = sk_sys_get("stdout");
        if (sk_is_empty(held)) return sk_raise(sk_exc_RuntimeError, "lost sys.stdout");
        if (sk_is_none(held)) return SK_NONE;
    }
    if (!string_option("sep", sep, &o.sep) || !string_option("end", end, &o.end)) return SK_EMPTY;
    bool whole = !(sk_type_of(o.file)->flags & SK_TF_HEAP);
    // Alone, a __str__ that prints does so between its neighbours.
    for (size_t i = 0; whole && !sk_multithreaded && i < nargs; i++) whole = is_plain(args[i]);
    if (!(whole ? print_whole(args, nargs, &o) : print_parts(args, nargs, &o))) return SK_EMPTY;
    if (o.flush && !call_for_effect(sk_call_method(o.file, SK_N(flush), NULL, 0))) return SK_EMPTY;
    return SK_NONE;
}

// ---- input ---------------------------------------------------------------------------------------------------------------

static SkValue stream(const char *name) {
    SkValue v = sk_sys_get(name);
    if (!sk_is_empty(v) && !sk_is_none(v)) return v;
    return sk_raise(sk_exc_RuntimeError, "input(): lost sys.%s", name);
}

static void flush_quietly(SkValue file) {
    if (!call_for_effect(sk_call_method(file, SK_N(flush), NULL, 0))) sk_error_clear();
}

static SkValue read_line(SkValue file) {
    SK_AUTO SkValue line = sk_call_method(file, SK_N(readline), NULL, 0);
    if (sk_is_empty(line)) return line;
    if (!sk_is_str(line)) return sk_raise(sk_exc_TypeError, "object.readline() returned non-string");
    size_t n = sk_str_len(line);
    if (n == 0) return sk_raise(sk_exc_EOFError, "EOF when reading a line");
    return sk_str_at(sk_as_str(line), n - 1) == '\n' ? sk_str_slice(line, 0, n - 1) : sk_move(&line);
}

// The stream is the descriptor n, and that a terminal.
static bool is_terminal(SkValue file, int n) {
    SK_AUTO SkValue fd = sk_call_method_s(file, "fileno", NULL, 0);
    if (sk_is_empty(fd)) sk_error_clear();
    return sk_is_small_int(fd) && sk_small_int(fd) == n && isatty(n);
}

static SkValue b_input(SkValue module, const SkValue *args, size_t nargs) {
    (void)module;
    if (!sk_check_nargs("input", nargs, 0, 1)) return SK_EMPTY;
    SK_AUTO SkValue in = stream("stdin");
    SK_AUTO SkValue out = sk_is_empty(in) ? SK_EMPTY : stream("stdout");
    SK_AUTO SkValue err = sk_is_empty(out) ? SK_EMPTY : stream("stderr");
    if (sk_is_empty(err)) return SK_EMPTY;
    if (!sk_audit("builtins.input", nargs ? args[0] : SK_NONE)) return SK_EMPTY;
    flush_quietly(err);
    SkAskLine *ask = sk_load_acquire(&sk_readline_ask);   // PAIR(readline)
    bool edit = ask && is_terminal(in, 0) && is_terminal(out, 1);
    if (!edit && nargs && !write_value(out, args[0])) return SK_EMPTY;
    flush_quietly(out);
    SK_AUTO SkValue line = edit ? ask(nargs ? args[0] : SK_EMPTY) : read_line(in);
    if (sk_is_empty(line) || !sk_audit("builtins.input/result", line)) return SK_EMPTY;
    return sk_move(&line);
}

// ---- open ------------------------------------------------------------------------------------------------------------------

// Until start-up has put _io.open here.
static SkValue b_open(SkValue module, const SkValue *args, size_t nargs, SkValue kwnames) {
    (void)module;
    SK_AUTO SkValue io = sk_import("_io");
    SK_AUTO SkValue open = sk_is_empty(io) ? SK_EMPTY : sk_getattr(io, SK_N(open));
    return sk_is_empty(open) ? open : sk_call(open, args, nargs, kwnames);
}

const SkMethodDef sk_builtins_io_functions[] = {
    {.name = "input", .kind = SK_FAST, .fast = b_input, .sig = "(prompt='', /)", .doc = "Read a line from standard input, without its newline."},
    {.name = "open", .kind = SK_KW, .kw = b_open,
     .sig = "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
     .doc = "Open a file and return a stream."},
    {.name = "print", .kind = SK_KW, .kw = b_print, .sig = "(*args, sep=' ', end='\\n', file=None, flush=False)", .doc = "Print the values to a stream, or to sys.stdout."},
    {0},
};
