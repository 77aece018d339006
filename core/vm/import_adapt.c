// Modules of the library in Python with the messages of those in C, which programs print. decimal: an exception's argument is
// the list of the conditions that it stands for, signals have their order, and TypeError and ValueError have other wordings.
// importlib.metadata: its warnings know nothing of partial objects that bind.
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

static const char adapt_decimal[] =
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
    "    class Rounding(str):\n"
    "        def __mod__(self, value):\n"
    "            return ('valid values for rounding are:\\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\\n'\n"
    "                    '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\\n   ROUND_05UP]')\n"
    "    class Deleted(str):\n"
    "        def __mod__(self, value):\n"
    "            return 'context attributes cannot be deleted'\n"
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
    "        'Invalid tuple size in creation of Decimal from list or tuple.  The list or tuple should have exactly three '\n"
    "        'elements.': 'argument must be a sequence of length 3',\n"
    "        'Invalid sign.  The first value in the tuple should be an integer; either 0 for a positive number or 1 for a '\n"
    "        'negative number.': 'sign must be an integer with the value 0 or 1',\n"
    "        'The second value in the tuple must be composed of integers in the range 0 through 9.':\n"
    "            'coefficient must be a tuple of digits',\n"
    "        \"The third value in the tuple must be an integer, or one of the strings 'F', 'n', 'N'.\":\n"
    "            \"string argument in the third position must be 'F', 'n' or 'N'\",\n"
    "        '%s: invalid rounding mode': Rounding(),\n"
    "        '%s cannot be deleted': Deleted(),\n"
    "    }\n"
    "    def reword(f):\n"
    "        consts = f.__code__.co_consts\n"
    "        if any(type(c) is str and c in wordings for c in consts):\n"
    "            consts = tuple(wordings.get(c, c) if type(c) is str else c for c in consts)\n"
    "            f.__code__ = f.__code__.replace(co_consts=consts)\n"
    "    reword(space['_convert_other'])\n"
    "    for name in '__new__', '__int__', '__hash__', '__round__', '__floor__', '__ceil__', 'from_float':\n"
    "        f = getattr(decimal, name)\n"
    "        reword(getattr(f, '__func__', f))\n"
    "    reword(context.__setattr__)\n"
    "    reword(context.__delattr__)\n"
    "    ranges = {'prec': '[1, MAX_PREC]', 'Emin': '[MIN_EMIN, 0]', 'Emax': '[0, MAX_EMAX]'}\n"
    "    check_integer, check_signals = context._set_integer_check, context._set_signal_dict\n"
    "    def _set_integer_check(self, name, value, vmin, vmax):\n"
    "        if not isinstance(value, int):\n"
    "            raise TypeError('an integer is required')\n"
    "        if vmin != '-inf' and value < vmin or vmax != 'inf' and value > vmax:\n"
    "            raise ValueError(f'valid range for {name} is {ranges[name]}' if name in ranges else\n"
    "                             f'valid values for {name} are 0 or 1')\n"
    "        return check_integer(self, name, value, vmin, vmax)\n"
    "    def _set_signal_dict(self, name, d):\n"
    "        if not isinstance(d, dict):\n"
    "            raise TypeError('argument must be a signal dict')\n"
    "        if d.keys() != set(signals):\n"
    "            raise KeyError('invalid signal dict')\n"
    "        return check_signals(self, name, d if type(d) is SignalDict else SignalDict(d))\n"
    "    shown = ('InvalidOperation', 'FloatOperation', 'DivisionByZero', 'Overflow', 'Underflow', 'Subnormal', 'Inexact',\n"
    "             'Rounded', 'Clamped')\n"
    "    class SignalDict(dict):\n"
    "        __module__, __qualname__ = 'decimal', 'SignalDict'\n"
    "        def __init__(self, d):\n"
    "            super().__init__({s: bool(d[s]) for s in signals})\n"
    "        def __setitem__(self, key, value):\n"
    "            if key not in self:\n"
    "                self.__missing__(key)\n"
    "            super().__setitem__(key, bool(value))\n"
    "        def __delitem__(self, key):\n"
    "            raise ValueError('signal keys cannot be deleted')\n"
    "        def __missing__(self, key):\n"
    "            raise KeyError('valid values for signals are:\\n  [InvalidOperation, FloatOperation, DivisionByZero,\\n'\n"
    "                           '   Overflow, Underflow, Subnormal, Inexact, Rounded,\\n   Clamped]')\n"
    "        def __repr__(self):\n"
    "            return '{' + ', '.join(f'{space[k]!r}:{self[space[k]]}' for k in shown) + '}'\n"
    "    context._set_integer_check, context._set_signal_dict = _set_integer_check, _set_signal_dict\n"
    "    for c in space['DefaultContext'], space['BasicContext'], space['ExtendedContext']:\n"
    "        c.traps, c.flags = c.traps, c.flags\n"
    "    parse, enter, local = space['_parse_format_specifier'], space['setcontext'], space['localcontext']\n"
    "    def _parse_format_specifier(format_spec, _localeconv=None):\n"
    "        try:\n"
    "            return parse(format_spec, _localeconv)\n"
    "        except ValueError:\n"
    "            raise ValueError('invalid format string') from None\n"
    "    def setcontext(context, /):\n"
    "        if not isinstance(context, space['Context']):\n"
    "            raise TypeError('argument must be a context')\n"
    "        enter(context)\n"
    "    def localcontext(ctx=None, **kwargs):\n"
    "        if ctx is not None and not isinstance(ctx, context):\n"
    "            raise TypeError('optional argument must be a context')\n"
    "        return local(ctx, **kwargs)\n"
    "    for f, old in (_parse_format_specifier, parse), (setcontext, enter), (localcontext, local):\n"
    "        f.__module__, f.__doc__, f.__qualname__ = old.__module__, old.__doc__, old.__qualname__\n"
    "        space[f.__name__] = f\n";

// A partial object in a class binds since 3.14.
static const char adapt_metadata[] =
    "def adapt(space):\n"
    "    for c in list(space.values()):\n"
    "        warn = vars(c).get('_warn') if isinstance(c, type) else None\n"
    "        if isinstance(warn, space['functools'].partial):\n"
    "            c._warn = staticmethod(warn)\n";

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

// Runs a text that defines adapt(), and adapt(dict).
static bool run_adapt(const char *text, size_t len, SkValue dict) {
    SK_AUTO SkValue filename = sk_str_from("<adapt>"), space = sk_dict_new();
    if (sk_is_empty(filename) || sk_is_empty(space) || !sk_dict_set(space, SK_N(__builtins__), sk_module_builtins_dict())) return false;
    SkCompileOptions options = sk_default_compile_options();
    SK_AUTO SkValue code = sk_compile_source(text, len, filename, SK_PARSE_EXEC, &options);
    SK_AUTO SkValue ran = sk_is_empty(code) ? SK_EMPTY : sk_run_code(code, space, space);
    SK_AUTO SkValue f = sk_is_empty(ran) ? SK_EMPTY : sk_dict_get_s(space, "adapt");
    SK_AUTO SkValue done = sk_is_empty(f) ? SK_EMPTY : sk_call1(f, dict);
    return !sk_is_empty(done);
}

bool sk_join_decimal(SkValue dict) {
    return run_adapt(adapt_decimal, sizeof adapt_decimal - 1, dict) && rename_in_messages(dict, "decimal.Decimal") &&
           rename_in_messages(dict, "decimal.Context");
}

bool sk_join_metadata(SkValue dict) { return run_adapt(adapt_metadata, sizeof adapt_metadata - 1, dict); }
