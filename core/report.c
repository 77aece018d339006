#include "core/report.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/unicode.h"
#include "core/report_internal.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/struct_seq.h"
#include "objects/tuple.h"
#include "threading/thread.h"

enum { GROUP_WIDTH = 15, GROUP_DEPTH = 10 };

typedef struct {
    SkStrBuf *out;
    SkSources sources;
    int depth;          // of groups within groups
    bool need_close;
    SkValue *seen;      // counted: the exceptions shown or chained already
    size_t nseen;
} Report;

// ---- margins ----------------------------------------------------------------------------------------------------------

static void indent(Report *r) { sk_strbuf_append_repeat(r->out, ' ', 2 * (size_t)r->depth); }

// Puts every line of the text behind the margin of the groups it is in.
static void emit_n(Report *r, const char *text, size_t len, char margin) {
    while (len) {
        const char *eol = memchr(text, '\n', len);
        size_t n = eol ? (size_t)(eol - text) + 1 : len;
        indent(r);
        if (r->depth) {
            sk_strbuf_append_char(r->out, margin);
            sk_strbuf_append_char(r->out, ' ');
        }
        sk_strbuf_append(r->out, text, n);
        text += n;
        len -= n;
    }
}

static void emit(Report *r, const char *text) { emit_n(r, text, strlen(text), '|'); }

// ---- the last lines of an exception --------------------------------------------------------------------------------------

static void append_safe(SkStrBuf *out, SkValue v, const char *what, bool repr) {
    SK_AUTO SkValue s = repr ? sk_repr(v) : sk_str(v);
    if (!sk_is_empty(s)) {
        sk_append_str(out, s);
        return;
    }
    sk_error_clear();
    sk_strbuf_printf(out, "<%s %s() failed>", what, repr ? "repr" : "str");
}

static void append_type(SkStrBuf *out, SkType *type) {
    SK_AUTO SkValue module = sk_getattr_opt(sk_type_value(type), SK_N(__module__));
    SK_AUTO SkValue name = sk_getattr_opt(sk_type_value(type), SK_N(__qualname__));
    sk_error_clear();
    if (!sk_is_str(module)) {
        sk_strbuf_append_cstr(out, "<unknown>.");
    } else if (!sk_str_equals_ascii(module, "__main__") && !sk_str_equals_ascii(module, "builtins")) {
        sk_append_str(out, module);
        sk_strbuf_append_char(out, '.');
    }
    if (sk_is_str(name)) sk_append_str(out, name);
    else sk_strbuf_append_cstr(out, type->name);
}

static bool is_stdlib_module(SkValue name) {
    SK_AUTO SkValue sys = sk_import("sys");
    SK_AUTO SkValue names = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt_s(sys, "stdlib_module_names");
    int r = sk_is_empty(names) ? 0 : sk_contains(names, name);
    sk_error_clear();
    return r > 0;
}

static void append_hints(SkStrBuf *out, SkValue exc, SkValue tb) {
    SK_AUTO SkValue suggestion = sk_suggest(exc, tb);
    if (!sk_is_empty(suggestion)) {
        sk_strbuf_append_cstr(out, ". Did you mean: '");
        sk_append_str(out, suggestion);
        sk_strbuf_append_cstr(out, "'?");
    }
    if (!sk_is_instance_of(exc, sk_exc_NameError)) return;
    SK_AUTO SkValue name = sk_getattr_opt(exc, SK_N(name));
    sk_error_clear();
    if (!sk_is_str(name) || !is_stdlib_module(name)) return;
    sk_strbuf_append_cstr(out, sk_is_empty(suggestion) ? ". Did you forget to import '" : " Or did you forget to import '");
    sk_append_str(out, name);
    sk_strbuf_append_cstr(out, "'?");
}

static void append_final_line(SkStrBuf *out, SkValue exc, SkValue tb) {
    append_type(out, sk_type_of(exc));
    SkStrBuf text;
    sk_strbuf_init(&text);
    append_safe(&text, exc, "exception", false);
    append_hints(&text, exc, tb);
    if (text.len) {
        sk_strbuf_append_cstr(out, ": ");
        sk_strbuf_append(out, text.data, text.len);
    }
    sk_strbuf_free(&text);
    sk_strbuf_append_char(out, '\n');
}

// ---- SyntaxError --------------------------------------------------------------------------------------------------------------

static SkValue field(SkValue exc, SkValue name) {
    SkValue v = sk_getattr_opt(exc, name);
    sk_error_clear();
    return sk_is_empty(v) ? SK_NONE : v;
}

static bool as_number(SkValue v, int64_t *out) { return sk_is_int(v) && sk_int_fits_int64(v, out); }

static void append_source_line(SkStrBuf *out, SkValue exc, SkValue text) {
    SkStr *s = sk_as_str(text);
    int64_t end = (int64_t)s->length, start = 0, full = end;
    while (end && sk_str_at(s, (size_t)end - 1) == '\n') end--;
    while (start < end && strchr(" \n\f", (int)sk_str_at(s, (size_t)start)) && sk_str_at(s, (size_t)start)) start++;
    SK_AUTO SkValue line = sk_str_slice(text, (size_t)start, (size_t)end);
    if (sk_is_empty(line)) return;
    sk_strbuf_append_cstr(out, "    ");
    sk_append_str(out, line);
    sk_strbuf_append_char(out, '\n');
    SK_AUTO SkValue offset_v = field(exc, SK_N(offset)), end_v = field(exc, SK_N(end_offset));
    SK_AUTO SkValue line_v = field(exc, SK_N(lineno)), end_line_v = field(exc, SK_N(end_lineno));
    int64_t offset, end_offset, a, b;
    if (!as_number(offset_v, &offset)) return;
    bool one_line = sk_is_none(line_v) ? sk_is_none(end_line_v)
                                       : as_number(line_v, &a) && as_number(end_line_v, &b) && a == b;
    if (!one_line) end_offset = end + 1;
    else if (!as_number(end_v, &end_offset) || end_offset == 0) end_offset = offset;
    if (full && offset > full) offset = end + 1;
    if (full && end_offset > full) end_offset = end + 1;
    if (offset >= end_offset || end_offset < 0) end_offset = offset + 1;
    int64_t from = offset - 1 - start, to = end_offset - 1 - start;
    if (from < 0) return;
    sk_strbuf_append_cstr(out, "    ");
    for (int64_t i = 0; i < from && start + i < end; i++) {
        uint32_t c = sk_str_at(s, (size_t)(start + i));
        // Tabs and the like are kept, so that the caret stands below its character.
        if (sk_unicode_is_space(c)) sk_strbuf_append_codepoint(out, c);
        else sk_strbuf_append_char(out, ' ');
    }
    if (to > from) sk_strbuf_append_repeat(out, '^', (size_t)(to - from));
    sk_strbuf_append_char(out, '\n');
}

static void append_syntax_error(SkStrBuf *out, SkValue exc) {
    SK_AUTO SkValue filename = field(exc, SK_N(filename)), lineno = field(exc, SK_N(lineno));
    SK_AUTO SkValue text = field(exc, SK_N(text)), msg = field(exc, SK_N(msg));
    if (!sk_is_none(lineno)) {
        sk_strbuf_append_cstr(out, "  File \"");
        if (sk_truth(filename) > 0) append_safe(out, filename, "filename", false);
        else sk_strbuf_append_cstr(out, "<string>");
        sk_strbuf_append_cstr(out, "\", line ");
        append_safe(out, lineno, "lineno", false);
        sk_strbuf_append_char(out, '\n');
    }
    if (sk_is_str(text)) append_source_line(out, exc, text);
    append_type(out, sk_type_of(exc));
    sk_strbuf_append_cstr(out, ": ");
    if (sk_truth(msg) > 0) append_safe(out, msg, "msg", false);
    else sk_strbuf_append_cstr(out, "<no detail available>");
    if (sk_is_none(lineno) && !sk_is_none(filename)) {
        sk_strbuf_append_cstr(out, " (");
        append_safe(out, filename, "filename", false);
        sk_strbuf_append_char(out, ')');
    }
    sk_strbuf_append_char(out, '\n');
    sk_error_clear();
}

// ---- notes -------------------------------------------------------------------------------------------------------------------------

static void append_notes(SkStrBuf *out, SkValue exc) {
    SK_AUTO SkValue notes = sk_getattr_opt(exc, SK_N(__notes__));
    if (sk_is_empty(notes)) {
        if (!sk_error_occurred()) return;
        SK_AUTO SkValue error = sk_error_take();
        sk_strbuf_append_cstr(out, "Ignored error getting __notes__: ");
        append_safe(out, error, "__notes__", true);
        sk_strbuf_append_char(out, '\n');
        return;
    }
    if (sk_is_none(notes)) return;
    bool sequence = (sk_type_of(notes)->flags & SK_TF_SEQUENCE) && !sk_is_str(notes) && !sk_is_bytes(notes);
    SK_AUTO SkValue list = sequence ? sk_to_list(notes) : SK_EMPTY;
    if (sk_is_empty(list)) {
        sk_error_clear();
        append_safe(out, notes, "__notes__", true);
        sk_strbuf_append_char(out, '\n');
        return;
    }
    for (size_t i = 0; i < sk_list_len(list); i++) {
        SK_AUTO SkValue note = sk_list_get(list, i);
        append_safe(out, note, "note", false);
        sk_strbuf_append_char(out, '\n');
    }
}

// ---- exceptions ------------------------------------------------------------------------------------------------------------------------

static bool was_seen(Report *r, SkValue exc) {
    for (size_t i = 0; i < r->nseen; i++)
        if (sk_is(r->seen[i], exc)) return true;
    return false;
}

static void mark_seen(Report *r, SkValue exc) {
    SkValue *grown = sk_realloc(r->seen, (r->nseen + 1) * sizeof *grown);
    if (!grown) return;
    r->seen = grown;
    r->seen[r->nseen++] = sk_retain(exc);
}

static void emit_traceback(Report *r, SkValue tb, const char *header, char margin) {
    if (sk_is_empty(tb)) return;
    SkStrBuf text;
    sk_strbuf_init(&text);
    sk_report_traceback(&text, &r->sources, tb);
    if (text.len) {
        emit_n(r, header, strlen(header), margin);
        emit_n(r, text.data, text.len, '|');
    }
    sk_strbuf_free(&text);
}

static void emit_message(Report *r, SkValue exc, SkValue tb) {
    SkStrBuf text;
    sk_strbuf_init(&text);
    if (sk_is_instance_of(exc, sk_exc_SyntaxError)) append_syntax_error(&text, exc);
    else append_final_line(&text, exc, tb);
    append_notes(&text, exc);
    emit_n(r, text.data, text.len, '|');
    sk_strbuf_free(&text);
}

static void report_chain(Report *r, SkValue exc);

static void report_group(Report *r, SkValue exc, SkValue tb) {
    if (r->depth > GROUP_DEPTH) {
        emit(r, "... (max_group_depth is 10)\n");
        return;
    }
    bool top = r->depth == 0;
    if (top) r->depth++;
    emit_traceback(r, tb, "Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
    emit_message(r, exc, tb);
    SK_AUTO SkValue members = sk_group_exceptions(exc);
    size_t total = sk_tuple_len(members), n = total <= GROUP_WIDTH ? total : GROUP_WIDTH + 1;
    r->need_close = false;
    for (size_t i = 0; i < n; i++) {
        bool last = i == n - 1, cut = i >= GROUP_WIDTH;
        // The frame may be closed by a group within.
        if (last) r->need_close = true;
        indent(r);
        sk_strbuf_append_cstr(r->out, i == 0 ? "+-" : "  ");
        if (cut) sk_strbuf_append_cstr(r->out, "+---------------- ... ----------------\n");
        else sk_strbuf_printf(r->out, "+---------------- %zu ----------------\n", i + 1);
        r->depth++;
        if (cut) {
            char text[64];
            size_t more = total - GROUP_WIDTH;
            snprintf(text, sizeof text, "and %zu more exception%s\n", more, more > 1 ? "s" : "");
            emit(r, text);
        } else {
            mark_seen(r, sk_tuple_peek(members, i));
            report_chain(r, sk_tuple_peek(members, i));
        }
        if (last && r->need_close) {
            indent(r);
            sk_strbuf_append_cstr(r->out, "+------------------------------------\n");
            r->need_close = false;
        }
        r->depth--;
    }
    if (top) r->depth = 0;
}

static void report_one(Report *r, SkValue exc) {
    SK_AUTO SkValue tb = sk_exception_traceback(exc);
    if (sk_is_exception_group(exc)) {
        report_group(r, exc, tb);
        return;
    }
    emit_traceback(r, tb, "Traceback (most recent call last):\n", '|');
    emit_message(r, exc, tb);
}

// What exc came from: counted, or SK_EMPTY.
static SkValue origin_of(Report *r, SkValue exc, const char **message) {
    SkValue cause = sk_exception_cause(exc);
    if (!sk_is_empty(cause) && !was_seen(r, cause)) {
        *message = "\nThe above exception was the direct cause of the following exception:\n\n";
        return cause;
    }
    sk_release(cause);
    if (sk_load_relaxed(&sk_as_exception(exc)->suppress_context)) return SK_EMPTY;
    SkValue context = sk_exception_context(exc);
    if (!sk_is_empty(context) && !was_seen(r, context)) {
        *message = "\nDuring handling of the above exception, another exception occurred:\n\n";
        return context;
    }
    sk_release(context);
    return SK_EMPTY;
}

// The oldest first.
static void report_chain(Report *r, SkValue exc) {
    SK_AUTO SkValue chain = sk_list_from(&exc, 1);
    const char *messages_few[16], **messages = messages_few;
    size_t n = 1, room = 16;
    SkValue at = sk_retain(exc);
    while (!sk_is_empty(chain)) {
        const char *message;
        SkValue origin = origin_of(r, at, &message);
        if (sk_is_empty(origin)) break;
        if (n == room) {
            const char **grown = sk_malloc(2 * room * sizeof *grown);
            if (!grown) {
                sk_release(origin);
                break;
            }
            memcpy(grown, messages, n * sizeof *grown);
            if (messages != messages_few) sk_free(messages);
            messages = grown;
            room *= 2;
        }
        messages[n++] = message;
        mark_seen(r, origin);
        bool ok = sk_list_append(chain, origin);
        sk_release(at);
        at = origin;
        if (!ok) break;
    }
    sk_release(at);
    sk_error_clear();
    for (size_t i = sk_is_empty(chain) ? 0 : sk_list_len(chain); i-- > 0;) {
        SK_AUTO SkValue e = sk_list_get(chain, i);
        report_one(r, e);
        if (i) emit(r, messages[i]);
    }
    if (messages != messages_few) sk_free(messages);
}

static void format(SkStrBuf *out, SkValue exc) {
    Report r = {.out = out};
    mark_seen(&r, exc);
    report_chain(&r, exc);
    sk_sources_free(&r.sources);
    for (size_t i = 0; i < r.nseen; i++) sk_release(r.seen[i]);
    sk_free(r.seen);
    sk_error_clear();
}

SkValue sk_format_exception(SkValue exc) {
    SkStrBuf out;
    sk_strbuf_init(&out);
    format(&out, exc);
    SkValue s = out.oom ? sk_raise_memory() : sk_str_from_wtf8(out.data, out.len);
    sk_strbuf_free(&out);
    return s;
}

// ---- writing -----------------------------------------------------------------------------------------------------------------------------

static SkValue sys_attr(const char *name) {
    SK_AUTO SkValue sys = sk_import("sys");
    SkValue v = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt_s(sys, name);
    sk_error_clear();
    return v;
}

static void write_raw(const char *text, size_t len) {
    sk_thread_detach();
    while (len) {
        ssize_t n = write(STDERR_FILENO, text, len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        text += n;
        len -= (size_t)n;
    }
    sk_thread_attach();
}

// Before there is a sys.stderr, and where writing to it fails, to the file descriptor; nowhere if it is None.
static void write_text(SkStrBuf *out, SkValue file) {
    SK_AUTO SkValue found = sk_is_none(file) ? sys_attr("stderr") : sk_retain(file);
    if (sk_is_none(found)) return;
    bool done = false;
    if (!sk_is_empty(found)) {
        SK_AUTO SkValue text = sk_str_from_wtf8(out->data, out->len);
        SK_AUTO SkValue r = sk_is_empty(text) ? SK_EMPTY : sk_call_method(found, SK_N(write), &text, 1);
        done = !sk_is_empty(r);
        if (done) sk_release(sk_call_method(found, SK_N(flush), NULL, 0));
        sk_error_clear();
    }
    if (!done) write_raw(out->data, out->len);
}

// The exception that was current is current again at the end.
static void print(SkStrBuf *out, SkValue exc, SkValue file) {
    SkValue saved = sk_error_take();
    format(out, exc);
    write_text(out, file);
    sk_strbuf_free(out);
    sk_error_restore(saved);
}

void sk_print_exception(SkValue exc, SkValue file) {
    SkStrBuf out;
    sk_strbuf_init(&out);
    print(&out, exc, file);
}

// ---- hooks ---------------------------------------------------------------------------------------------------------------------------------

void sk_default_excepthook(SkValue type, SkValue value, SkValue traceback) {
    SkStrBuf out;
    sk_strbuf_init(&out);
    if (sk_is_exception(value)) {
        SK_AUTO SkValue own = sk_exception_traceback(value);
        if (sk_is_empty(own) && sk_has_index(traceback, SK_T_TRACEBACK)) sk_exception_set_traceback(value, traceback);
        print(&out, value, SK_NONE);
        return;
    }
    (void)type;
    sk_strbuf_append_cstr(&out, "TypeError: print_exception(): Exception expected for value, ");
    sk_strbuf_append_cstr(&out, sk_type_of(value)->name);
    sk_strbuf_append_cstr(&out, " found\n");
    write_text(&out, SK_NONE);
    sk_strbuf_free(&out);
}

void sk_call_excepthook(SkValue exc) {
    SkValue saved = sk_error_take();
    SK_AUTO SkValue hook = sys_attr("excepthook");
    SkStrBuf out;
    sk_strbuf_init(&out);
    if (sk_is_empty(hook)) {
        sk_strbuf_append_cstr(&out, "sys.excepthook is missing\n");
        print(&out, exc, SK_NONE);
    } else {
        SK_AUTO SkValue tb = sk_exception_traceback(exc);
        SkValue args[] = {sk_type_value(sk_type_of(exc)), exc, sk_is_empty(tb) ? SK_NONE : tb};
        if (!sk_audit("sys.excepthook", hook, args[0], args[1], args[2])) {
            // A RuntimeError forbids the hook.
            if (sk_error_clear_if(sk_exc_RuntimeError)) {
                sk_strbuf_free(&out);
                sk_error_restore(saved);
                return;
            }
            sk_error_unraisable(NULL, SK_EMPTY);
        }
        sk_release(sk_call(hook, args, 3, SK_EMPTY));
        SK_AUTO SkValue second = sk_error_take();
        if (!sk_is_empty(second)) {
            sk_strbuf_append_cstr(&out, "Error in sys.excepthook:\n");
            format(&out, second);
            sk_strbuf_append_cstr(&out, "\nOriginal exception was:\n");
            print(&out, exc, SK_NONE);
        }
    }
    sk_error_restore(saved);
}

static SkValue attr_or_none(SkValue v, const char *name) {
    SkValue a = sk_getattr_opt_s(v, name);
    sk_error_clear();
    return sk_is_empty(a) ? SK_NONE : a;
}

static void print_unraisable(SkValue exc, SkValue message, SkValue object) {
    SkStrBuf out;
    sk_strbuf_init(&out);
    SkValue saved = sk_error_take();
    if (!sk_is_none(object)) {
        if (sk_is_none(message)) sk_strbuf_append_cstr(&out, "Exception ignored in");
        else append_safe(&out, message, "err_msg", false);
        sk_strbuf_append_cstr(&out, ": ");
        append_safe(&out, object, "object", true);
        sk_strbuf_append_char(&out, '\n');
    } else if (!sk_is_none(message)) {
        append_safe(&out, message, "err_msg", false);
        sk_strbuf_append_cstr(&out, ":\n");
    }
    sk_error_restore(saved);
    if (sk_is_exception(exc)) {
        print(&out, exc, SK_NONE);
    } else {
        write_text(&out, SK_NONE);
        sk_strbuf_free(&out);
    }
}

static SkType *unraisable_args_type;  // made at start-up

bool sk_is_unraisable_args(SkValue v) { return unraisable_args_type && sk_type_of(v) == unraisable_args_type; }

void sk_default_unraisablehook(SkValue unraisable) {
    SK_AUTO SkValue exc = attr_or_none(unraisable, "exc_value"), message = attr_or_none(unraisable, "err_msg");
    SK_AUTO SkValue object = attr_or_none(unraisable, "object"), tb = attr_or_none(unraisable, "exc_traceback");
    if (sk_is_exception(exc)) {
        SK_AUTO SkValue own = sk_exception_traceback(exc);
        if (sk_is_empty(own) && sk_has_index(tb, SK_T_TRACEBACK)) sk_exception_set_traceback(exc, tb);
    }
    print_unraisable(exc, message, object);
}

void sk_default_thread_excepthook(SkValue args) {
    SK_AUTO SkValue type = attr_or_none(args, "exc_type"), exc = attr_or_none(args, "exc_value");
    SK_AUTO SkValue thread = attr_or_none(args, "thread");
    if (sk_is(type, sk_type_value(sk_exc_SystemExit))) return;
    SkStrBuf out;
    sk_strbuf_init(&out);
    sk_strbuf_append_cstr(&out, "Exception in thread ");
    SK_AUTO SkValue name = sk_is_none(thread) ? SK_NONE : attr_or_none(thread, "name");
    if (sk_is_str(name)) sk_append_str(&out, name);
    else sk_strbuf_printf(&out, "%ld", (long)gettid());
    sk_strbuf_append_cstr(&out, ":\n");
    SK_AUTO SkValue file = sys_attr("stderr");
    if (sk_is_none(file) && !sk_is_none(thread)) {
        SK_AUTO SkValue kept = attr_or_none(thread, "_stderr");
        file = sk_move(&kept);
        if (sk_is_none(file)) {
            sk_strbuf_free(&out);
            return;
        }
    }
    if (sk_is_exception(exc)) {
        print(&out, exc, sk_is_empty(file) ? SK_NONE : file);
        return;
    }
    if (sk_is_type(type)) append_type(&out, sk_as_type(type));
    sk_strbuf_append_char(&out, '\n');
    write_text(&out, sk_is_empty(file) ? SK_NONE : file);
    sk_strbuf_free(&out);
}

// ---- sys.unraisablehook ------------------------------------------------------------------------------------------------------------------


static SkValue unraisable_args(SkValue exc, SkValue message, SkValue object) {
    SkValue tb = sk_exception_traceback(exc);
    SkValue values[] = {sk_retain(sk_type_value(sk_type_of(exc))), sk_retain(exc), sk_is_empty(tb) ? SK_NONE : tb,
                        sk_retain(message), sk_retain(object)};
    return sk_struct_seq_new(unraisable_args_type, values);
}

static void unraisable(SkValue exc, const char *text, SkValue where) {
    bool told = text && !sk_is_empty(where);  // the message names the object
    SkValue object = told || sk_is_empty(where) ? SK_NONE : where;
    SK_AUTO SkValue message = told ? sk_str_format("%s %R", text, where) : text ? sk_str_from_wtf8(text, strlen(text)) : SK_NONE;
    if (sk_is_empty(message)) {
        sk_error_clear();
        message = text ? sk_str_from(text) : SK_NONE;
    }
    if (sk_is_empty(message)) message = SK_NONE;
    SK_AUTO SkValue hook = sys_attr("unraisablehook");
    if (sk_is_empty(hook) || sk_is_none(hook)) {
        print_unraisable(exc, message, object);
        return;
    }
    SK_AUTO SkValue args = unraisable_args(exc, message, object);
    SK_AUTO SkValue r = sk_is_empty(args) ? SK_EMPTY : sk_call1(hook, args);
    if (!sk_is_empty(r)) return;
    SK_AUTO SkValue second = sk_error_take();
    SK_AUTO SkValue failed = sk_str_from("Exception ignored in sys.unraisablehook");
    print_unraisable(second, sk_is_empty(failed) ? SK_NONE : failed, hook);
}

void sk_report_init(void) {
    static const char *const fields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object", NULL};
    static const SkStructSeqDef def = {"sys.UnraisableHookArgs", "What is known of an exception that cannot be raised.", fields, 5};
    unraisable_args_type = sk_struct_seq_type(&def);
    if (unraisable_args_type) sk_unraisable_hook = unraisable;
    else sk_error_clear();
}
