// The arguments of the command and the environment variables that stand for them.
#ifndef SKEIN_CLI_OPTIONS_H
#define SKEIN_CLI_OPTIONS_H

#include "modules/sys.h"

typedef enum { SK_RUN_PROMPT, SK_RUN_STDIN, SK_RUN_FILE, SK_RUN_COMMAND, SK_RUN_MODULE, SK_RUN_NOTHING } SkRunKind;

typedef struct {
    SkRunKind kind;
    const char *target;      // file, module name or program text
    bool skip_first_line;    // -x
    bool random_hash;        // -R: PYTHONHASHSEED does not count
    bool fixed_hash;         // PYTHONHASHSEED is a number
    uint32_t hash_seed;
    int trace_frames;        // of tracemalloc from the start; 0: off
    int status;              // of NOTHING: the exit code
} SkRun;

// Fills sk_config (but for the library's part) and *run. What is to be printed (-h, -V, a mistake) is printed, and
// run->kind is NOTHING then.
void sk_parse_options(int argc, char **argv, SkRun *run);
// An environment variable that -E and -I switch off: NULL if unset or empty.
const char *sk_environment(const char *name);
void sk_texts_add(SkTexts *t, const char *text);

#endif
