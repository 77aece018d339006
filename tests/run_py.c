/* Runs the scripts tests/py/<area>/<name>.py and compares what they print with what their comments promise.
 *
 *   run_py [-j N] [--filter SUBSTRING] [--every N] [--leaks] RUNTIME ROOT [AREA...]
 *
 * Comments in a script:
 *   code            # expect: TEXT   one line of stdout; also on a line of its own. Their order is that of the output,
 *                                    and together they are the complete stdout.
 *   # expect-error: TEXT             the last non-empty lines of stderr, one for each such comment, contain the texts
 *   # exit: N                        exit status, 0 without it
 *   # args: A 'B C'                  command-line arguments
 *   # options: -X A                  options of the runtime, before the script's name
 *   # stdin: TEXT                    one line of standard input each
 *   # timeout: SECONDS               60 without it
 *   # lib: 3.11-3.12                 the versions of the library that print this; also "3.13-", "-3.12", "3.14"
 *
 * Each script runs in a process group and an empty folder of its own; files whose name begins with '_' are helpers of
 * others. SKEIN_TIMEOUT_FACTOR multiplies the timeouts, SKEIN_PY_EVERY is the default of --every (run each Nth script).
 * --leaks judges only what -X stats says at the end: that no container is left which nothing immortal leads to.
 * Exit status: 0 if all passed, 1 if not or if none was found, 2 for misuse. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define OUTPUT_LIMIT (256L << 20)
#define DIFF_LINES 6
#define STDERR_LINES 12

typedef struct {
    char **items;
    size_t count;
} Strings;

typedef struct {
    char *expected;
    Strings errors;
    Strings args, options;
    char *input;
    int exit_status;
    int timeout;
    int lowest, highest; /* minor versions of the library; 0, INT_MAX: any */
} Spec;

typedef struct {
    const char *runtime;
    const char *root;
    const char *scratch;
    Strings scripts; /* "area/name.py", sorted; fixed before the workers start */
    Strings known;   /* of known_failures.txt: likewise */
    char **environment;
    double timeout_factor;
    int library; /* the minor version, once a script wants to know; under the lock */
    pthread_mutex_t lock; /* guards what follows, and keeps a failure's report in one piece */
    size_t next;
    size_t passed, failed, known_failed;
    bool leaks;
} Run;

static void die(const char *what, const char *name) {
    fprintf(stderr, "run_py: %s: %s: %s\n", what, name, strerror(errno));
    exit(2);
}

static void *need(void *memory) {
    if (!memory) die("out of memory", "");
    return memory;
}

static void strings_add(Strings *list, char *item) {
    if ((list->count & (list->count - 1)) == 0)
        list->items = need(realloc(list->items, sizeof *list->items * (list->count ? list->count * 2 : 1)));
    list->items[list->count++] = item;
}

static void strings_free(Strings *list) {
    for (size_t i = 0; i < list->count; i++) free(list->items[i]);
    free(list->items);
    *list = (Strings){0};
}

static char *format(const char *pattern, const char *a, const char *b) {
    char *text;
    if (asprintf(&text, pattern, a, b) < 0) die("out of memory", "");
    return text;
}

/* The whole file with a final NUL, or NULL. */
static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rbe");
    if (!file) return NULL;
    char *text = NULL, block[1 << 14];
    FILE *memory = need(open_memstream(&text, length));
    size_t got;
    while ((got = fread(block, 1, sizeof block, file)) > 0) fwrite(block, 1, got, memory);
    fclose(file);
    fclose(memory);
    return text;
}

/* ---- directives ---- */

static const char *after(const char *line, const char *directive) {
    size_t length = strlen(directive);
    if (strncmp(line, directive, length) != 0) return NULL;
    return line + length + (line[length] == ' ');
}

static void split_args(Strings *args, const char *text) {
    while (*text) {
        text += strspn(text, " \t");
        if (!*text) break;
        char *word = NULL;
        size_t size;
        FILE *out = need(open_memstream(&word, &size));
        char quote = 0;
        for (; *text && (quote || !strchr(" \t", *text)); text++) {
            if (quote ? *text == quote : (*text == '\'' || *text == '"'))
                quote = quote ? 0 : *text;
            else
                fputc(*text, out);
        }
        fclose(out);
        strings_add(args, word);
    }
}

static int minor_version(const char *text, int none) {
    int minor;
    return sscanf(text, " 3.%d", &minor) == 1 ? minor : none;
}

static void read_line(Spec *spec, const char *line, FILE *expected, FILE *input) {
    const char *comment = line + strspn(line, " \t"), *text;
    if ((text = after(comment, "# expect:"))) {
        fprintf(expected, "%s\n", text);
    } else if ((text = after(comment, "# expect-error:"))) {
        strings_add(&spec->errors, need(strdup(text)));
    } else if ((text = after(comment, "# exit:"))) {
        spec->exit_status = atoi(text);
    } else if ((text = after(comment, "# args:"))) {
        split_args(&spec->args, text);
    } else if ((text = after(comment, "# options:"))) {
        split_args(&spec->options, text);
    } else if ((text = after(comment, "# stdin:"))) {
        fprintf(input, "%s\n", text);
    } else if ((text = after(comment, "# timeout:"))) {
        spec->timeout = atoi(text);
    } else if ((text = after(comment, "# lib:"))) {
        const char *dash = strchr(text, '-');
        spec->lowest = minor_version(text, 0);
        spec->highest = dash ? minor_version(dash + 1, INT_MAX) : spec->lowest;
    } else {
        const char *last = NULL;
        for (const char *at = line; (at = strstr(at, "# expect:")); at++) last = at;
        if (last) fprintf(expected, "%s\n", after(last, "# expect:"));
    }
}

static bool read_spec(Spec *spec, const char *path) {
    size_t length, ignored;
    char *source = read_file(path, &length);
    if (!source) return false;
    *spec = (Spec){.timeout = 60, .highest = INT_MAX};
    FILE *expected = need(open_memstream(&spec->expected, &ignored));
    FILE *input = need(open_memstream(&spec->input, &ignored));
    char *end = source + length;
    for (char *line = source; line < end;) {
        char *newline = memchr(line, '\n', (size_t)(end - line));
        if (!newline) newline = end;
        *newline = 0;
        read_line(spec, line, expected, input);
        line = newline + 1;
    }
    fclose(expected);
    fclose(input);
    free(source);
    return true;
}

static void free_spec(Spec *spec) {
    free(spec->expected);
    free(spec->input);
    strings_free(&spec->errors);
    strings_free(&spec->args);
    strings_free(&spec->options);
}

/* ---- running ---- */

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *where) {
    (void)info, (void)type, (void)where;
    return remove(path);
}

static void remove_tree(const char *path) { nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS); }

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wbe");
    if (!file) die("cannot write", path);
    fputs(text, file);
    if (fclose(file) != 0) die("cannot write", path);
}

typedef struct {
    int status; /* as from waitpid */
    bool timed_out;
    char *out, *err;
    size_t out_length, err_length;
} Outcome;

/* Waits for the child, or for the timeout, and leaves nothing of its process group alive. */
static void wait_child(pid_t child, double seconds, Outcome *outcome) {
    int handle = pidfd_open(child, 0);
    if (handle < 0) die("pidfd_open", "");
    struct pollfd watch = {.fd = handle, .events = POLLIN};
    int ready;
    do ready = poll(&watch, 1, (int)(seconds * 1000));
    while (ready < 0 && errno == EINTR);
    outcome->timed_out = ready == 0;
    kill(-child, SIGKILL);
    close(handle);
    while (waitpid(child, &outcome->status, 0) < 0 && errno == EINTR) continue;
}

/* Returns false when the runtime could not be started. */
static bool run_script(const Run *run, const char *script, const char *folder, const Spec *spec, Outcome *outcome) {
    char *in = format("%s/%s", folder, "in"), *out = format("%s/%s", folder, "out");
    char *err = format("%s/%s", folder, "err"), *cwd = format("%s/%s", folder, "cwd");
    if (mkdir(folder, 0700) != 0 || mkdir(cwd, 0700) != 0) die("cannot make", cwd);
    write_file(in, spec->input);

    char **argv = need(calloc(spec->options.count + spec->args.count + 5, sizeof *argv));
    size_t words = 0;
    argv[words++] = (char *)run->runtime;
    if (run->leaks) argv[words++] = "-X", argv[words++] = "stats";
    for (size_t i = 0; i < spec->options.count; i++) argv[words++] = spec->options.items[i];
    argv[words++] = (char *)script;
    for (size_t i = 0; i < spec->args.count; i++) argv[words++] = spec->args.items[i];

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, in, O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_addchdir_np(&actions, cwd);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);

    *outcome = (Outcome){0};
    pid_t child;
    int error = posix_spawn(&child, run->runtime, &actions, &attributes, argv, run->environment);
    if (error == 0) {
        wait_child(child, spec->timeout * run->timeout_factor, outcome);
        outcome->out = read_file(out, &outcome->out_length);
        outcome->err = read_file(err, &outcome->err_length);
        if (!outcome->out || !outcome->err) die("cannot read", out);
    } else {
        errno = error;
    }
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    remove_tree(folder);
    free(argv);
    free(in), free(out), free(err), free(cwd);
    return error == 0;
}

/* ---- judging ---- */

static bool same_output(const char *expected, const Outcome *outcome) {
    size_t length = strlen(expected);
    if (outcome->out_length + 1 == length && outcome->out_length > 0) /* comments cannot tell a missing final newline */
        length--;
    return length == outcome->out_length && memcmp(expected, outcome->out, length) == 0;
}

/* The start of the last line that is not empty in [text, *end), whose end goes to *end; NULL when there is none. */
static char *last_line(char *text, char **end) {
    char *stop = *end;
    while (stop > text && strchr("\r\n", stop[-1])) stop--;
    if (stop == text) return NULL;
    *end = stop;
    while (stop > text && stop[-1] != '\n') stop--;
    return stop;
}

static bool same_errors(const Strings *errors, const Outcome *outcome) {
    char *end = outcome->err + outcome->err_length;
    for (size_t i = errors->count; i-- > 0;) {
        char *line = last_line(outcome->err, &end);
        if (!line) return false;
        const char *wanted = errors->items[i];
        if (!memmem(line, (size_t)(end - line), wanted, strlen(wanted))) return false;
        end = line;
    }
    return true;
}

static void print_lines(const char *mark, const char *text, const char *end, size_t lines) {
    for (size_t i = 0; text < end; i++) {
        if (i == lines) {
            printf("      ...\n");
            return;
        }
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        size_t length = (size_t)((newline ? newline : end) - text);
        printf("    %s%.*s%s\n", mark, (int)(length < 300 ? length : 300), text, length > 300 ? "..." : "");
        text += length + 1;
    }
}

/* The lines between the common beginning and the common end. */
static void print_difference(const char *expected, const char *actual, size_t actual_length) {
    const char *expected_end = expected + strlen(expected), *actual_end = actual + actual_length;
    size_t line = 1;
    for (;;) {
        const char *a = memchr(expected, '\n', (size_t)(expected_end - expected));
        const char *b = memchr(actual, '\n', (size_t)(actual_end - actual));
        if (!a || !b || a - expected != b - actual || memcmp(expected, actual, (size_t)(a - expected)) != 0) break;
        expected = a + 1, actual = b + 1, line++;
    }
    const char *a = expected_end, *b = actual_end;
    while (a > expected && b > actual && a[-1] == b[-1]) {
        a--, b--;
        if (*a == '\n') expected_end = a + 1, actual_end = b + 1;
    }
    printf("  stdout from line %zu (- expected, + printed):\n", line);
    print_lines("- ", expected, expected_end, DIFF_LINES);
    print_lines("+ ", actual, actual_end, DIFF_LINES);
}

static void print_tail(const Outcome *outcome) {
    char *end = outcome->err + outcome->err_length, *start = end, *line, *first_end = NULL;
    for (int i = 0; i < STDERR_LINES && (line = last_line(outcome->err, &start)); i++) {
        first_end = first_end ? first_end : start;
        start = line;
    }
    if (!first_end) return;
    printf("  stderr%s:\n", start > outcome->err ? ", last lines" : "");
    print_lines("  ", start, first_end, SIZE_MAX);
}

/* ROOT/known_failures.txt: a line a script, `area/name.py reason`. Such a script is run; that it fails is counted as skipped,
 * that it passes as passed (and said, so that the line can go). */
static void read_known(Run *run) {
    char *path = format("%s/%s", run->root, "known_failures.txt"), *line = NULL;
    FILE *file = fopen(path, "r");
    free(path);
    size_t room = 0;
    if (!file) return;
    while (getline(&line, &room, file) > 0) {
        size_t n = strcspn(line, " \t\n");
        if (n && line[0] != '#') strings_add(&run->known, need(strndup(line, n)));
    }
    free(line);
    fclose(file);
}

static bool is_known(const Run *run, const char *script) {
    for (size_t i = 0; i < run->known.count; i++)
        if (strcmp(run->known.items[i], script) == 0) return true;
    return false;
}

/* Prints what is wrong; true when nothing is. */
static bool judge(const char *script, const Spec *spec, const Outcome *outcome) {
    bool exited = WIFEXITED(outcome->status);
    bool status_good = !outcome->timed_out && exited && WEXITSTATUS(outcome->status) == spec->exit_status;
    bool output_good = same_output(spec->expected, outcome), errors_good = same_errors(&spec->errors, outcome);
    if (status_good && output_good && errors_good) return true;
    printf("FAIL %s", script);
    if (outcome->timed_out)
        printf(": timeout");
    else if (!exited)
        printf(": killed by signal %d (%s)", WTERMSIG(outcome->status), strsignal(WTERMSIG(outcome->status)));
    else if (!status_good)
        printf(": exit status %d, expected %d", WEXITSTATUS(outcome->status), spec->exit_status);
    printf("\n");
    if (!output_good) print_difference(spec->expected, outcome->out, outcome->out_length);
    if (!errors_good) {
        printf("  expected at the end of stderr:\n");
        for (size_t i = 0; i < spec->errors.count; i++) printf("    - %s\n", spec->errors.items[i]);
    }
    print_tail(outcome);
    fflush(stdout);
    return false;
}

/* Whether the runtime's library is among those that the script is for. */
static bool is_meant(Run *run, const Spec *spec) {
    if (spec->lowest <= 0 && spec->highest == INT_MAX) return true;
    pthread_mutex_lock(&run->lock);
    if (!run->library) {
        char *command = format("'%s' -S -c 'import sys; %s'", run->runtime, "print(sys.version_info[1])");
        FILE *answer = need(popen(command, "re"));
        if (fscanf(answer, "%d", &run->library) != 1) run->library = -1;
        pclose(answer);
        free(command);
    }
    int library = run->library;
    pthread_mutex_unlock(&run->lock);
    return library >= spec->lowest && library <= spec->highest;
}

/* The same for --leaks. A program that ended in another way than by running out has nothing to say. */
static bool judge_leaks(const char *script, const Outcome *outcome) {
    const char *left = strstr(outcome->err, "left: ");
    if (!left || strncmp(left, "left: 0 ", 8) == 0) return true;
    printf("FAIL %s\n", script);
    print_tail(outcome);
    fflush(stdout);
    return false;
}

static void *worker(void *argument) {
    Run *run = argument;
    for (;;) {
        pthread_mutex_lock(&run->lock);
        size_t index = run->next++;
        pthread_mutex_unlock(&run->lock);
        if (index >= run->scripts.count) return NULL;

        const char *name = run->scripts.items[index];
        char *script = format("%s/%s", run->root, name), number[24];
        snprintf(number, sizeof number, "%zu", index);
        char *folder = format("%s/%s", run->scratch, number);
        Spec spec;
        Outcome outcome;
        if (!read_spec(&spec, script)) die("cannot read", script);
        if (!is_meant(run, &spec)) {
            pthread_mutex_lock(&run->lock);
            run->known_failed++;
            pthread_mutex_unlock(&run->lock);
            free_spec(&spec);
            free(script), free(folder);
            continue;
        }
        if (!run_script(run, script, folder, &spec, &outcome)) die("cannot start", run->runtime);

        pthread_mutex_lock(&run->lock);
        bool known = is_known(run, name), good = run->leaks ? judge_leaks(name, &outcome) : judge(name, &spec, &outcome);
        if (good && known) printf("passes now: %s (take it off known_failures.txt)\n", name);
        if (good)
            run->passed++;
        else if (known)
            run->known_failed++;
        else
            run->failed++;
        pthread_mutex_unlock(&run->lock);
        free_spec(&spec);
        free(outcome.out), free(outcome.err);
        free(script), free(folder);
    }
}

/* ---- setting up ---- */

static int compare_strings(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static Strings list_folder(const char *path) {
    DIR *folder = opendir(path);
    if (!folder) die("cannot open", path);
    Strings names = {0};
    for (struct dirent *entry; (entry = readdir(folder));)
        if (entry->d_name[0] != '.' && entry->d_name[0] != '_') strings_add(&names, need(strdup(entry->d_name)));
    closedir(folder);
    if (names.count) qsort(names.items, names.count, sizeof *names.items, compare_strings);
    return names;
}

static void collect_area(Run *run, const char *area, const char *filter, long every) {
    char *path = format("%s/%s", run->root, area);
    Strings names = list_folder(path);
    long nth = 0;
    for (size_t i = 0; i < names.count; i++) {
        const char *dot = strrchr(names.items[i], '.');
        if (!dot || strcmp(dot, ".py") != 0 || nth++ % every != 0) continue;
        char *script = format("%s/%s", area, names.items[i]);
        if (!filter || strstr(script, filter))
            strings_add(&run->scripts, script);
        else
            free(script);
    }
    strings_free(&names);
    free(path);
}

static bool is_folder(const char *root, const char *name) {
    char *path = format("%s/%s", root, name);
    struct stat info;
    bool folder = stat(path, &info) == 0 && S_ISDIR(info.st_mode);
    free(path);
    return folder;
}

/* The caller's environment without what would steer the runtime, in a fixed locale and time zone. */
static char **make_environment(void) {
    Strings environment = {0};
    for (char **entry = environ; *entry; entry++)
        if (strncmp(*entry, "PYTHON", 6) != 0 && strncmp(*entry, "LC_", 3) != 0 && strncmp(*entry, "TZ=", 3) != 0)
            strings_add(&environment, need(strdup(*entry)));
    strings_add(&environment, need(strdup("LC_ALL=C.UTF-8")));
    strings_add(&environment, need(strdup("TZ=UTC")));
    strings_add(&environment, NULL);
    return environment.items;
}

static long positive(const char *text) {
    char *end;
    long value = text ? strtol(text, &end, 10) : 0;
    if (value < 1 || value > 100000 || *end) {
        fprintf(stderr, "run_py: a positive number is expected, not '%s'\n", text ? text : "");
        exit(2);
    }
    return value;
}

static char *scratch_folder(void) {
    const char *parent = getenv("TMPDIR");
    char *scratch = format("%s/%s", parent && *parent ? parent : "/tmp", "run_py.XXXXXX");
    if (!mkdtemp(scratch)) die("cannot make", scratch);
    return scratch;
}

int main(int argc, char **argv) {
    long jobs = sysconf(_SC_NPROCESSORS_ONLN), every = 1;
    const char *filter = NULL, *factor = getenv("SKEIN_TIMEOUT_FACTOR");
    if (getenv("SKEIN_PY_EVERY")) every = positive(getenv("SKEIN_PY_EVERY"));
    bool leaks = false;
    int at = 1;
    for (; at < argc && argv[at][0] == '-'; at += 2) {
        if (strcmp(argv[at], "--leaks") == 0)
            leaks = true, at--;
        else if (strcmp(argv[at], "-j") == 0)
            jobs = positive(argv[at + 1]);
        else if (strcmp(argv[at], "--every") == 0)
            every = positive(argv[at + 1]);
        else if (strcmp(argv[at], "--filter") == 0 && argv[at + 1])
            filter = argv[at + 1];
        else
            break;
    }
    if (argc - at < 2 || argv[at][0] == '-') {
        fprintf(stderr, "usage: run_py [-j N] [--filter SUBSTRING] [--every N] [--leaks] RUNTIME ROOT [AREA...]\n");
        return 2;
    }

    Run run = {.lock = PTHREAD_MUTEX_INITIALIZER, .timeout_factor = factor ? positive(factor) : 1, .leaks = leaks};
    run.runtime = realpath(argv[at], NULL);
    if (!run.runtime) die("no such runtime", argv[at]);
    run.root = realpath(argv[at + 1], NULL);
    if (!run.root) die("no such folder", argv[at + 1]);
    if (argc - at > 2) {
        for (int i = at + 2; i < argc; i++) collect_area(&run, argv[i], filter, every);
    } else {
        Strings areas = list_folder(run.root);
        for (size_t i = 0; i < areas.count; i++)
            if (is_folder(run.root, areas.items[i])) collect_area(&run, areas.items[i], filter, every);
        strings_free(&areas);
    }
    read_known(&run);
    run.environment = make_environment();
    run.scratch = scratch_folder();
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){OUTPUT_LIMIT, OUTPUT_LIMIT});

    if (jobs < 1 || jobs > 256) jobs = 1;
    pthread_t threads[256];
    for (long i = 0; i < jobs; i++)
        if (pthread_create(&threads[i], NULL, worker, &run) != 0) die("cannot start a thread", "");
    for (long i = 0; i < jobs; i++) pthread_join(threads[i], NULL);
    remove_tree(run.scratch);
    if (run.known_failed) printf("%zu passed, %zu failed, %zu skipped\n", run.passed, run.failed, run.known_failed);
    else printf("%zu passed, %zu failed\n", run.passed, run.failed);
    return run.failed || !(run.passed + run.known_failed);
}
