#include "cli/prompt.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "cli/streams.h"
#include "core/native_modules.h"
#include "core/report.h"
#include "core/vm/import.h"
#include "modules/dynamic/edit/prompt_line.h"
#include "objects/error.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "threading/thread.h"

typedef enum { LINE, END_OF_INPUT, INTERRUPTED } ReadResult;

static const SkEditApi *editor;   // NULL: the prompt does without

static SkValue prompt_text(const char *which) {
    SK_AUTO SkValue v = sk_sys_get(which);
    SkValue text = sk_is_empty(v) ? SK_EMPTY : sk_str(v);
    if (sk_is_empty(text)) {
        sk_error_clear();
        text = sk_str_from("");
    }
    return text;
}

// Standard input is not a terminal (-i): the prompt goes to stderr.
static ReadResult read_plain(const char *prompt, SkStrBuf *line) {
    fputs(prompt, stderr);
    fflush(stderr);
    for (;;) {
        char c;
        sk_thread_detach();
        ssize_t n = read(0, &c, 1);
        int error = errno;
        sk_thread_attach();
        if (n < 0 && error == EINTR) {
            if (sk_safepoint_poll()) continue;
            return INTERRUPTED;
        }
        if (n <= 0) return line->len ? LINE : END_OF_INPUT;
        if (c == '\n') return LINE;
        sk_strbuf_append_char(line, c);
    }
}

static ReadResult read_line(SkEdit *edit, const char *which, SkStrBuf *line) {
    SK_AUTO SkValue text = prompt_text(which);
    SK_AUTO_UTF8 SkUtf8 prompt = sk_is_empty(text) ? (SkUtf8){0} : sk_str_wtf8(text);
    const char *p = prompt.text ? prompt.text : "";
    if (!edit) return read_plain(p, line);
    int r = editor->line(edit, p, line);
    return r > 0 ? LINE : r == 0 ? END_OF_INPUT : INTERRUPTED;
}

static bool is_incomplete(void) {
    if (!sk_error_matches(sk_exc_SyntaxError)) return false;
    SK_AUTO SkValue msg = sk_getattr_opt(sk_error_peek(), SK_N(msg));
    return !sk_is_empty(msg) && sk_is_str(msg) && sk_str_equals_ascii(msg, "incomplete input");
}

// Reports the current exception. True: it is SystemExit, and stands.
static bool ends(void) {
    if (sk_error_matches(sk_exc_SystemExit)) return true;
    SK_AUTO SkValue exc = sk_error_take();
    sk_call_excepthook(exc);
    return false;
}

// Reads one statement: its code, counted. EMPTY without an exception: nothing to run, or (*end) the end of input.
static SkValue read_statement(SkEdit *edit, SkStrBuf *text, SkCompileOptions *options, bool *end) {
    SK_AUTO SkValue filename = sk_str_from("<stdin>");
    sk_strbuf_clear(text);
    for (;;) {
        bool first = text->len == 0;
        SkStrBuf line;
        sk_strbuf_init(&line);
        ReadResult r = read_line(edit, first ? "ps1" : "ps2", &line);
        if (r == LINE) {
            if (!first) sk_strbuf_append_char(text, '\n');
            sk_strbuf_append(text, line.data, line.len);
        }
        sk_strbuf_free(&line);
        if (r == INTERRUPTED) return SK_EMPTY;
        if (r == END_OF_INPUT) {
            *end = first;
            if (first) return SK_EMPTY;
        }
        if (first) {
            size_t blank = 0;
            while (blank < text->len && strchr(" \t\f", text->data[blank])) blank++;
            if (blank == text->len || text->data[blank] == '#') return SK_EMPTY;
        }
        SkCompileOptions o = *options;
        o.interactive = r != END_OF_INPUT;
        SkValue code = sk_compile_source(text->data, text->len, filename, SK_PARSE_SINGLE, &o);
        if (!sk_is_empty(code)) {
            options->future = o.future;
            return code;
        }
        if (r == END_OF_INPUT || !is_incomplete()) return SK_EMPTY;
        sk_error_clear();
        if (text->len == 0) return SK_EMPTY;
    }
}

static void run_startup_file(SkValue main_module) {
    const char *file = sk_environment("PYTHONSTARTUP");
    if (!file) return;
    SK_AUTO SkValue name = sk_str_from_fs(file, strlen(file));
    SK_AUTO SkValue code = sk_is_empty(name) ? SK_EMPTY : sk_load_source_code(name);
    SkValue dict = sk_module_dict(main_module);
    SkValue r = sk_is_empty(code) ? SK_EMPTY : sk_run_code(code, dict, dict);
    sk_release(r);
    if (sk_is_empty(r)) {
        SK_AUTO SkValue exc = sk_error_take();
        sk_call_excepthook(exc);
    }
}

static bool set_default(const char *name, const char *text) {
    SK_AUTO SkValue now = sk_sys_get(name), v = sk_str_from(text);
    return !sk_is_empty(v) && (!sk_is_empty(now) || sk_sys_set(name, v));
}

bool sk_prompt(SkValue main_module, bool banner) {
    SkValue dict = sk_module_dict(main_module);
    if (!set_default("ps1", ">>> ") || !set_default("ps2", "... ")) sk_error_clear();
    if (banner && !sk_config.quiet) {
        SK_AUTO SkValue version = sk_sys_get("version");
        SK_AUTO_UTF8 SkUtf8 u = sk_is_str(version) ? sk_str_wtf8(version) : (SkUtf8){0};
        fprintf(stderr, "Skein " SK_VERSION " (Python %s) on linux\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
                u.text ? u.text : "");
    }
    if (banner) run_startup_file(main_module);
    if (isatty(0) && isatty(1)) editor = sk_library_symbol("edit", "sk_edit_api");
    SkEdit *edit = editor ? editor->open(dict) : NULL;
    sk_error_clear();
    SkStrBuf text;
    sk_strbuf_init(&text);
    SkCompileOptions options = sk_default_compile_options();
    bool end = false, left = false;
    while (!end && !left) {
        SK_AUTO SkValue code = read_statement(edit, &text, &options, &end);
        if (sk_is_empty(code)) {
            if (sk_error_matches(sk_exc_KeyboardInterrupt)) {
                sk_error_clear();
                fputs("\nKeyboardInterrupt\n", stderr);
            } else if (sk_error_occurred()) {
                left = ends();
            }
            continue;
        }
        SK_AUTO SkValue name = sk_str_from("<stdin>"), source = sk_str_from_wtf8(text.data, text.len);
        if (sk_is_empty(name) || sk_is_empty(source) || !sk_report_register_source(name, source)) sk_error_clear();
        SkValue r = sk_run_code(code, dict, dict);
        sk_release(r);
        if (sk_is_empty(r)) left = ends();
        SkValue exc = sk_error_take();
        (void)sk_flush_streams(true);
        sk_error_restore(exc);
    }
    if (end) fputc('\n', stderr);
    sk_strbuf_free(&text);
    if (edit) editor->close(edit);
    return left;
}
