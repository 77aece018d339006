#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "cli/finish.h"
#include "cli/prompt.h"
#include "cli/site.h"
#include "core/report.h"
#include "core/vm/import.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"

// ---- __main__ ----------------------------------------------------------------------------------------------------------

static SkValue make_main(void) {
    SK_AUTO SkValue m = sk_module_new(SK_N(__main__));
    if (sk_is_empty(m)) return m;
    SkValue dict = sk_module_dict(m);
    SK_AUTO SkValue builtins = sk_dict_get(sk_sys_modules(), SK_N(builtins));
    if (!sk_dict_set(dict, SK_N(__builtins__), builtins) || !sk_dict_set(sk_sys_modules(), SK_N(__main__), m)) return SK_EMPTY;
    return sk_move(&m);
}

static bool prepend_path(const char *folder) {
    if (sk_config.safe_path) return true;
    if (!(sk_hooks.script_folder = sk_strdup(folder))) return sk_raise_memory(), false;
    SK_AUTO SkValue path = sk_sys_get("path");
    SK_AUTO SkValue entry = sk_str_from_fs(folder, strlen(folder));
    return sk_is_list(path) && !sk_is_empty(entry) && sk_list_insert(path, 0, entry);
}

// ---- the end by an exception ------------------------------------------------------------------------------------------------

static void flush(const char *stream) {
    SK_AUTO SkValue s = sk_sys_get(stream);
    if (sk_is_empty(s) || sk_is_none(s)) return;
    SkValue r = sk_call_method(s, SK_N(flush), NULL, 0);
    sk_release(r);
    sk_error_clear();
}

static bool interrupted;   // the program ended by a KeyboardInterrupt
static bool leaving;       // with -i, SystemExit ends the prompt but not the program before it

// The status that SystemExit's code asks for; other codes than numbers are printed.
static int exit_status(SkValue exc) {
    SK_AUTO SkValue code = sk_getattr_opt_s(exc, "code");
    sk_error_clear();
    if (sk_is_empty(code) || sk_is_none(code)) return 0;
    if (sk_is_int(code)) {
        int64_t n;
        if (sk_as_int64(code, &n)) return (int)(n & 0xff);
        sk_error_clear();
        return 0xff;
    }
    flush("stdout");
    SK_AUTO SkValue text = sk_str(code), err = sk_sys_get("stderr"), newline = sk_str_from("\n");
    SkValue r = sk_is_empty(text) || sk_is_empty(err) ? SK_EMPTY : sk_call_method(err, SK_N(write), &text, 1);
    sk_release(r);
    sk_error_clear();
    if (!sk_is_empty(err) && !sk_is_none(err)) {
        r = sk_call_method(err, SK_N(write), &newline, 1);
        sk_release(r);
    }
    sk_error_clear();
    return 1;
}

// Reports the current exception.
static int report(void) {
    SK_AUTO SkValue exc = sk_error_take();
    bool stay = sk_config.inspect || sk_environment("PYTHONINSPECT");
    if (sk_is_instance_of(exc, sk_exc_SystemExit) && !(stay && !leaving)) return exit_status(exc);
    flush("stdout");
    sk_call_excepthook(exc);
    interrupted = sk_type_of(exc) == sk_exc_KeyboardInterrupt;
    return interrupted ? 130 : 1;
}

// ---- programs --------------------------------------------------------------------------------------------------------------------

static int run_code(SkValue code, SkValue main_module) {
    SkValue dict = sk_module_dict(main_module);
    SkValue r = sk_is_empty(code) ? SK_EMPTY : sk_run_code(code, dict, dict);
    sk_release(r);
    return sk_is_empty(r) ? report() : 0;
}

static int run_text(const char *text, size_t len, const char *name, SkValue main_module, bool show) {
    SK_AUTO SkValue filename = sk_str_from_fs(name, strlen(name));
    SkCompileOptions options = sk_default_compile_options();
    options.script = true;
    if (show) {
        SK_AUTO SkValue source = sk_str_from_wtf8(text, len);
        if (sk_is_empty(source) || !sk_report_register_source(filename, source)) sk_error_clear();
    }
    SK_AUTO SkValue code = sk_is_empty(filename) ? SK_EMPTY : sk_compile_bytes(text, len, filename, SK_PARSE_EXEC, &options);
    return run_code(code, main_module);
}

// What -c says has been decoded: an encoding comment in it means nothing.
static int run_command(const char *text, SkValue main_module) {
    size_t len = strlen(text);
    SkUtf8Info info;
    SkUtf8Error error;
    if (!sk_utf8_scan(text, len, 0, &info, &error)) return run_text(text, len, "<string>", main_module, true);
    SK_AUTO SkValue filename = sk_str_from("<string>");
    SK_AUTO SkValue source = sk_str_from_wtf8(text, len);
    if (sk_is_empty(source) || !sk_report_register_source(filename, source)) sk_error_clear();
    SkCompileOptions options = sk_default_compile_options();
    options.script = true;
    SK_AUTO SkValue code = sk_is_empty(filename) ? SK_EMPTY : sk_compile_source(text, len, filename, SK_PARSE_EXEC, &options);
    return run_code(code, main_module);
}

static bool read_all(int fd, SkStrBuf *out) {
    char buffer[65536];
    for (;;) {
        ssize_t n = read(fd, buffer, sizeof buffer);
        if (n == 0) return true;
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        sk_strbuf_append(out, buffer, (size_t)n);
    }
}

static int cannot_open(const char *file, int error) {
    fprintf(stderr, "%s: can't open file '%s': [Errno %d] %s\n", sk_config.executable, file, error, strerror(error));
    return 2;
}

// Folders and zip files have a __main__: runpy's business.
static bool has_main_inside(const char *file) {
    struct stat st;
    if (stat(file, &st) == 0 && S_ISDIR(st.st_mode)) return true;
    FILE *f = fopen(file, "rb");
    if (!f) return false;
    // A zip file ends with its directory, behind which is a comment of 64 KiB at the most.
    static const char mark[4] = {'P', 'K', 5, 6};
    bool zip = false;
    char tail[65536 + 22];
    if (fseek(f, 0, SEEK_END) == 0) {
        long size = ftell(f), n = size < (long)sizeof tail ? size : (long)sizeof tail;
        if (n >= 22 && fseek(f, -n, SEEK_END) == 0 && fread(tail, 1, (size_t)n, f) == (size_t)n) zip = memmem(tail, (size_t)n, mark, 4) != NULL;
    }
    fclose(f);
    return zip;
}

static int run_module(const char *name, bool alter_argv) {
    SK_AUTO SkValue runpy = sk_import("runpy");
    SK_AUTO SkValue module = sk_str_from_fs(name, strlen(name));
    SkValue args[] = {module, sk_bool(alter_argv)};
    SkValue r = sk_is_empty(runpy) || sk_is_empty(module) ? SK_EMPTY : sk_call_method_s(runpy, "_run_module_as_main", args, 2);
    sk_release(r);
    return sk_is_empty(r) ? report() : 0;
}

static int run_file(const SkRun *run, SkValue main_module) {
    const char *file = run->target;
    // What the program knows as __file__ stays right when it changes its folder.
    char absolute[2 * PATH_MAX], here[PATH_MAX];
    if (*file != '/' && getcwd(here, sizeof here)) {
        bool dot = !strcmp(file, ".");
        if (snprintf(absolute, sizeof absolute, "%s%s%s", here, dot ? "" : "/", dot ? "" : file) < (int)sizeof absolute) file = absolute;
    }
    int fd = open(file, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return cannot_open(file, errno);
    if (has_main_inside(file)) {
        close(fd);
        SK_AUTO SkValue path = sk_sys_get("path"), entry = sk_str_from_fs(file, strlen(file));
        if (sk_is_empty(entry) || !sk_list_insert(path, 0, entry)) return report();
        return run_module("__main__", false);
    }
    size_t n = strlen(file);
    bool compiled = n > 4 && !strcmp(file + n - 4, ".pyc");
    char full[PATH_MAX];
    char *slash = realpath(file, full) ? strrchr(full, '/') : NULL;
    if (slash) slash[slash == full] = 0;
    bool ok = prepend_path(slash ? full : "");
    SkStrBuf text;
    sk_strbuf_init(&text);
    bool read = read_all(fd, &text);
    int error = errno;
    close(fd);
    if (!read) {
        sk_strbuf_free(&text);
        return cannot_open(file, error);
    }
    SK_AUTO SkValue name = sk_str_from_fs(file, strlen(file));
    if (!ok || sk_is_empty(name) || !sk_dict_set(sk_module_dict(main_module), SK_N(__file__), name) ||
        !sk_dict_set(sk_module_dict(main_module), SK_N(__cached__), SK_NONE) || !sk_set_main_loader(main_module, name)) {
        sk_strbuf_free(&text);
        return report();
    }
    if (compiled) {
        sk_strbuf_free(&text);
        SK_AUTO SkValue code = sk_load_compiled_code(name);
        return run_code(code, main_module);
    }
    const char *start = text.data;
    size_t len = text.len;
    if (run->skip_first_line) {
        const char *newline = memchr(start, '\n', len);
        size_t skip = newline ? (size_t)(newline - start) : len;   // the newline stays: line numbers are the file's
        start += skip, len -= skip;
    }
    int status = run_text(start, len, file, main_module, false);
    sk_strbuf_free(&text);
    return status;
}

static int run_stdin(SkValue main_module) {
    SK_AUTO SkValue name = sk_str_from("<stdin>");
    if (sk_is_empty(name) || !sk_dict_set(sk_module_dict(main_module), SK_N(__file__), name) ||
        !sk_dict_set(sk_module_dict(main_module), SK_N(__cached__), SK_NONE))
        return report();
    SkStrBuf text;
    sk_strbuf_init(&text);
    if (!read_all(0, &text)) {
        sk_strbuf_free(&text);
        return cannot_open("<stdin>", errno);
    }
    int status = run_text(text.data, text.len, "<stdin>", main_module, true);
    sk_strbuf_free(&text);
    return status;
}

static int run_target(const SkRun *run, SkValue main_module) {
    if (run->kind == SK_RUN_FILE) return run_file(run, main_module);
    if (run->kind == SK_RUN_MODULE) {
        char here[PATH_MAX];
        if (!prepend_path(getcwd(here, sizeof here) ? here : "")) return report();
        return run_module(run->target, true);
    }
    if (!prepend_path("")) return report();
    if (!sk_set_main_loader(main_module, SK_EMPTY)) return report();
    if (run->kind == SK_RUN_COMMAND) return run_command(run->target, main_module);
    if (isatty(0) || sk_config.interactive) return leaving = sk_prompt(main_module, true), leaving ? report() : 0;
    return run_stdin(main_module);
}

// What is done before the program's first line.
static bool prepare(void) {
    SkValue native = sk_import("_warnings");    // from here on the compiler's warnings are heard
    sk_release(native);
    if (sk_is_empty(native)) return false;
    if (!sk_config.no_site && !sk_site_init()) return false;
    if (sk_config.warn_options.count == 0) return true;
    SkValue warnings = sk_import("warnings");   // makes filters of the options
    sk_release(warnings);
    return !sk_is_empty(warnings);
}

int sk_run_program(const SkRun *run) {
    int status;
    {
        SK_AUTO SkValue main_module = make_main();
        status = sk_is_empty(main_module) || !prepare() ? report() : run_target(run, main_module);
        bool prompted = (run->kind == SK_RUN_PROMPT || run->kind == SK_RUN_STDIN) && (isatty(0) || sk_config.interactive);
        // A program may ask for the prompt at its end by setting PYTHONINSPECT.
        bool inspect = sk_config.inspect || sk_environment("PYTHONINSPECT");
        if (inspect && !prompted && !sk_is_empty(main_module)) {
            interrupted = false;
            leaving = sk_prompt(main_module, false);
            status = leaving ? report() : 0;
        }
    }
    status = sk_finish(status);
    if (interrupted) {
        // Whoever waits for us learns of the signal.
        fflush(NULL);
        signal(SIGINT, SIG_DFL);
        kill(getpid(), SIGINT);
    }
    return status;
}
