#include "cli/library.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "cli/options.h"

// The versions the runtime knows, the best supported first.
static const int versions[] = {11, 12, 13, 14};

static bool is_library(const char *folder) {
    char path[PATH_MAX];
    struct stat st;
    return snprintf(path, sizeof path, "%s/os.py", folder) < (int)sizeof path && stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

// The version from the last "python3.N" in the path; failing that, from what the library has and has not.
static int version_of(const char *folder) {
    int minor = 0;
    for (const char *p = folder; (p = strstr(p, "python3.")); p += 8) minor = atoi(p + 8);
    if (minor >= 11) return minor;
    static const struct { const char *file; int minor; } marks[] = {{"annotationlib.py", 14}, {"_colorize.py", 13}, {"asyncore.py", 11}};
    for (size_t i = 0; i < SK_COUNT_OF(marks); i++) {
        char path[PATH_MAX];
        if (snprintf(path, sizeof path, "%s/%s", folder, marks[i].file) < (int)sizeof path && access(path, R_OK) == 0) return marks[i].minor;
    }
    return 12;
}

static char *copy(const char *s) {
    char *c = sk_strdup(s);
    if (!c) SK_FATAL("out of memory at start-up");
    return c;
}

static void use(const char *folder) {
    char full[PATH_MAX];
    sk_config.lib = copy(realpath(folder, full) ? full : folder);
    sk_config.lib_minor = version_of(sk_config.lib);
    // The prefix is what "/lib/python3.N" is below.
    char *prefix = copy(sk_config.lib), *at = NULL;
    for (char *p = prefix; (p = strstr(p, "/lib/")); p++) at = p;
    if (at) *(at == prefix ? at + 1 : at) = 0;
    else *prefix = 0, prefix = copy("/usr");
    sk_config.prefix = prefix;
}

static void find_executable(const char *argv0) {
    char path[PATH_MAX];
    const char *found = "";
    if (strchr(argv0, '/')) {
        if (*argv0 == '/') found = argv0;
        else {
            char here[PATH_MAX / 2];
            while (!strncmp(argv0, "./", 2)) argv0 += 2;
            if (getcwd(here, sizeof here) && snprintf(path, sizeof path, "%s/%s", here, argv0) < (int)sizeof path) found = path;
        }
    } else {
        ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
        if (n > 0) {
            path[n] = 0;
            found = path;
        }
    }
    sk_config.executable = copy(found);
}

bool sk_find_library(const char *argv0) {
    find_executable(argv0);
    const char *given = sk_x_option("lib"), *source = "-X lib";
    if (!given || !*given) given = getenv("SKEINLIB"), source = "SKEINLIB";
    if (given && *given) {
        if (is_library(given)) {
            use(given);
            return true;
        }
        fprintf(stderr, "skein: %s names %s, where there is no standard library (no os.py in it)\n", source, given);
        return false;
    }
    for (size_t i = 0; i < SK_COUNT_OF(versions); i++) {
        char folder[64];
        snprintf(folder, sizeof folder, "/usr/lib/python3.%d", versions[i]);
        if (is_library(folder)) {
            use(folder);
            return true;
        }
    }
    fprintf(stderr, "skein: no standard library found in /usr/lib/python3.11 to /usr/lib/python3.14\n"
                    "Install the Debian package libpython3-stdlib, or name the folder of a library with SKEINLIB or -X lib=FOLDER.\n");
    return false;
}
