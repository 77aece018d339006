// Running what the command was given.
#ifndef SKEIN_CLI_RUN_H
#define SKEIN_CLI_RUN_H

#include "cli/options.h"

// Runs it and ends the interpreter. The command's exit status.
int sk_run_program(const SkRun *run);

#endif
