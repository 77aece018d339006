// What sys says about the runtime, the machine and the command line.
#include <float.h>
#include <unistd.h>

#include "core/native_modules.h"
#include "modules/sys.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/namespace.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/struct_seq.h"
#include "objects/tuple.h"

SkConfig sk_config = {.int_max_str_digits = -1, .hash_randomization = 1, .lib_minor = 11, .check_hash_based_pycs = "default", .cpu_count = -1};

const char *sk_x_option(const char *name) {
    size_t n = strlen(name);
    for (int i = sk_config.x_options.count; i-- > 0;) {
        const char *x = sk_config.x_options.items[i];
        if (strncmp(x, name, n) || (x[n] && x[n] != '=')) continue;
        return x[n] ? x + n + 1 : "";
    }
    return NULL;
}

// ---- struct sequences ------------------------------------------------------------------------------------------------------

// Makes the type, which Python code cannot instantiate, and its one instance. Takes the values.
static SkValue make_seq(const SkStructSeqDef *def, SkValue *values) {
    SkType *t = sk_struct_seq_type(def);
    if (!t) return SK_EMPTY;
    SkValue v = sk_struct_seq_new(t, values);
    t->new_ = NULL;
    t->flags |= SK_TF_NO_NEW;
    return v;
}

#define INT(i) sk_int_from_int64(i)

static SkValue make_flags(void) {
    static const char *const fields[] = {
        "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment",
        "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding",
        "safe_path", "int_max_str_digits", "gil", "thread_inherit_context", "context_aware_warnings", NULL};
    static const SkStructSeqDef def = {"sys.flags", "Flags provided through command line arguments or environment vars.", fields, 18};
    const SkConfig *c = &sk_config;
    bool contexts = c->lib_minor >= 14;
#if SKEIN_GIL
    int gil = 1;
#else
    int gil = 0;
#endif
    SkValue values[] = {
        INT(c->debug), INT(c->inspect), INT(c->interactive), INT(c->optimize), INT(c->dont_write_bytecode),
        INT(c->no_user_site), INT(c->no_site), INT(c->ignore_environment), INT(c->verbose), INT(c->bytes_warning),
        INT(c->quiet), INT(c->hash_randomization), INT(c->isolated), sk_bool(c->dev_mode), INT(c->utf8_mode),
        INT(c->warn_default_encoding), sk_bool(c->safe_path), INT(sk_load_relaxed(&sk_int_max_str_digits)), INT(gil),
        INT(contexts), INT(contexts)};
    return make_seq(&def, values);
}

static SkValue make_float_info(void) {
    static const char *const fields[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp",
                                         "dig", "mant_dig", "epsilon", "radix", "rounds", NULL};
    static const SkStructSeqDef def = {"sys.float_info", "What the floating point type is like.", fields, 11};
    SkValue values[] = {sk_float_new(DBL_MAX), INT(DBL_MAX_EXP), INT(DBL_MAX_10_EXP), sk_float_new(DBL_MIN), INT(DBL_MIN_EXP),
                        INT(DBL_MIN_10_EXP), INT(DBL_DIG), INT(DBL_MANT_DIG), sk_float_new(DBL_EPSILON), INT(FLT_RADIX), INT(1)};
    return make_seq(&def, values);
}

static SkValue make_int_info(void) {
    static const char *const fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold", NULL};
    static const SkStructSeqDef def = {"sys.int_info", "What Python's int is like.", fields, 4};
    SkValue values[] = {INT(GMP_NUMB_BITS), INT((int64_t)sizeof(mp_limb_t)), INT(SK_INT_DEFAULT_MAX_STR_DIGITS),
                        INT(SK_INT_MAX_STR_DIGITS_THRESHOLD)};
    return make_seq(&def, values);
}

static SkValue make_hash_info(void) {
    static const char *const fields[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff", NULL};
    static const SkStructSeqDef def = {"sys.hash_info", "How hashes are computed.", fields, 9};
    SkValue values[] = {INT(64), INT((INT64_C(1) << 61) - 1), INT(314159), INT(0), INT(1000003), sk_str_from("siphash13"), INT(64), INT(128), INT(0)};
    return make_seq(&def, values);
}

static SkValue make_thread_info(void) {
    static const char *const fields[] = {"name", "lock", "version", NULL};
    static const SkStructSeqDef def = {"sys.thread_info", "How threads are made.", fields, 3};
    char version[128] = "";
#ifdef _CS_GNU_LIBPTHREAD_VERSION
    confstr(_CS_GNU_LIBPTHREAD_VERSION, version, sizeof version);
#endif
    SkValue values[] = {sk_str_from("pthread"), sk_str_from("futex"), *version ? sk_str_from(version) : SK_NONE};
    return make_seq(&def, values);
}

static SkType *version_type(void) {
    static const char *const fields[] = {"major", "minor", "micro", "releaselevel", "serial", NULL};
    static const SkStructSeqDef def = {"sys.version_info", "Version information as a named tuple.", fields, 5};
    return sk_struct_seq_type(&def);
}

static SkValue make_version(SkType *t, int major, int minor, int micro) {
    SkValue values[] = {INT(major), INT(minor), INT(micro), sk_str_from("final"), INT(0)};
    return sk_struct_seq_new(t, values);
}

// ---- names of modules ----------------------------------------------------------------------------------------------------------

static SkValue native_names(void) {
    SK_AUTO SkValue names = sk_list_new(0);
    if (sk_is_empty(names)) return names;
    for (const SkNativeModule *m = sk_native_modules(); m && m->name; m++)
        if (!sk_list_append_steal(names, sk_str_from(m->name))) return SK_EMPTY;
    return sk_list_sort(names) ? sk_list_to_tuple(names) : SK_EMPTY;
}

static const char stdlib_names[] =
    "__future__ _abc _aix_support _android_support _apple_support _ast _ast_unparse _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn "
    "_codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize _compat_pickle "
    "_compression _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib "
    "_frozen_importlib_external _functools _gdbm _hashlib _heapq _hmac _imp _interpchannels _interpqueues _interpreters _io "
    "_ios_support _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing _opcode _opcode_metadata "
    "_operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _py_warnings _pydatetime _pydecimal _pyio _pylong "
    "_pyrepl _queue _random _remote_debugging _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat "
    "_statistics _string _strptime _struct _suggestions _symtable _sysconfig _thread _threading_local _tkinter _tokenize "
    "_tracemalloc _types _typing _uuid _warnings _weakref _weakrefset _winapi _wmi _zoneinfo _zstd abc annotationlib antigravity "
    "argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop "
    "collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg csv ctypes "
    "curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl "
    "filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib "
    "heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging "
    "lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode "
    "operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile "
    "pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy "
    "sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile "
    "sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny "
    "tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc "
    "tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg "
    "winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo";
// Gone after the version said.
static const char gone_after_12[] =
    "_crypt _msi aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau "
    "telnetlib uu xdrlib";
static const char gone_after_11[] = "_bootsubprocess _sha256 _sha512 asynchat asyncore distutils imp smtpd";

static bool add_words(SkValue set, const char *words) {
    while (*words) {
        size_t n = strcspn(words, " ");
        SK_AUTO SkValue word = sk_intern(sk_str_from_ascii(words, n));
        if (sk_is_empty(word) || !sk_set_add(set, word)) return false;
        words += n + (words[n] == ' ');
    }
    return true;
}

static SkValue stdlib_module_names(void) {
    SK_AUTO SkValue set = sk_frozenset_new(SK_EMPTY);
    if (sk_is_empty(set) || !add_words(set, stdlib_names)) return SK_EMPTY;
    if (sk_config.lib_minor <= 12 && !add_words(set, gone_after_12)) return SK_EMPTY;
    if (sk_config.lib_minor <= 11 && !add_words(set, gone_after_11)) return SK_EMPTY;
    return sk_move(&set);
}

// ---- the command line ----------------------------------------------------------------------------------------------------------

static SkValue texts_list(const SkTexts *t) {
    SK_AUTO SkValue list = sk_list_new((size_t)t->count);
    if (sk_is_empty(list)) return list;
    for (int i = 0; i < t->count; i++)
        if (!sk_list_append_steal(list, sk_str_from_fs(t->items[i], strlen(t->items[i])))) return SK_EMPTY;
    return sk_move(&list);
}

static SkValue x_options(void) {
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    for (int i = 0; i < sk_config.x_options.count; i++) {
        const char *x = sk_config.x_options.items[i], *eq = strchr(x, '=');
        SK_AUTO SkValue name = sk_str_from_fs(x, eq ? (size_t)(eq - x) : strlen(x));
        SkValue value = eq ? sk_str_from_fs(eq + 1, strlen(eq + 1)) : SK_TRUE;
        if (sk_is_empty(name) || sk_is_empty(value) || !sk_dict_set_steal(d, name, value)) return SK_EMPTY;
    }
    return sk_move(&d);
}

static SkValue path_text(const char *s) { return sk_str_from_fs(s, strlen(s)); }

// The micro version is not to be read off the folder: the first in which the folder's minor version was packaged.
static int micro_version(void) { return sk_config.lib_minor == 11 ? 2 : sk_config.lib_minor == 13 ? 5 : 0; }

static SkValue make_implementation(SkType *version) {
    SK_AUTO SkValue d = sk_dict_new();
    if (sk_is_empty(d)) return d;
    SK_AUTO SkValue name = sk_str_from("skein"), tag = sk_str_from(SK_CACHE_TAG), v = make_version(version, 0, 1, 0);
#if defined(__x86_64__)
    SK_AUTO SkValue arch = sk_str_from("x86_64-linux-gnu");
#elif defined(__aarch64__)
    SK_AUTO SkValue arch = sk_str_from("aarch64-linux-gnu");
#else
    SK_AUTO SkValue arch = sk_str_from("");
#endif
    if (sk_is_empty(name) || sk_is_empty(tag) || sk_is_empty(v) || sk_is_empty(arch)) return SK_EMPTY;
    if (!sk_dict_set_s(d, "name", name) || !sk_dict_set_s(d, "cache_tag", tag) || !sk_dict_set_s(d, "version", v) ||
        !sk_dict_set_s(d, "hexversion", INT(0x000100f0)) || !sk_dict_set_s(d, "_multiarch", arch) ||
        !sk_dict_set_s(d, "supports_isolated_interpreters", SK_FALSE))
        return SK_EMPTY;
    return sk_namespace_new(d);
}

static bool add_versions(SkValue m) {
    SkType *t = version_type();
    if (!t) return false;
    int minor = sk_config.lib_minor, micro = micro_version();
    if (!sk_module_add_steal(m, "version_info", make_version(t, 3, minor, micro))) return false;
    if (!sk_module_add_steal(m, "implementation", make_implementation(t))) return false;
    t->new_ = NULL;
    t->flags |= SK_TF_NO_NEW;
#if defined(__clang__)
    const char *compiler = "Clang " __clang_version__;
#else
    const char *compiler = "GCC " __VERSION__;
#endif
    SkValue version = sk_str_format("3.%d.%d (skein " SK_VERSION ") [%s]", minor, micro, compiler);
    return sk_module_add_steal(m, "version", version) && sk_module_add_int(m, "hexversion", 3 << 24 | minor << 16 | micro << 8 | 0xf0) &&
           sk_module_add_int(m, "api_version", 1013) &&
           sk_module_add_str(m, "copyright",
                             "Copyright (c) the Skein authors.\nAll Rights Reserved.\n\nThe library of Python: Copyright (c) 2001 Python "
                             "Software Foundation.\nAll Rights Reserved.");
}

static bool add_paths(SkValue m) {
    const char *prefix = sk_config.prefix ? sk_config.prefix : "/usr";
    static const char *const names[] = {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"};
    for (size_t i = 0; i < SK_COUNT_OF(names); i++)
        if (!sk_module_add_steal(m, names[i], path_text(prefix))) return false;
    const char *executable = sk_config.executable ? sk_config.executable : "";
    const char *pycache = sk_config.pycache_prefix;
    return sk_module_add_steal(m, "executable", path_text(executable)) && sk_module_add_steal(m, "_base_executable", path_text(executable)) &&
           sk_module_add_steal(m, "_stdlib_dir", sk_config.lib ? path_text(sk_config.lib) : SK_NONE) && sk_module_add(m, "_home", SK_NONE) &&
           sk_module_add_str(m, "platlibdir", "lib") && sk_module_add_str(m, "_framework", "") && sk_module_add_str(m, "abiflags", "") &&
           sk_module_add_steal(m, "pycache_prefix", pycache ? path_text(pycache) : SK_NONE);
}

bool sk_sys_add_info(SkValue m) {
    if (sk_config.int_max_str_digits >= 0) sk_store_relaxed(&sk_int_max_str_digits, sk_config.int_max_str_digits);
    SkValue git = sk_str_from("skein"), empty = sk_str_from("");
    SkValue vcs[] = {git, empty, sk_retain(empty)};
    return add_versions(m) && add_paths(m) && sk_module_add_steal(m, "_git", sk_tuple_steal(vcs, 3)) && sk_module_add_steal(m, "flags", make_flags()) && sk_module_add_steal(m, "float_info", make_float_info()) &&
           sk_module_add_steal(m, "int_info", make_int_info()) && sk_module_add_steal(m, "hash_info", make_hash_info()) &&
           sk_module_add_steal(m, "thread_info", make_thread_info()) && sk_module_add_steal(m, "builtin_module_names", native_names()) &&
           sk_module_add_steal(m, "stdlib_module_names", stdlib_module_names()) && sk_module_add_int(m, "maxsize", INT64_MAX) &&
           sk_module_add_int(m, "maxunicode", 0x10ffff) && sk_module_add_str(m, "byteorder", "little") &&
           sk_module_add_str(m, "platform", "linux") && sk_module_add_str(m, "float_repr_style", "short") &&
           sk_module_add(m, "dont_write_bytecode", sk_bool(sk_config.dont_write_bytecode)) &&
           sk_module_add_steal(m, "argv", texts_list(&sk_config.argv)) && sk_module_add_steal(m, "orig_argv", texts_list(&sk_config.orig_argv)) &&
           sk_module_add_steal(m, "warnoptions", texts_list(&sk_config.warn_options)) && sk_module_add_steal(m, "_xoptions", x_options());
}
