// Finding modules on a path: packages, source files and namespace packages (PEP 420).
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/vm/import.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

void sk_found_release(SkFound *f) {
    sk_release(f->file);
    sk_release(f->portions);
    sk_release(f->spec);
    *f = (SkFound){0};
}

static bool is_kind(const char *path, mode_t kind) {
    struct stat st;
    return stat(path, &st) == 0 && (st.st_mode & S_IFMT) == kind;
}

static bool ask_importer(SkValue importer, SkValue name, SkFound *out) {
    if (sk_is_none(importer)) return true;
    SK_AUTO SkValue spec = sk_call_method(importer, SK_N(find_spec), &name, 1);
    if (sk_is_empty(spec) || sk_is_none(spec)) return !sk_is_empty(spec);
    SK_AUTO SkValue loader = sk_getattr(spec, SK_N(loader));
    if (sk_is_empty(loader)) return false;
    if (!sk_is_none(loader)) {
        out->kind = SK_FOUND_SPEC;
        out->spec = sk_move(&spec);
        return true;
    }
    // Part of a namespace package.
    SK_AUTO SkValue portions = sk_getattr_s(spec, "submodule_search_locations");
    if (sk_is_empty(portions) || sk_is_none(portions)) return !sk_is_empty(portions);
    if (sk_is_empty(out->portions) && sk_is_empty(out->portions = sk_list_new(1))) return false;
    return sk_list_extend(out->portions, portions);
}

static bool found_source(SkFound *out, SkFoundKind kind, SkValue file, SkValue folder) {
    out->kind = kind;
    out->file = file;
    sk_release(out->portions);  // of namespace packages before it
    out->portions = SK_EMPTY;
    if (kind != SK_FOUND_PACKAGE) return true;
    out->portions = sk_list_from(&folder, 1);
    return !sk_is_empty(out->portions);
}

// Compiled modules without a source, "x.pyc" for "x.py": importlib loads them.
static bool found_compiled(SkFound *out, SkValue name, SkValue source, const char *source_path, SkValue folder) {
    char path[4096];
    if (snprintf(path, sizeof path, "%sc", source_path) >= (int)sizeof path || !is_kind(path, S_IFREG)) return true;
    SK_AUTO SkValue file = sk_str_format("%Sc", source);
    SkValue spec = sk_is_empty(file) ? SK_EMPTY : sk_library_compiled_spec(name, file, folder);
    if (sk_is_empty(spec)) return false;
    out->kind = SK_FOUND_SPEC;
    out->spec = spec;
    return true;
}

// Takes a.
static SkValue join_path(SkValue a, SkValue b) {
    bool slash = sk_str_len(a) && sk_str_at(sk_as_str(a), sk_str_len(a) - 1) == '/';
    SkValue r = sk_str_format("%S%s%S", a, slash ? "" : "/", b);
    sk_release(a);
    return r;
}

static bool look_in(SkValue name, SkValue tail, SkValue entry, SkFound *out) {
    // Hooks are given the entry as it is, but for the empty one; modules know their files by absolute paths.
    SkValue base = entry;
    SK_AUTO SkValue here = SK_EMPTY;
    size_t len = sk_str_len(entry);
    if (len == 0 || sk_str_at(sk_as_str(entry), 0) != '/') {
        char buffer[4096];
        if (!getcwd(buffer, sizeof buffer)) return true;
        here = sk_str_from_fs(buffer, strlen(buffer));
        bool dot = len == 1 && sk_str_at(sk_as_str(entry), 0) == '.';
        if (!sk_is_empty(here) && len && !dot) here = join_path(sk_move(&here), entry);
        if (sk_is_empty(here)) return false;
        base = here;
        if (len == 0) entry = here;
    }
    const char *slash = sk_str_at(sk_as_str(base), sk_str_len(base) - 1) == '/' ? "" : "/";
    SK_AUTO SkValue folder = sk_str_format("%S%s%S", base, slash, tail);
    SK_AUTO SkValue init = sk_is_empty(folder) ? SK_EMPTY : sk_str_format("%S/__init__.py", folder);
    SK_AUTO SkValue file = sk_is_empty(init) ? SK_EMPTY : sk_str_format("%S.py", folder);
    if (sk_is_empty(file)) return false;
    SK_AUTO_UTF8 SkUtf8 folder_path = sk_str_fs(folder), init_path = sk_str_fs(init), file_path = sk_str_fs(file), base_path = sk_str_fs(base);
    if (!folder_path.text || !init_path.text || !file_path.text || !base_path.text) {
        sk_error_clear();  // a path with a NUL in it names nothing
        return true;
    }
    SK_AUTO SkValue importer = sk_path_entry_importer(entry, true);
    if (!sk_is_empty(importer)) return ask_importer(importer, name, out);
    if (sk_error_occurred()) return false;
    bool is_folder = is_kind(folder_path.text, S_IFDIR);
    if (is_folder && is_kind(init_path.text, S_IFREG)) return found_source(out, SK_FOUND_PACKAGE, sk_move(&init), folder);
    if (is_kind(file_path.text, S_IFREG)) return found_source(out, SK_FOUND_SOURCE, sk_move(&file), SK_EMPTY);
    if (!found_compiled(out, name, is_folder ? init : file, is_folder ? init_path.text : file_path.text, is_folder ? folder : SK_EMPTY)) return false;
    if (out->kind) return true;
    if (is_folder && !found_compiled(out, name, file, file_path.text, SK_EMPTY)) return false;
    if (out->kind) return true;
    if (is_folder) {
        if (sk_is_empty(out->portions) && sk_is_empty(out->portions = sk_list_new(1))) return false;
        return sk_list_append(out->portions, folder);
    }
    // A file, or inside one: perhaps an archive.
    struct stat st;
    bool archive = stat(base_path.text, &st) == 0 ? S_ISREG(st.st_mode) : errno == ENOTDIR;
    if (!archive) return true;
    importer = sk_path_entry_importer(entry, false);
    return sk_is_empty(importer) ? !sk_error_occurred() : ask_importer(importer, name, out);
}

// What CPython has imported before it puts the program's own place on sys.path, and this runtime imports when it is first
// needed: a file of such a name beside the program is not meant.
static bool is_early(SkValue name) {
    return sk_str_equals_ascii(name, "encodings") || sk_str_equals_ascii(name, "codecs") || sk_str_equals_ascii(name, "io") ||
           sk_str_equals_ascii(name, "zipimport");
}

bool sk_find_on_path(SkValue name, SkValue tail, SkValue path, SkFound *out) {
    *out = (SkFound){0};
    if (sk_is_empty(path) && is_early(name)) {
        SK_AUTO SkValue library = sk_sys_get("_stdlib_dir");
        if (sk_is_str(library) && !look_in(name, tail, library, out)) {
            sk_found_release(out);
            return false;
        }
        if (out->kind) return true;
        sk_error_clear();
    }
    SK_AUTO SkValue entries = sk_is_empty(path) ? sk_sys_get("path") : sk_retain(path);
    SK_AUTO SkValue items = sk_is_empty(entries) || sk_is_none(entries) ? SK_EMPTY : sk_to_tuple(entries);
    if (sk_is_empty(items)) return !sk_error_occurred();
    for (size_t i = 0; i < sk_tuple_len(items); i++) {
        SkValue entry = sk_tuple_peek(items, i);
        if (!sk_is_str(entry)) continue;
        if (!look_in(name, tail, entry, out)) {
            sk_found_release(out);
            return false;
        }
        if (out->kind) {
            if (out->kind == SK_FOUND_SOURCE || out->kind == SK_FOUND_SPEC) {
                sk_release(out->portions);
                out->portions = SK_EMPTY;
            }
            return true;
        }
    }
    if (!sk_is_empty(out->portions)) out->kind = SK_FOUND_NAMESPACE;
    return true;
}

#if defined(__x86_64__)
#define PLATFORM "x86_64-linux-gnu"
#else
#define PLATFORM "aarch64-linux-gnu"
#endif

SkValue sk_find_extension(SkValue tail, SkValue path) {
    static const char *const suffixes[] = {"cpython-311-" PLATFORM ".so", "cpython-312-" PLATFORM ".so", "cpython-313-" PLATFORM ".so",
                                           "cpython-314-" PLATFORM ".so", "abi3.so", "so"};
    SK_AUTO SkValue search = sk_is_empty(path) ? sk_sys_get("path") : sk_retain(path);
    SK_AUTO SkValue entries = sk_is_empty(search) ? SK_EMPTY : sk_to_tuple(search);
    SK_AUTO_UTF8 SkUtf8 name = sk_is_empty(entries) ? (SkUtf8){0} : sk_str_wtf8(tail);
    for (size_t i = 0; name.text && i < sk_tuple_len(entries); i++) {
        SkValue entry = sk_tuple_peek(entries, i);
        SK_AUTO_UTF8 SkUtf8 folder = sk_is_str(entry) ? sk_str_wtf8(entry) : (SkUtf8){0};
        for (size_t k = 0; folder.text && k < SK_COUNT_OF(suffixes); k++) {
            char file[PATH_MAX];
            int n = snprintf(file, sizeof file, "%s%s%s.%s", folder.text, folder.len ? "/" : "", name.text, suffixes[k]);
            if (n < (int)sizeof file && access(file, R_OK) == 0) return sk_str_from_fs(file, (size_t)n);
        }
    }
    sk_error_clear();
    return SK_EMPTY;
}
