// What the command says about itself.
#ifndef SKEIN_CLI_HELP_H
#define SKEIN_CLI_HELP_H

#include <stdbool.h>

#define SK_USAGE "usage: skein [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"

// What -h prints behind the usage.
extern const char sk_help_options[];
// `option` itself, if it is --help-env, --help-xoptions or --help-all; otherwise NULL.
const char *sk_help_of(const char *option);
// Prints to stdout what one of these asks for.
void sk_print_help(const char *option);

#endif
