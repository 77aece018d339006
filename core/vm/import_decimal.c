// The library's decimal in Python with the messages of the one in C, which programs print: an exception's argument is the
// list of the conditions that it stands for, signals have their order, and TypeError and ValueError have other wordings.
#include "base/alloc.h"
#include "base/atomic.h"
#include "core/vm/import.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"

static const char adapt[] =
    "def adapt(space):\n"
    "    context, decimal = space['Context'], space['Decimal']\n"
    "    signal = context._raise_error\n"
    "    def _raise_error(self, condition, explanation=None, *args):\n"
    "        return signal(self, condition, [condition], *args)\n"
    "    context._raise_error = _raise_error\n"
    "    order = ('InvalidOperation', 'Clamped', 'DivisionByZero', 'Inexact', 'FloatOperation', 'Overflow', 'Rounded',\n"
    "             'Subnormal', 'Underflow')\n"
    "    signals = space['_signals']\n"
    "    signals.sort(key=lambda s: order.index(s.__name__))\n"
    "    for c in space['DefaultContext'], space['BasicContext'], space['ExtendedContext']:\n"
    "        c.traps = {s: c.traps[s] for s in signals}\n"
    "        c.flags = {s: c.flags[s] for s in signals}\n"
    "    class Conversion(str):\n"
    "        def __mod__(self, value):\n"
    "            return 'conversion from %s to Decimal is not supported' % type(value).__name__\n"
    "    wordings = {\n"
    "        'Cannot convert %r to Decimal': Conversion(),\n"
    "        'Unable to convert %s to Decimal': Conversion(),\n"
    "        'Cannot convert infinity to integer': 'cannot convert Infinity to integer',\n"
    "        'Cannot convert NaN to integer': 'cannot convert NaN to integer',\n"
    "        'cannot round an infinity': 'cannot convert Infinity to integer',\n"
    "        'cannot round a NaN': 'cannot convert NaN to integer',\n"
    "        'Second argument to round should be integral': 'optional arg must be an integer',\n"
    "        'Cannot hash a signaling NaN value.': 'Cannot hash a signaling NaN value',\n"
    "        'argument must be int or float.': 'argument must be int or float',\n"
    "    }\n"
    "    def reword(f):\n"
    "        consts = f.__code__.co_consts\n"
    "        if any(type(c) is str and c in wordings for c in consts):\n"
    "            consts = tuple(wordings.get(c, c) if type(c) is str else c for c in consts)\n"
    "            f.__code__ = f.__code__.replace(co_consts=consts)\n"
    "    reword(space['_convert_other'])\n"
    "    for name in '__new__', '__int__', '__hash__', '__round__', '__floor__', '__ceil__', 'from_float':\n"
    "        f = getattr(decimal, name)\n"
    "        reword(getattr(f, '__func__', f))\n";

// What messages call the type.
static bool rename_in_messages(SkValue dict, const char *name) {
    SK_AUTO SkValue type = sk_dict_get_s(dict, strrchr(name, '.') + 1);
    if (!sk_is_type(type)) return !sk_error_occurred();
    char *copy = sk_strdup(name);
    if (!copy) return sk_raise_memory(), false;
    // The old text may be in use by another thread's message: it is retired.
    const char *old = sk_swap_acq_rel(&sk_as_type(type)->name, copy);
    sk_retire((void *)old, strlen(old) + 1);
    return true;
}

bool sk_join_decimal(SkValue dict) {
    SK_AUTO SkValue filename = sk_str_from("<decimal>"), space = sk_dict_new();
    if (sk_is_empty(filename) || sk_is_empty(space) || !sk_dict_set(space, SK_N(__builtins__), sk_module_builtins_dict())) return false;
    SkCompileOptions options = sk_default_compile_options();
    SK_AUTO SkValue code = sk_compile_source(adapt, sizeof adapt - 1, filename, SK_PARSE_EXEC, &options);
    SK_AUTO SkValue ran = sk_is_empty(code) ? SK_EMPTY : sk_run_code(code, space, space);
    SK_AUTO SkValue f = sk_is_empty(ran) ? SK_EMPTY : sk_dict_get_s(space, "adapt");
    SK_AUTO SkValue done = sk_is_empty(f) ? SK_EMPTY : sk_call1(f, dict);
    return !sk_is_empty(done) && rename_in_messages(dict, "decimal.Decimal") && rename_in_messages(dict, "decimal.Context");
}
