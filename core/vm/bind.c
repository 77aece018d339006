// See bind.h. What is wrong with a call is said in one place, sk_bind_arguments; the way in place leaves to it whatever it does not
// like.
#include "core/vm/bind.h"

#include <string.h>

#include "base/alloc.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/near_name.h"
#include "objects/str.h"
#include "objects/tuple.h"

static SkValue param_name(const SkCode *c, size_t i) { return sk_tuple_peek(sk_slot_peek(&c->varnames), i); }

static size_t tuple_len_or_0(SkValue v) { return sk_is_empty(v) || sk_is_none(v) ? 0 : sk_tuple_len(v); }

// The parameter that a keyword, a str, may name; `named` if there is none.
static size_t find_parameter(const SkCode *c, size_t named, SkValue name) {
    size_t i = c->posonly;
    while (i < named && !sk_is(param_name(c, i), name)) i++;
    if (i == named)
        for (i = c->posonly; i < named && !sk_str_equal(param_name(c, i), name);) i++;
    return i;
}

// ---- in place ------------------------------------------------------------------------------------------------------------

// The defaults of what no argument was given for. *loaded: bits of those that came out of a dict, to be released. False: something is missing.
static bool place_defaults(const SkFunction *f, const SkCode *c, SkValue *placed, size_t direct, uint32_t *loaded) {
    size_t npos = c->argcount, named = npos + c->kwonly;
    SkValue defaults = sk_slot_peek(&f->defaults), kwdefaults = sk_slot_peek(&f->kwdefaults);
    size_t ndefaults = tuple_len_or_0(defaults);
    for (size_t i = direct; i < npos; i++)
        if (sk_is_empty(placed[i]) && i + ndefaults < npos) return false;
    for (size_t i = npos; i < named; i++) {
        if (!sk_is_empty(placed[i])) continue;
        if (sk_is_empty(kwdefaults) || sk_is_none(kwdefaults)) return false;
        placed[i] = sk_dict_load(kwdefaults, param_name(c, i));
        if (sk_is_empty(placed[i])) {
            sk_error_clear();
            return false;
        }
        *loaded |= 1u << i;
    }
    for (size_t i = direct; i < npos; i++)
        if (sk_is_empty(placed[i])) placed[i] = sk_tuple_load(defaults, i + ndefaults - npos);
    return true;
}

static void give_up(SkValue *placed, size_t from, size_t to, uint32_t loaded) {
    for (; loaded; loaded &= loaded - 1) sk_release(placed[__builtin_ctz(loaded)]);
    for (; from < to; from++) placed[from] = SK_EMPTY;
}

SkBindResult sk_bind_in_place(const SkFunction *f, const SkCode *c, SkValue *args, size_t nargs, SkValue kwnames) {
    size_t npos = c->argcount, named = npos + c->kwonly, nkw = tuple_len_or_0(kwnames), direct = nargs < npos ? nargs : npos;
    bool has_varargs = c->flags & SK_CO_VARARGS, has_varkw = c->flags & SK_CO_VARKEYWORDS;
    if (!(c->flags & SK_CO_OPTIMIZED) || c->nparams > SK_BIND_MAX || nkw > SK_BIND_MAX || (nargs > npos && !has_varargs))
        return SK_BIND_GENERAL;
    // Parameters for which there is no positional argument: where they belong, unless an argument is still there.
    SkValue apart[SK_BIND_MAX], *placed = nkw || nargs > npos ? apart : args;
    for (size_t i = direct; i < named; i++) placed[i] = SK_EMPTY;
    uint32_t others = 0, loaded = 0;   // bits: keywords for **, defaults that are to be released
    for (size_t k = 0; k < nkw; k++) {
        SkValue name = sk_tuple_peek(kwnames, k);
        size_t i = sk_is_str(name) ? find_parameter(c, named, name) : named;
        if (i == named && (!has_varkw || !sk_is_str(name))) return SK_BIND_GENERAL;
        if (i == named) others |= 1u << k;
        else if (i < direct || !sk_is_empty(placed[i])) return SK_BIND_GENERAL;   // given twice
        else placed[i] = args[nargs + k];
    }
    if (!place_defaults(f, c, placed, direct, &loaded)) {
        give_up(placed, direct, named, loaded);
        return SK_BIND_GENERAL;
    }
    // Nothing is wrong with the call.
    SkValue more = SK_EMPTY, keywords = SK_EMPTY;
    bool ok = true;
    if (has_varkw) {
        keywords = sk_dict_new();
        ok = !sk_is_empty(keywords);
        for (uint32_t left = others; ok && left; left &= left - 1) {
            size_t k = (size_t)__builtin_ctz(left);
            ok = sk_dict_set(keywords, sk_tuple_peek(kwnames, k), args[nargs + k]);
        }
    }
    if (ok && has_varargs) {
        more = sk_tuple_steal(args + direct, nargs - direct);
        ok = !sk_is_empty(more);
        for (size_t i = direct; i < nargs; i++) args[i] = SK_EMPTY;
    }
    if (sk_unlikely(!ok)) {
        sk_release(keywords);
        give_up(placed, direct, named, loaded);
        return SK_BIND_FAILED;
    }
    for (uint32_t left = others; left; left &= left - 1) sk_release(args[nargs + (size_t)__builtin_ctz(left)]);
    for (size_t i = nargs; i < nargs + nkw; i++) args[i] = SK_EMPTY;
    if (placed == apart) memcpy(&args[direct], &placed[direct], (named - direct) * sizeof *args);
    if (has_varargs) args[named] = more;
    if (has_varkw) args[named + has_varargs] = keywords;
    return SK_BOUND;
}

// ---- in general ----------------------------------------------------------------------------------------------------------

static void clear_from(SkValue *regs, uint32_t from, uint32_t to) {
    for (; from < to; from++) regs[from] = SK_EMPTY;
}

static SkValue qualname(SkFunction *f) { return sk_slot_peek(&f->qualname); }

// "'a', 'b', and 'c'"
static SkValue list_names(SkValue *names, size_t n) {
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < n; i++) {
        if (i) sk_sb_cstr(&b, n == 2 ? " and " : i + 1 == n ? ", and " : ", ");
        sk_sb_char(&b, '\'');
        sk_sb_str(&b, names[i]);
        sk_sb_char(&b, '\'');
    }
    return sk_sb_finish(&b);
}

static void missing(SkFunction *f, SkCode *c, SkValue *regs, uint32_t from, uint32_t to, const char *kind) {
    size_t n = 0;
    SkValue *names = sk_malloc((to - from + 1) * sizeof *names);
    if (!names) {
        sk_raise_memory();
        return;
    }
    for (uint32_t i = from; i < to; i++)
        if (sk_is_empty(regs[i])) names[n++] = param_name(c, i);
    SK_AUTO SkValue list = list_names(names, n);
    sk_free(names);
    if (!sk_is_empty(list))
        sk_raise(sk_exc_TypeError, "%S() missing %zu required %s argument%s: %S", qualname(f), n, kind, n == 1 ? "" : "s", list);
}

static void too_many(SkFunction *f, SkCode *c, size_t given, size_t ndefaults, SkValue *regs) {
    uint32_t kwonly_given = 0;
    for (uint32_t i = c->argcount; i < c->argcount + c->kwonly; i++) kwonly_given += !sk_is_empty(regs[i]);
    bool plural = c->argcount != 1;
    SK_AUTO SkValue takes = ndefaults ? sk_str_format("from %u to %u", c->argcount - (uint32_t)ndefaults, c->argcount)
                                      : sk_str_format("%u", c->argcount);
    if (ndefaults) plural = true;
    SK_AUTO SkValue extra = kwonly_given ? sk_str_format(" positional argument%s (and %u keyword-only argument%s)", given != 1 ? "s" : "",
                                                         kwonly_given, kwonly_given != 1 ? "s" : "")
                                         : sk_str_from("");
    if (sk_is_empty(takes) || sk_is_empty(extra)) return;
    sk_raise(sk_exc_TypeError, "%S() takes %S positional argument%s but %zu%S %s given", qualname(f), takes, plural ? "s" : "", given,
             extra, given == 1 && !kwonly_given ? "was" : "were");
}

static bool positional_by_keyword(SkFunction *f, SkCode *c, SkValue kwnames) {
    SkValue names[64];
    size_t n = 0;
    for (uint32_t i = 0; i < c->posonly && n < 64; i++)
        for (size_t k = 0; k < sk_tuple_len(kwnames); k++)
            if (sk_str_equal(param_name(c, i), sk_tuple_peek(kwnames, k))) {
                names[n++] = param_name(c, i);
                break;
            }
    if (!n) return false;
    SkStrBuilder b;
    sk_sb_init(&b);
    for (size_t i = 0; i < n; i++) {
        if (i) sk_sb_cstr(&b, ", ");
        sk_sb_str(&b, names[i]);
    }
    SK_AUTO SkValue list = sk_sb_finish(&b);
    if (!sk_is_empty(list))
        sk_raise(sk_exc_TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'", qualname(f), list);
    return true;
}

static void unexpected(SkFunction *f, SkCode *c, uint32_t named, SkValue name) {
    SK_AUTO SkValue names = sk_list_new(0);
    for (uint32_t i = c->posonly; i < named && !sk_is_empty(names); i++)
        if (!sk_list_append(names, param_name(c, i))) return;
    if (sk_is_empty(names)) return;
    SK_AUTO SkValue near = sk_nearest_name(names, name);
    if (sk_is_empty(near)) sk_raise(sk_exc_TypeError, "%S() got an unexpected keyword argument '%S'", qualname(f), name);
    else sk_raise(sk_exc_TypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", qualname(f), name, near);
}

bool sk_bind_arguments(SkFunction *f, SkCode *c, const SkValue *args, size_t nargs, SkValue kwnames, SkValue *regs) {
    uint32_t npos = c->argcount, named = npos + c->kwonly, nparams = c->nparams;
    bool has_varargs = c->flags & SK_CO_VARARGS, has_varkw = c->flags & SK_CO_VARKEYWORDS;
    uint32_t at_varargs = named, at_varkw = named + has_varargs;
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    clear_from(regs, 0, nparams);
    size_t direct = nargs < npos ? nargs : npos;
    for (size_t i = 0; i < direct; i++) regs[i] = sk_dup(args[i]);
    SkValue defaults = sk_slot_peek(&f->defaults), kwdefaults = sk_slot_peek(&f->kwdefaults);
    size_t ndefaults = tuple_len_or_0(defaults);
    if (has_varargs) {
        regs[at_varargs] = sk_tuple_from(args + direct, nargs - direct);
        if (sk_is_empty(regs[at_varargs])) goto fail;
    }
    if (has_varkw) {
        regs[at_varkw] = sk_dict_new();
        if (sk_is_empty(regs[at_varkw])) goto fail;
    }
    for (size_t k = 0; k < nkw; k++) {
        SkValue name = sk_tuple_peek(kwnames, k);
        if (!sk_is_str(name)) {
            sk_raise(sk_exc_TypeError, "keywords must be strings");
            goto fail;
        }
        size_t i = find_parameter(c, named, name);
        if (i < named) {
            if (!sk_is_empty(regs[i])) {
                sk_raise(sk_exc_TypeError, "%S() got multiple values for argument '%S'", qualname(f), name);
                goto fail;
            }
            regs[i] = sk_dup(args[nargs + k]);
        } else if (has_varkw) {
            if (!sk_dict_set(regs[at_varkw], name, args[nargs + k])) goto fail;
        } else {
            if (!(c->posonly && positional_by_keyword(f, c, kwnames)) && !sk_error_occurred())
                unexpected(f, c, named, name);
            goto fail;
        }
    }
    if (nargs > npos && !has_varargs) {
        too_many(f, c, nargs, ndefaults, regs);
        goto fail;
    }
    uint32_t required = npos - (uint32_t)(ndefaults < npos ? ndefaults : npos);
    for (uint32_t i = (uint32_t)direct; i < required; i++) {
        if (!sk_is_empty(regs[i])) continue;
        missing(f, c, regs, 0, required, "positional");
        goto fail;
    }
    for (uint32_t i = (uint32_t)direct > required ? (uint32_t)direct : required; i < npos; i++)
        if (sk_is_empty(regs[i])) regs[i] = sk_tuple_load(defaults, i - (npos - ndefaults));
    for (uint32_t i = npos; i < named; i++) {
        if (!sk_is_empty(regs[i])) continue;
        if (!sk_is_empty(kwdefaults) && !sk_is_none(kwdefaults)) {
            regs[i] = sk_dict_load(kwdefaults, param_name(c, i));
            if (!sk_is_empty(regs[i])) continue;
            if (sk_error_occurred()) goto fail;
        }
        for (uint32_t j = i + 1; j < named; j++)
            if (sk_is_empty(regs[j]) && !sk_is_empty(kwdefaults) && !sk_is_none(kwdefaults)) regs[j] = sk_dict_load(kwdefaults, param_name(c, j));
        missing(f, c, regs, npos, named, "keyword-only");
        goto fail;
    }
    return true;
fail:
    for (uint32_t i = 0; i < nparams; i++) {
        SkValue v = regs[i];
        regs[i] = SK_EMPTY;
        sk_release(v);
    }
    return false;
}
