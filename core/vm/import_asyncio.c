// The library's futures in Python with the messages of those in C, which programs print.
#include "core/vm/import.h"
#include "objects/dict.h"
#include "objects/hooks.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"

static const char adapt[] =
    "def adapt(space):\n"
    "    future, exceptions = space['Future'], space['exceptions']\n"
    "    result = future.result\n"
    "    consts = result.__code__.co_consts\n"
    "    consts = tuple('Result is not set.' if c == 'Result is not ready.' else c for c in consts)\n"
    "    result.__code__ = result.__code__.replace(co_consts=consts)\n"
    "    def only_pending(f):\n"
    "        def method(self, value, /):\n"
    "            if self._state != 'PENDING':\n"
    "                raise exceptions.InvalidStateError('invalid state')\n"
    "            f(self, value)\n"
    "        method.__name__, method.__qualname__, method.__doc__ = f.__name__, f.__qualname__, f.__doc__\n"
    "        return method\n"
    "    future.set_result = only_pending(future.set_result)\n"
    "    future.set_exception = only_pending(future.set_exception)\n";

bool sk_join_asyncio_futures(SkValue dict) {
    SK_AUTO SkValue filename = sk_str_from("<asyncio>"), space = sk_dict_new();
    if (sk_is_empty(filename) || sk_is_empty(space) || !sk_dict_set(space, SK_N(__builtins__), sk_module_builtins_dict())) return false;
    SkCompileOptions options = sk_default_compile_options();
    SK_AUTO SkValue code = sk_compile_source(adapt, sizeof adapt - 1, filename, SK_PARSE_EXEC, &options);
    SK_AUTO SkValue ran = sk_is_empty(code) ? SK_EMPTY : sk_run_code(code, space, space);
    SK_AUTO SkValue f = sk_is_empty(ran) ? SK_EMPTY : sk_dict_get_s(space, "adapt");
    SK_AUTO SkValue done = sk_is_empty(f) ? SK_EMPTY : sk_call1(f, dict);
    return !sk_is_empty(done);
}
