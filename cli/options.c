#include "cli/options.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "cli/help.h"
#include "core/code.h"
#include "objects/int.h"

const char *sk_environment(const char *name) {
    if (sk_config.ignore_environment) return NULL;
    const char *v = getenv(name);
    return v && *v ? v : NULL;
}

void sk_texts_add(SkTexts *t, const char *text) {
    char **grown = sk_realloc(t->items, ((size_t)t->count + 1) * sizeof *grown);
    char *copy = sk_strdup(text);
    if (!grown || !copy) SK_FATAL("out of memory while reading the arguments");
    grown[t->count++] = copy;
    t->items = grown;
}

static void stop(SkRun *run, int status) {
    run->kind = SK_RUN_NOTHING;
    run->status = status;
}

static void wrong_usage(SkRun *run) {
    fprintf(stderr, SK_USAGE);
    fprintf(stderr, "Try `skein -h' for more information.\n");
    stop(run, 2);
}

static void config_error(SkRun *run, const char *what) {
    fprintf(stderr, "Fatal Python error: %s\n", what);
    stop(run, 1);
}

// A flag's variable: its number, 1 for any other text; the flag keeps the greater.
static void flag_from(const char *name, int *flag) {
    const char *v = sk_environment(name);
    if (!v) return;
    char *end;
    long n = strtol(v, &end, 10);
    if (*end || n < 0 || n > 1000) n = 1;
    if (*flag < n) *flag = (int)n;
}

static bool digits_limit(const char *text, const char *message, SkRun *run) {
    char *end;
    long n = strtol(text, &end, 10);
    if (*end || end == text || n < 0 || n > INT32_MAX || (n && n < SK_INT_MAX_STR_DIGITS_THRESHOLD)) {
        config_error(run, message);
        return false;
    }
    sk_config.int_max_str_digits = (int)n;
    return true;
}

static bool hash_seed(SkRun *run) {
    const char *v = sk_environment("PYTHONHASHSEED");
    if (!v || run->random_hash || !strcmp(v, "random")) return true;
    char *end;
    errno = 0;
    unsigned long n = strtoul(v, &end, 10);
    if (*end || errno || n > UINT32_MAX || *v == '-' || *v == ' ') {
        config_error(run, "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]");
        return false;
    }
    run->fixed_hash = true;
    run->hash_seed = (uint32_t)n;
    sk_config.hash_randomization = n != 0;
    return true;
}

// The order of the filters: those of -X dev and -b come after those of the variable and of -W.
static void warnings(const SkTexts *given) {
    SkConfig *c = &sk_config;
    if (c->dev_mode) sk_texts_add(&c->warn_options, "default");
    const char *env = sk_environment("PYTHONWARNINGS");
    if (env) {
        char *copy = sk_strdup(env), *save = NULL;
        if (!copy) SK_FATAL("out of memory while reading the arguments");
        for (char *w = strtok_r(copy, ",", &save); w; w = strtok_r(NULL, ",", &save)) sk_texts_add(&c->warn_options, w);
        sk_free(copy);
    }
    for (int i = 0; i < given->count; i++) sk_texts_add(&c->warn_options, given->items[i]);
    if (c->bytes_warning > 1) sk_texts_add(&c->warn_options, "error::BytesWarning");
    else if (c->bytes_warning) sk_texts_add(&c->warn_options, "default::BytesWarning");
}

static bool cpu_count(SkRun *run) {
    const char *text = sk_x_option("cpu_count");
    if (!text) text = sk_environment("PYTHON_CPU_COUNT");
    if (!text || !strcmp(text, "default")) return true;
    char *end;
    errno = 0;
    long n = strtol(text, &end, 10);
    if (end == text || *end || errno || n < 1 || n > INT32_MAX) {
        config_error(run, "config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0");
        return false;
    }
    sk_config.cpu_count = (int)n;
    return true;
}

// -X tracemalloc[=N] comes before the variable.
static bool trace_frames(SkRun *run) {
    const char *option = sk_x_option("tracemalloc"), *text = option ? option : sk_environment("PYTHONTRACEMALLOC");
    if (!text) return true;
    char *end;
    errno = 0;
    long n = *text ? strtol(text, &end, 10) : 1;
    if (*text && (*end || errno || n < 0 || n > INT32_MAX)) {
        config_error(run, option ? "config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames"
                                 : "config_init_tracemalloc: PYTHONTRACEMALLOC: invalid number of frames");
        return false;
    }
    if (n > 65535) {
        config_error(run, "init_interp_main: can't initialize tracemalloc\nValueError: the number of frames must be in range [1; 65535]");
        return false;
    }
    run->trace_frames = (int)n;
    return true;
}

// False after a mistake. Values that some options must have.
static bool check_x_options(SkRun *run) {
    const char *frozen = sk_x_option("frozen_modules"), *utf8 = sk_x_option("utf8");
    if (frozen && *frozen && strcmp(frozen, "on") && strcmp(frozen, "off")) {
        config_error(run, "bad value for option -X frozen_modules (expected \"on\" or \"off\")");
        return false;
    }
    if (utf8 && *utf8 && strcmp(utf8, "0") && strcmp(utf8, "1")) {
        config_error(run, "preconfig_init_utf8_mode: invalid -X utf8 option value");
        return false;
    }
    return cpu_count(run) && trace_frames(run);
}

static void environment(SkRun *run) {
    SkConfig *c = &sk_config;
    flag_from("PYTHONDEBUG", &c->debug);
    flag_from("PYTHONVERBOSE", &c->verbose);
    flag_from("PYTHONOPTIMIZE", &c->optimize);
    flag_from("PYTHONDONTWRITEBYTECODE", &c->dont_write_bytecode);
    flag_from("PYTHONNOUSERSITE", &c->no_user_site);
    flag_from("PYTHONUNBUFFERED", &c->unbuffered);
    flag_from("PYTHONBYTESWARNING", &c->bytes_warning);
    flag_from("PYTHONINSPECT", &c->inspect);
    if (sk_environment("PYTHONSAFEPATH")) c->safe_path = 1;
    if (sk_environment("PYTHONDEVMODE") || sk_x_option("dev")) c->dev_mode = 1;
    if (sk_environment("PYTHONWARNDEFAULTENCODING") || sk_x_option("warn_default_encoding")) c->warn_default_encoding = 1;
    const char *utf8 = sk_x_option("utf8");
    if (!utf8) utf8 = sk_environment("PYTHONUTF8");
    const char *locale = setlocale(LC_CTYPE, NULL);
    c->utf8_mode = utf8 ? strcmp(utf8, "0") != 0 : locale && (!strcmp(locale, "C") || !strcmp(locale, "POSIX"));
    const char *prefix = sk_x_option("pycache_prefix");
    if (!prefix) prefix = sk_environment("PYTHONPYCACHEPREFIX");
    c->pycache_prefix = prefix && *prefix ? prefix : NULL;
    const char *digits = sk_environment("PYTHONINTMAXSTRDIGITS");
    if (digits && !digits_limit(digits, "config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.", run)) return;
    digits = sk_x_option("int_max_str_digits");
    if (digits && !digits_limit(digits, "config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.", run)) return;
    sk_code_without_columns = sk_x_option("no_debug_ranges") || sk_environment("PYTHONNODEBUGRANGES");
    if (check_x_options(run)) (void)!hash_seed(run);
}

static void print_version(bool details) {
#if defined(__clang__)
    const char *compiler = "Clang " __clang_version__;
#else
    const char *compiler = "GCC " __VERSION__;
#endif
#if SKEIN_GIL
    const char *lock = ", with a global lock";
#else
    const char *lock = "";
#endif
    if (details) printf("Skein " SK_VERSION " [%s%s]\n", compiler, lock);
    else printf("Skein " SK_VERSION "\n");
}

// One cluster of short options. Returns the number of arguments used, 0 if the option list ends with it (-c, -m),
// -1 after a mistake.
static int cluster(int argc, char **argv, int at, SkRun *run, SkTexts *warn, int *versions) {
    SkConfig *c = &sk_config;
    for (const char *p = argv[at] + 1; *p; p++) {
        if (strchr("cmWX", *p)) {
            const char *value = p[1] ? p + 1 : at + 1 < argc ? argv[at + 1] : NULL;
            if (!value) {
                fprintf(stderr, "Argument expected for the -%c option\n", *p);
                wrong_usage(run);
                return -1;
            }
            int used = p[1] ? 1 : 2;
            if (*p == 'W') sk_texts_add(warn, value);
            else if (*p == 'X') sk_texts_add(&c->x_options, value);
            else {
                run->kind = *p == 'c' ? SK_RUN_COMMAND : SK_RUN_MODULE;
                run->target = value;
                sk_texts_add(&c->argv, *p == 'c' ? "-c" : "-m");
                for (int i = at + used; i < argc; i++) sk_texts_add(&c->argv, argv[i]);
                return 0;
            }
            return used;
        }
        switch (*p) {
        case 'b': c->bytes_warning++; break;
        case 'B': c->dont_write_bytecode++; break;
        case 'd': c->debug++; break;
        case 'E': c->ignore_environment++; break;
        case 'i': c->inspect++; c->interactive++; break;
        case 'I': c->isolated++; c->ignore_environment++; c->no_user_site++; c->safe_path = 1; break;
        case 'O': c->optimize++; break;
        case 'P': c->safe_path = 1; break;
        case 'q': c->quiet++; break;
        case 's': c->no_user_site++; break;
        case 'S': c->no_site++; break;
        case 'u': c->unbuffered++; break;
        case 'v': c->verbose++; break;
        case 'V': ++*versions; break;
        case 'R': run->random_hash = true; break;
        case 't': break;
        case 'x': run->skip_first_line = true; break;
        case 'h': case '?':
            fputs(SK_USAGE, stdout);
            fputs(sk_help_options, stdout);
            stop(run, 0);
            return -1;
        default:
            fprintf(stderr, "Unknown option: -%c\n", *p);
            wrong_usage(run);
            return -1;
        }
    }
    return 1;
}

static bool check_hash_based(const char *value, SkRun *run) {
    static const char *const values[] = {"default", "always", "never"};
    for (size_t i = 0; value && i < SK_COUNT_OF(values); i++)
        if (!strcmp(value, values[i])) {
            sk_config.check_hash_based_pycs = values[i];
            return true;
        }
    fprintf(stderr, value ? "--check-hash-based-pycs must be one of 'default', 'always', or 'never'\n"
                          : "Argument expected for the --check-hash-based-pycs options\n");
    wrong_usage(run);
    return false;
}

void sk_parse_options(int argc, char **argv, SkRun *run) {
    SkConfig *c = &sk_config;
    *run = (SkRun){.kind = SK_RUN_PROMPT};
    for (int i = 0; i < argc; i++) sk_texts_add(&c->orig_argv, argv[i]);
    SkTexts warn = {0};
    int at = 1, versions = 0;
    while (at < argc && argv[at][0] == '-' && argv[at][1]) {
        if (!strcmp(argv[at], "--")) {
            at++;
            break;
        }
        if (!strcmp(argv[at], "--help")) argv[at] = "-h";
        if (!strcmp(argv[at], "--version")) argv[at] = "-V";
        const char *long_help = sk_help_of(argv[at]);
        if (long_help) {
            sk_print_help(long_help);
            stop(run, 0);
            return;
        }
        if (!strcmp(argv[at], "--check-hash-based-pycs")) {
            if (!check_hash_based(at + 1 < argc ? argv[at + 1] : NULL, run)) return;
            at += 2;
            continue;
        }
        if (!strncmp(argv[at], "--", 2)) {
            fprintf(stderr, "unknown option %s\n", argv[at]);
            wrong_usage(run);
            return;
        }
        int used = cluster(argc, argv, at, run, &warn, &versions);
        if (used < 0) return;
        if (used == 0) break;
        at += used;
    }
    if (versions) {
        print_version(versions > 1);
        stop(run, 0);
        return;
    }
    if (run->kind == SK_RUN_PROMPT) {
        if (at < argc) {
            run->kind = strcmp(argv[at], "-") ? SK_RUN_FILE : SK_RUN_STDIN;
            run->target = argv[at];
            for (int i = at; i < argc; i++) sk_texts_add(&c->argv, argv[i]);
        } else {
            sk_texts_add(&c->argv, "");
        }
    }
    environment(run);
    warnings(&warn);
}
