#include "cli/site.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "cli/options.h"
#include "core/report.h"
#include "core/vm/import.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- exit, quit, help, copyright, credits, license -------------------------------------------------------------------------
//
// Stand-ins: the first use imports _sitebuiltins, makes the real object and puts it into builtins.

typedef struct {
    SkObject header;
    const char *name;
} Lazy;

static void lazy_destroy(SkObject *o) { sk_object_free(o, sizeof(Lazy)); }

static SkValue make_real(const char *name) {
    SK_AUTO SkValue m = sk_import("_sitebuiltins");
    if (sk_is_empty(m)) return m;
    if (!strcmp(name, "help")) return sk_call_method_s(m, "_Helper", NULL, 0);
    SK_AUTO SkValue n = sk_str_from(name);
    if (sk_is_empty(n)) return n;
    if (!strcmp(name, "exit") || !strcmp(name, "quit")) {
        SK_AUTO SkValue eof = sk_str_from("Ctrl-D (i.e. EOF)");
        SkValue args[] = {n, eof};
        return sk_is_empty(eof) ? eof : sk_call_method_s(m, "Quitter", args, 2);
    }
    SK_AUTO SkValue text = !strcmp(name, "copyright") ? sk_sys_get("copyright")
                           : !strcmp(name, "credits")
                               ? sk_str_from("Skein runs the library of Python: thanks to CWI, CNRI, BeOpen, the Python Software Foundation and a\n"
                                             "cast of thousands for it. See www.python.org for more information.")
                               : sk_str_from("See https://www.python.org/psf/license/ for the library's license.");
    SkValue args[] = {n, text};
    return sk_is_empty(text) ? text : sk_call_method_s(m, "_Printer", args, 2);
}

static SkValue real_of(SkValue self) {
    const char *name = ((Lazy *)sk_ptr(self))->name;
    SkValue builtins = sk_module_builtins_dict();
    SK_AUTO SkValue now = sk_dict_get_s(builtins, name);
    SK_AUTO SkValue real = make_real(name);
    if (sk_is_empty(real)) return real;
    if (sk_is(now, self) && !sk_dict_set_s(builtins, name, real)) return SK_EMPTY;
    return sk_move(&real);
}

static SkValue lazy_repr(SkValue self) {
    SK_AUTO SkValue real = real_of(self);
    return sk_is_empty(real) ? real : sk_repr(real);
}
static SkValue lazy_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) {
    SK_AUTO SkValue real = real_of(self);
    return sk_is_empty(real) ? real : sk_call(real, args, nargs, kwnames);
}
static SkValue lazy_getattr(SkValue self, SkValue name) {
    SK_AUTO SkValue real = real_of(self);
    return sk_is_empty(real) ? real : sk_getattr(real, name);
}

static SkType lazy_type = {
    SK_TYPE_HEAD(0, sizeof(Lazy), NULL, NULL, lazy_destroy),
    .name = "_sitebuiltins.Lazy",
    .flags = SK_TF_NO_NEW,
    .repr = lazy_repr,
    .call = lazy_call,
    .getattr = lazy_getattr,
};

static bool add_builtins(void) {
    static const char *const names[] = {"exit", "quit", "copyright", "credits", "license", "help"};
    if (!sk_type_ready(&lazy_type)) return false;
    for (size_t i = 0; i < SK_COUNT_OF(names); i++) {
        Lazy *l = (Lazy *)sk_object_new(&lazy_type.head, sizeof *l);
        if (!l) return sk_raise_memory(), false;
        l->name = names[i];
        SK_AUTO SkValue v = sk_counted(l);
        if (!sk_dict_set_s(sk_module_builtins_dict(), names[i], v)) return false;
    }
    return true;
}

// ---- folders of packages ------------------------------------------------------------------------------------------------------

static bool on_path(SkValue path, SkValue entry) {
    for (size_t i = 0; i < sk_list_len(path); i++) {
        SK_AUTO SkValue v = sk_list_get(path, i);
        if (sk_is_str(v) && sk_str_equal(v, entry)) return true;
    }
    return false;
}

static bool add_folder(const char *folder) {
    SK_AUTO SkValue path = sk_sys_get("path"), entry = sk_str_from_fs(folder, strlen(folder));
    if (sk_is_empty(entry) || !sk_is_list(path)) return false;
    return on_path(path, entry) || sk_list_append(path, entry);
}

// False only for what must end the start (SystemExit).
static bool run_line(const char *line, size_t len, const char *file, int number) {
    SK_AUTO SkValue dict = sk_dict_new(), filename = sk_str_from("<string>"), name = sk_str_from("site");
    if (sk_is_empty(dict) || sk_is_empty(filename) || sk_is_empty(name) || !sk_dict_set(dict, SK_N(__name__), name) ||
        !sk_dict_set(dict, SK_N(__builtins__), sk_module_builtins_dict()))
        return false;
    SkCompileOptions options = sk_default_compile_options();
    SK_AUTO SkValue code = sk_compile_source(line, len, filename, SK_PARSE_EXEC, &options);
    SkValue r = sk_is_empty(code) ? SK_EMPTY : sk_run_code(code, dict, dict);
    sk_release(r);
    if (!sk_is_empty(r)) return true;
    if (!sk_error_matches(sk_exc_Exception)) return false;
    fprintf(stderr, "Error processing line %d of %s:\n\n", number, file);
    SK_AUTO SkValue exc = sk_error_take();
    sk_print_exception(exc, SK_NONE);
    fprintf(stderr, "\nRemainder of file ignored\n");
    sk_error_clear();
    return true;
}

static bool read_pth(const char *folder, const char *name) {
    char file[PATH_MAX];
    if (snprintf(file, sizeof file, "%s/%s", folder, name) >= (int)sizeof file) return true;
    FILE *f = fopen(file, "re");
    if (!f) return true;
    char *line = NULL;
    size_t room = 0;
    bool ok = true;
    ssize_t n;
    for (int number = 1; ok && (n = getline(&line, &room, f)) >= 0; number++) {
        while (n && strchr(" \t\r\n", line[n - 1])) line[--n] = 0;
        if (n == 0 || *line == '#') continue;
        if (!strncmp(line, "import ", 7) || !strncmp(line, "import\t", 7)) {
            ok = run_line(line, (size_t)n, file, number);
            continue;
        }
        char entry[PATH_MAX], full[PATH_MAX];
        if (snprintf(entry, sizeof entry, "%s%s%s", *line == '/' ? "" : folder, *line == '/' ? "" : "/", line) >= (int)sizeof entry) continue;
        if (realpath(entry, full)) ok = add_folder(full);
    }
    free(line);
    fclose(f);
    return ok;
}

static int is_pth(const struct dirent *d) {
    size_t n = strlen(d->d_name);
    return *d->d_name != '.' && n > 4 && !strcmp(d->d_name + n - 4, ".pth");
}

static bool add_site_folder(const char *folder) {
    struct stat st;
    if (stat(folder, &st) != 0 || !S_ISDIR(st.st_mode)) return true;
    bool ok = add_folder(folder);
    struct dirent **entries;
    int n = scandir(folder, &entries, is_pth, alphasort);
    for (int i = 0; i < n; i++) {
        if (ok) ok = read_pth(folder, entries[i]->d_name);
        free(entries[i]);
    }
    if (n >= 0) free(entries);
    return ok;
}

// ---- virtual environments -------------------------------------------------------------------------------------------------------

typedef struct {
    bool found, system_too;
    char prefix[PATH_MAX];
} Venv;

// pyvenv.cfg beside the executable or one folder up.
static bool find_venv(Venv *v) {
    *v = (Venv){.system_too = true};
    if (!sk_config.executable || !*sk_config.executable) return true;
    char folder[PATH_MAX - 16], file[PATH_MAX];
    if (snprintf(folder, sizeof folder, "%s", sk_config.executable) >= (int)sizeof folder) return true;
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(folder, '/');
        if (!slash) return true;
        *slash = 0;
        snprintf(file, sizeof file, "%s/pyvenv.cfg", folder);
        FILE *f = fopen(file, "re");
        if (!f) continue;
        v->found = true;
        char line[1024];
        while (fgets(line, sizeof line, f)) {
            char value[16];
            if (sscanf(line, " include-system-site-packages = %15s", value) == 1) v->system_too = !strcasecmp(value, "true");
        }
        fclose(f);
        strcpy(v->prefix, folder);
        SK_AUTO SkValue prefix = sk_str_from_fs(folder, strlen(folder));
        return !sk_is_empty(prefix) && sk_sys_set("prefix", prefix) && sk_sys_set("exec_prefix", prefix);
    }
    return true;
}

static bool add_site_folders(void) {
    char folder[PATH_MAX + 64];
    int minor = sk_config.lib_minor;
    const char *prefix = sk_config.prefix && *sk_config.prefix ? sk_config.prefix : "/usr";
    Venv venv;
    if (!find_venv(&venv)) return false;
    if (venv.found) {
        snprintf(folder, sizeof folder, "%s/lib/python3.%d/site-packages", venv.prefix, minor);
        if (!add_site_folder(folder)) return false;
        if (!venv.system_too) return true;
    }
    const char *home = getenv("HOME"), *base = sk_environment("PYTHONUSERBASE");
    bool user = !sk_config.no_user_site && geteuid() == getuid() && getegid() == getgid() && (base || (home && *home));
    if (user) {
        if (base) snprintf(folder, sizeof folder, "%s/lib/python3.%d/site-packages", base, minor);
        else snprintf(folder, sizeof folder, "%s/.local/lib/python3.%d/site-packages", home, minor);
        if (!add_site_folder(folder)) return false;
    }
    snprintf(folder, sizeof folder, "%s/local/lib/python3.%d/dist-packages", prefix, minor);
    if (!add_site_folder(folder)) return false;
    snprintf(folder, sizeof folder, "%s/lib/python3/dist-packages", prefix);
    if (!add_site_folder(folder)) return false;
    snprintf(folder, sizeof folder, "%s/lib/python3.%d/site-packages", prefix, minor);
    return add_site_folder(folder);
}

static bool customize(const char *name) {
    SK_AUTO SkValue m = sk_import(name);
    if (!sk_is_empty(m)) return true;
    if (sk_error_matches(sk_exc_ImportError)) {
        SkValue exc = sk_error_take();
        SK_AUTO SkValue missing = sk_getattr_opt_s(exc, "name");
        sk_error_clear();
        bool itself = !sk_is_empty(missing) && sk_is_str(missing) && sk_str_equals_ascii(missing, name);
        if (itself) {
            sk_release(exc);
            return true;
        }
        sk_error_restore(exc);
    }
    if (!sk_error_matches(sk_exc_Exception)) return false;
    SK_AUTO SkValue exc = sk_error_take();
    if (sk_config.verbose) {
        sk_print_exception(exc, SK_NONE);
    } else {
        SK_AUTO SkValue text = sk_str(exc);
        SK_AUTO_UTF8 SkUtf8 u = sk_is_empty(text) ? (SkUtf8){0} : sk_str_wtf8(text);
        fprintf(stderr, "Error in %s; set PYTHONVERBOSE for traceback:\n%s: %s\n", name, sk_type_of(exc)->name, u.text ? u.text : "");
    }
    sk_error_clear();
    return true;
}

bool sk_site_init(void) {
    if (!add_builtins() || !add_site_folders() || !customize("sitecustomize")) return false;
    return sk_config.no_user_site || customize("usercustomize");
}
