#include "cli/help.h"

#include <stdio.h>
#include <string.h>

const char sk_help_options[] =
    "Options:\n"
    "-b     : issue warnings about converting bytes/bytearray to str and comparing\n"
    "         bytes/bytearray with str or bytes with int; also PYTHONBYTESWARNING=x\n"
    "         (-bb: issue errors)\n"
    "-B     : don't write cached code on import; also PYTHONDONTWRITEBYTECODE=x\n"
    "-c cmd : program passed in as string (terminates option list)\n"
    "-d     : accepted; there is no parser debugging output\n"
    "-E     : ignore PYTHON* environment variables (such as PYTHONPATH)\n"
    "-h     : print this help message and exit (also -? or --help)\n"
    "-i     : inspect interactively after running script; also PYTHONINSPECT=x\n"
    "-I     : isolate from the user's environment (implies -E, -P and -s)\n"
    "-m mod : run library module as a script (terminates option list)\n"
    "-O     : remove assert and __debug__-dependent statements; also\n"
    "         PYTHONOPTIMIZE=x\n"
    "-OO    : do -O changes and also discard docstrings\n"
    "-P     : don't prepend a potentially unsafe path to sys.path; also\n"
    "         PYTHONSAFEPATH\n"
    "-q     : don't print version and copyright messages on interactive startup\n"
    "-s     : don't add user site directory to sys.path; also PYTHONNOUSERSITE=x\n"
    "-S     : don't imply 'import site' on initialization\n"
    "-u     : force the stdout and stderr streams to be unbuffered;\n"
    "         also PYTHONUNBUFFERED=x\n"
    "-v     : verbose (sets sys.flags.verbose); also PYTHONVERBOSE=x\n"
    "-V     : print the version and exit (also --version)\n"
    "         when given twice, print more information about the build\n"
    "-W arg : warning control; arg is action:message:category:module:lineno;\n"
    "         also PYTHONWARNINGS=arg\n"
    "-x     : skip first line of source, allowing use of non-Unix forms of #!cmd\n"
    "-X opt : set an implementation option, see --help-xoptions\n"
    "--check-hash-based-pycs always|default|never:\n"
    "         whether importlib checks hash-based .pyc files\n"
    "--help-env      : print the environment variables and exit\n"
    "--help-xoptions : print the -X options and exit\n"
    "--help-all      : print all of this and exit\n"
    "file   : program read from script file\n"
    "-      : program read from stdin (default; interactive mode if a tty)\n"
    "arg ...: arguments passed to program in sys.argv[1:]\n";

static const char variables[] =
    "Environment variables:\n"
    "SKEINLIB        : the folder of the standard library (-X lib)\n"
    "PYTHONSTARTUP   : a file that is run before the first prompt\n"
    "PYTHONPATH      : folders, with ':' between them, in front of the library in\n"
    "                  sys.path\n"
    "PYTHONUSERBASE  : the folder of the user's packages\n"
    "PYTHONIOENCODING: encoding[:errors] of stdin, stdout and stderr\n"
    "PYTHONHASHSEED  : 'random', or a number from 0 to 4294967295 for hashes of str and\n"
    "                  bytes that are the same in every run\n"
    "PYTHONBREAKPOINT: what breakpoint() calls; 0: nothing\n"
    "PYTHON_COLORS   : 1: the library's programs print in colours, 0: they do not\n"
    "\n"
    "With an option that means the same:\n"
    "PYTHON_CPU_COUNT: what os.cpu_count() answers (-X cpu_count)\n"
    "PYTHONBYTESWARNING: warn about comparing bytes with str (-b)\n"
    "PYTHONDEBUG     : sets sys.flags.debug (-d)\n"
    "PYTHONDEVMODE   : development mode (-X dev)\n"
    "PYTHONDONTWRITEBYTECODE: write no cached code (-B)\n"
    "PYTHONFAULTHANDLER: print tracebacks after fatal errors (-X faulthandler)\n"
    "PYTHONINSPECT   : show the prompt after the program (-i)\n"
    "PYTHONINTMAXSTRDIGITS: the most digits of an int in text; 0: any number\n"
    "                  (-X int_max_str_digits)\n"
    "PYTHONNODEBUGRANGES: code objects know lines only (-X no_debug_ranges)\n"
    "PYTHONNOUSERSITE: no packages of the user's (-s)\n"
    "PYTHONOPTIMIZE  : drop assertions (-O)\n"
    "PYTHONPROFILEIMPORTTIME: tell how long each import takes (-X importtime)\n"
    "PYTHONPYCACHEPREFIX: the folder of cached code (-X pycache_prefix)\n"
    "PYTHONSAFEPATH  : put no unsafe folder in front of sys.path (-P)\n"
    "PYTHONTRACEMALLOC: trace where memory is allocated (-X tracemalloc)\n"
    "PYTHONUNBUFFERED: stdout and stderr are not buffered (-u)\n"
    "PYTHONUTF8      : 1: UTF-8 mode, 0: the locale's encoding (-X utf8)\n"
    "PYTHONVERBOSE   : sets sys.flags.verbose (-v)\n"
    "PYTHONWARNDEFAULTENCODING: warn where an encoding is left out\n"
    "                  (-X warn_default_encoding)\n"
    "PYTHONWARNINGS  : warning filters (-W)\n";

static const char x_options[] =
    "Implementation options:\n"
    "-X cpu_count=N : what os.cpu_count() answers; default: the number of processors;\n"
    "         also PYTHON_CPU_COUNT\n"
    "-X deferred_annotations: evaluate annotations when they are asked for, also with a\n"
    "         library older than 3.14\n"
    "-X dev : development mode; also PYTHONDEVMODE\n"
    "-X faulthandler: print tracebacks after fatal errors; also PYTHONFAULTHANDLER\n"
    "-X frozen_modules=on|off: without effect, no modules are frozen\n"
    "-X gclog: print a line for each full collection of cyclic garbage\n"
    "-X importtime: tell how long each import takes; also PYTHONPROFILEIMPORTTIME\n"
    "-X int_max_str_digits=N: the most digits of an int in text; 0: any number;\n"
    "         also PYTHONINTMAXSTRDIGITS\n"
    "-X lib=FOLDER: the standard library; also SKEINLIB\n"
    "-X no_debug_ranges: code objects know lines only; also PYTHONNODEBUGRANGES\n"
    "-X pycache_prefix=FOLDER: the folder of cached code; also PYTHONPYCACHEPREFIX\n"
    "-X stats: print figures of the runtime at the end, by thread\n"
    "-X tracemalloc[=N]: trace where memory is allocated, with N frames (1);\n"
    "         also PYTHONTRACEMALLOC\n"
    "-X utf8=0|1: UTF-8 mode; also PYTHONUTF8\n"
    "-X warn_default_encoding: warn where an encoding is left out;\n"
    "         also PYTHONWARNDEFAULTENCODING\n";

const char *sk_help_of(const char *option) {
    static const char *const options[] = {"--help-env", "--help-xoptions", "--help-all"};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (!strcmp(option, options[i])) return options[i];
    return NULL;
}

void sk_print_help(const char *option) {
    bool all = !strcmp(option, "--help-all");
    if (all) printf("%s%s\n", SK_USAGE, sk_help_options);
    if (all || !strcmp(option, "--help-env")) fputs(variables, stdout);
    if (all) putchar('\n');
    if (all || !strcmp(option, "--help-xoptions")) fputs(x_options, stdout);
}
