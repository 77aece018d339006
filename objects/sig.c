// Signatures of native functions: parsed once from their text, which is also their `__text_signature__`.
#include "objects/sig.h"

#include "base/alloc.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/near_name.h"
#include "objects/str.h"
#include "objects/tuple.h"

static const char *skip_spaces(const char *p) {
    while (*p == ' ' || *p == '\n') p++;
    return p;
}

// The end of a default's text: a comma or the closing bracket outside brackets and quotes.
static const char *skip_default(const char *p) {
    int depth = 0;
    for (char quote = 0; *p; p++) {
        if (quote) {
            if (*p == '\\' && p[1]) p++;
            else if (*p == quote) quote = 0;
        } else if (*p == '\'' || *p == '"') {
            quote = *p;
        } else if (strchr("([{", *p)) {
            depth++;
        } else if (strchr(")]}", *p)) {
            if (depth-- == 0) break;
        } else if (*p == ',' && depth == 0) {
            break;
        }
    }
    return p;
}

SkSig *sk_sig_parse(const char *text) {
    size_t room = 1;
    for (const char *p = text; *p; p++) room += *p == ',';
    SkSig *s = sk_calloc(1, sizeof *s + room * sizeof s->params[0]);
    if (!s) return sk_raise_memory(), NULL;
    s->varargs = s->varkw = -1;
    bool keyword_only = false;
    const char *p = skip_spaces(text + 1);
    while (*p && *p != ')') {
        if (*p == '/') {
            s->nposonly = s->nparams;
            p++;
        } else if (*p == '*' && (p[1] == ',' || p[1] == ')')) {
            keyword_only = true;
            p++;
        } else {
            int stars = 0;
            while (*p == '*') stars++, p++;
            const char *name = p;
            while (*p && !strchr("=,) :", *p)) p++;
            SkSigParam *param = &s->params[s->nparams];
            // Only names that keyword arguments can match are needed as objects, and for messages.
            param->name = sk_intern(sk_str_from_utf8(name, p - name));
            if (sk_is_empty(param->name)) {
                sk_free(s);
                return NULL;
            }
            p = skip_spaces(p);
            if (stars == 1) {
                s->varargs = (int32_t)s->nparams;
                keyword_only = true;
            } else if (stars == 2) {
                s->varkw = (int32_t)s->nparams;
            } else {
                param->required = *p != '=';
                if (*p == '=') p = skip_default(p + 1);
                if (!keyword_only) {
                    s->npositional++;
                    if (param->required) s->nrequired = s->npositional;
                }
            }
            s->nparams++;
        }
        p = skip_spaces(p);
        if (*p == ',') p = skip_spaces(p + 1);
    }
    s->simple = s->varargs < 0 && s->varkw < 0;
    for (uint32_t i = s->npositional; i < s->nparams; i++) s->simple &= !s->params[i].required;
    return s;
}

static uint32_t count_required(const SkSig *s) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->npositional; i++) n += s->params[i].required;
    return n;
}

static bool too_many(const SkSig *s, const char *function, size_t nargs, size_t nkw) {
    uint32_t total = 0;
    for (uint32_t i = 0; i < s->nparams; i++) total += (int32_t)i != s->varargs && (int32_t)i != s->varkw;
    uint32_t required = count_required(s);
    if (s->npositional == 0 && total == 0)
        return sk_raise_false(sk_exc_TypeError, "%s() takes no arguments (%zu given)", function, nargs + nkw);
    if (s->nposonly == s->npositional && total == s->npositional) {
        if (required == s->npositional)
            return sk_raise_false(sk_exc_TypeError, "%s expected %u argument%s, got %zu", function, required,
                                  required == 1 ? "" : "s", nargs);
        return sk_raise_false(sk_exc_TypeError, "%s expected at most %u argument%s, got %zu", function, s->npositional,
                              s->npositional == 1 ? "" : "s", nargs);
    }
    if (total > s->npositional && nargs + nkw <= total)
        return s->npositional == 0
                   ? sk_raise_false(sk_exc_TypeError, "%s() takes no positional arguments", function)
                   : sk_raise_false(sk_exc_TypeError, "%s() takes %s %u positional argument%s (%zu given)", function,
                                    required == s->npositional ? "exactly" : "at most", s->npositional,
                                    s->npositional == 1 ? "" : "s", nargs);
    return sk_raise_false(sk_exc_TypeError, "%s() takes at most %u argument%s (%zu given)", function, total,
                          total == 1 ? "" : "s", nargs + nkw);
}

static bool missing(const SkSig *s, const char *function, uint32_t i, size_t nargs) {
    if (i < s->nposonly && s->nposonly == s->npositional) {
        uint32_t required = count_required(s);
        return sk_raise_false(sk_exc_TypeError, "%s expected %s%u argument%s, got %zu", function,
                              required == s->npositional && s->varargs < 0 ? "" : "at least ", required,
                              required == 1 ? "" : "s", nargs);
    }
    if (i < s->nposonly)
        return sk_raise_false(sk_exc_TypeError, "%s() takes at least %u positional argument%s (%zu given)", function,
                              s->nposonly, s->nposonly == 1 ? "" : "s", nargs);
    return sk_raise_false(sk_exc_TypeError, "%s() missing required argument '%S' (pos %u)", function, s->params[i].name, i + 1);
}

static void unexpected(const SkSig *s, const char *function, SkValue name) {
    SK_AUTO SkValue names = sk_list_new(0), near = SK_EMPTY;
    for (uint32_t i = s->nposonly; i < s->nparams && !sk_is_empty(names); i++)
        if ((int32_t)i != s->varargs && (int32_t)i != s->varkw && !sk_list_append(names, s->params[i].name)) return;
    if (sk_is_empty(names)) return;
    near = sk_nearest_name(names, name);
    if (sk_is_empty(near)) sk_raise(sk_exc_TypeError, "%s() got an unexpected keyword argument '%S'", function, name);
    else sk_raise(sk_exc_TypeError, "%s() got an unexpected keyword argument '%S'. Did you mean '%S'?", function, name, near);
}

bool sk_sig_bind(const SkSig *s, const char *function, const SkValue *args, size_t nargs, SkValue kwnames, SkValue *out) {
    if (sk_likely(s->simple && sk_is_empty(kwnames) && nargs >= s->nrequired && nargs <= s->npositional)) {
        for (size_t i = 0; i < nargs; i++) out[i] = args[i];
        for (size_t i = nargs; i < s->nparams; i++) out[i] = SK_EMPTY;
        return true;
    }
    size_t nkw = sk_is_empty(kwnames) ? 0 : sk_tuple_len(kwnames);
    for (uint32_t i = 0; i < s->nparams; i++) out[i] = SK_EMPTY;
    size_t positional = nargs < s->npositional ? nargs : s->npositional;
    for (size_t i = 0; i < positional; i++) out[i] = args[i];
    if (nargs > s->npositional && s->varargs < 0) return too_many(s, function, nargs, nkw);
    SkValue rest = SK_EMPTY, kwargs = SK_EMPTY, unknown = SK_EMPTY;
    if (s->varargs >= 0) {
        rest = sk_tuple_from(args + positional, nargs - positional);
        if (sk_is_empty(rest)) return false;
        out[s->varargs] = rest;
    }
    if (s->varkw >= 0) {
        kwargs = sk_dict_new();
        if (sk_is_empty(kwargs)) goto fail;
        out[s->varkw] = kwargs;
    }
    for (size_t k = 0; k < nkw; k++) {
        SkValue name = sk_tuple_peek(kwnames, k);
        uint32_t i = s->nposonly;
        for (; i < s->nparams; i++)
            if ((int32_t)i != s->varargs && (int32_t)i != s->varkw && sk_is(s->params[i].name, name)) break;
        if (i == s->nparams)
            for (i = s->nposonly; i < s->nparams; i++)
                if ((int32_t)i != s->varargs && (int32_t)i != s->varkw && sk_str_equal(s->params[i].name, name)) break;
        if (i == s->nparams) {
            if (!sk_is_empty(kwargs)) {
                if (!sk_dict_set(kwargs, name, args[nargs + k])) goto fail;
                continue;
            }
            if (s->nparams == s->nposonly + (s->varargs >= 0)) {
                sk_raise(sk_exc_TypeError, "%s() takes no keyword arguments", function);
                goto fail;
            }
            if (sk_is_empty(unknown)) unknown = name;
            continue;
        }
        if (!sk_is_empty(out[i])) {
            sk_raise(sk_exc_TypeError, "argument for %s() given by name ('%S') and position (%u)", function, name, i + 1);
            goto fail;
        }
        out[i] = args[nargs + k];
    }
    for (uint32_t i = 0; i < s->nparams; i++) {
        if (!s->params[i].required || !sk_is_empty(out[i])) continue;
        if (i < s->npositional) missing(s, function, i, nargs);
        else sk_raise(sk_exc_TypeError, "%s() missing 1 required keyword-only argument: '%S'", function, s->params[i].name);
        goto fail;
    }
    if (!sk_is_empty(unknown)) {
        for (uint32_t j = 0; j < s->nposonly; j++) {
            if (!sk_str_equal(s->params[j].name, unknown)) continue;
            sk_raise(sk_exc_TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%S'", function, unknown);
            goto fail;
        }
        unexpected(s, function, unknown);
        goto fail;
    }
    return true;
fail:
    sk_release(rest);
    sk_release(kwargs);
    return false;
}

void sk_bind_release(SkSig *s, SkValue *out) {
    if (s->varargs >= 0) sk_release(out[s->varargs]);
    if (s->varkw >= 0) sk_release(out[s->varkw]);
}

bool sk_bind(const char *function, const char *text, _Atomic(SkSig *) *cache, const SkValue *args, size_t nargs,
             SkValue kwnames, SkValue *out) {
    SkSig *s = sk_load_acquire(cache);  // PAIR(sig-cache)
    if (!s) {
        SkSig *parsed = sk_sig_parse(text);
        if (!parsed) return false;
        if (sk_cas_acq_rel(cache, &s, parsed)) s = parsed;  // PAIR(sig-cache)
        else sk_free(parsed);
    }
    return sk_sig_bind(s, function, args, nargs, kwnames, out);
}

bool sk_check_nargs(const char *function, size_t nargs, size_t min, size_t max) {
    if (nargs >= min && nargs <= max) return true;
    size_t n = nargs < min ? min : max;
    return sk_raise_false(sk_exc_TypeError, "%s expected %s%zu argument%s, got %zu", function,
                          min == max ? "" : nargs < min ? "at least " : "at most ", n, n == 1 ? "" : "s", nargs);
}

bool sk_no_kwargs(const char *function, SkValue kwnames) {
    if (sk_is_empty(kwnames) || sk_tuple_len(kwnames) == 0) return true;
    return sk_raise_false(sk_exc_TypeError, "%s() takes no keyword arguments", function);
}
