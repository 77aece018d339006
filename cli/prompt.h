// The interactive prompt.
#ifndef SKEIN_CLI_PROMPT_H
#define SKEIN_CLI_PROMPT_H

#include "cli/options.h"

// Reads and runs statements in main_module until the end of input or SystemExit. True: the program ends with SystemExit,
// which is the current exception. banner: print the version first, unless -q.
bool sk_prompt(SkValue main_module, bool banner);

#endif
