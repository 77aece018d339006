// The registry of codecs and error handlers: a list of search functions, a dict of what they found, and a dict of
// handlers. Made at the first use; list and dicts do their own locking. Two threads that look an encoding up for the first
// time may both search: the one that stores first wins.
#include "objects/codec_registry.h"

#include "base/alloc.h"
#include "objects/codec_internal.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/hooks.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

typedef struct {
    SkValue search;    // list of functions
    SkValue found;     // normalised name -> CodecInfo
    SkValue handlers;  // name -> function
} Registry;

static _Atomic(Registry *) the_registry;

static bool add_handlers(SkValue dict) {
    static const char *const names[] = {"strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace",
                                        "surrogatepass", "surrogateescape"};
    for (size_t i = 0; i < SK_COUNT_OF(names); i++) {
        SkValue f = sk_native_new(&sk_codec_handlers[i], SK_EMPTY, SK_EMPTY);
        if (sk_is_empty(f) || !sk_dict_set_s(dict, names[i], f)) return false;
        sk_release(f);
    }
    return true;
}

static Registry *registry(void) {
    // PAIR(codec-registry): with the exchange below; without it the fields could look unwritten
    Registry *r = sk_load_acquire(&the_registry);
    if (r) return r;
    r = sk_calloc(1, sizeof *r);
    if (!r) {
        sk_raise_memory();
        return NULL;
    }
    r->search = sk_list_new(4);
    r->found = sk_dict_new();
    r->handlers = sk_dict_new();
    bool good = !sk_is_empty(r->search) && !sk_is_empty(r->found) && !sk_is_empty(r->handlers) && add_handlers(r->handlers);
    Registry *first = NULL;
    // PAIR(codec-registry)
    if (good && sk_cas_acq_rel(&the_registry, &first, r)) {
        SkValue kept[] = {r->search, r->found, r->handlers};
        for (size_t i = 0; i < SK_COUNT_OF(kept); i++) sk_make_immortal(sk_ptr(kept[i]));
        return r;
    }
    sk_release(r->search);
    sk_release(r->found);
    sk_release(r->handlers);
    sk_free(r);
    return good ? first : NULL;
}

// ---- codecs --------------------------------------------------------------------------------------------------------------

bool sk_codec_register(SkValue search) {
    Registry *r = registry();
    if (!r) return false;
    if (!sk_is_callable(search)) return sk_raise_false(sk_exc_TypeError, "argument must be callable");
    return sk_list_append(r->search, search);
}

bool sk_codec_unregister(SkValue search) {
    Registry *r = registry();
    if (!r) return false;
    for (size_t i = 0; i < sk_list_len(r->search); i++) {
        SK_AUTO SkValue f = sk_list_get(r->search, i);
        if (!sk_is(f, search)) continue;
        sk_dict_clear(r->found);
        SkValue gone = sk_own(sk_call_method_s(r->search, "remove", &search, 1));
        if (sk_is_empty(gone)) sk_error_clear(); // another thread was first
        sk_release(gone);
        break;
    }
    return true;
}

// The `encodings` package registers its search function when it is imported.
static bool need_search_functions(Registry *r) {
    if (sk_list_len(r->search) || !sk_hooks.import) return true;
    SkValue module = sk_hooks.import("encodings");
    sk_release(module);
    return !sk_is_empty(module);
}

static SkValue search_codec(Registry *r, SkValue name) {
    if (!need_search_functions(r)) return SK_EMPTY;
    for (size_t i = 0;; i++) {
        SK_AUTO SkValue f = sk_list_get(r->search, i);
        if (sk_is_empty(f)) return SK_EMPTY;
        SK_AUTO SkValue codec = sk_own(sk_call1(f, name));
        if (sk_is_empty(codec)) return SK_EMPTY;
        if (sk_is_none(codec)) continue;
        if (!sk_is_tuple(codec) || sk_tuple_len(codec) != 4)
            return sk_raise(sk_exc_TypeError, "codec search functions must return 4-tuples");
        return sk_dict_setdefault(r->found, name, codec, NULL);
    }
}

SkValue sk_codec_lookup(const char *encoding) {
    Registry *r = registry();
    if (!r) return SK_EMPTY;
    size_t n = strlen(encoding);
    char small[64], *name = n * 2 + 4 <= sizeof small ? small : sk_malloc(n * 2 + 4);
    if (!name) return sk_raise_memory();
    (void)!sk_normalize_encoding(encoding, name, n * 2 + 4);
    SK_AUTO SkValue key = sk_intern(sk_str_from(name));
    if (name != small) sk_free(name);
    if (sk_is_empty(key)) return SK_EMPTY;
    SkValue codec = sk_dict_get(r->found, key);
    if (!sk_is_empty(codec)) return codec;
    codec = search_codec(r, key);
    if (sk_is_empty(codec) && !sk_error_occurred()) sk_raise(sk_exc_LookupError, "unknown encoding: %s", encoding);
    return codec;
}

static SkValue lookup_text(const char *encoding, const char *alternative) {
    SkValue codec = sk_codec_lookup(encoding);
    if (sk_is_empty(codec) || sk_is_exact_tuple(codec)) return codec;
    SK_AUTO SkValue flag = sk_getattr_opt_s(codec, "_is_text_encoding");
    int is_text = sk_is_empty(flag) ? (sk_error_occurred() ? -1 : 1) : sk_truth(flag);
    if (is_text > 0) return codec;
    sk_release(codec);
    if (is_text < 0) return SK_EMPTY;
    return sk_raise(sk_exc_LookupError, "'%.400s' is not a text encoding; use %s to handle arbitrary codecs", encoding, alternative);
}

// Calls codec[i](object[, errors]) and takes the first of the two results. Consumes codec.
static SkValue run_codec(SkValue codec, size_t i, SkValue object, const char *encoding, const char *errors) {
    if (sk_is_empty(codec)) return SK_EMPTY;
    SK_AUTO SkValue holder = codec;
    SK_AUTO SkValue how = errors ? sk_str_from(errors) : SK_NONE;
    if (sk_is_empty(how)) return SK_EMPTY;
    SkValue args[2] = {object, how};
    SK_AUTO SkValue pair = sk_own(sk_call(sk_tuple_peek(holder, i), args, errors ? 2 : 1, SK_EMPTY));
    const char *operation = i == 0 ? "encoding" : "decoding";
    if (sk_is_empty(pair)) {
        sk_error_add_note("%s with '%s' codec failed", operation, encoding);
        return SK_EMPTY;
    }
    if (!sk_is_tuple(pair) || sk_tuple_len(pair) != 2)
        return sk_raise(sk_exc_TypeError, i == 0 ? "encoder must return a tuple (object, integer)"
                                                 : "decoder must return a tuple (object,integer)");
    return sk_retain(sk_tuple_peek(pair, 0));
}

SkValue sk_codec_encode(SkValue object, const char *encoding, const char *errors) {
    return run_codec(sk_codec_lookup(encoding), 0, object, encoding, errors);
}

SkValue sk_codec_decode(SkValue object, const char *encoding, const char *errors) {
    return run_codec(sk_codec_lookup(encoding), 1, object, encoding, errors);
}

SkValue sk_codec_encode_text(SkValue object, const char *encoding, const char *errors) {
    return run_codec(lookup_text(encoding, "codecs.encode()"), 0, object, encoding, errors);
}

SkValue sk_codec_decode_text(SkValue object, const char *encoding, const char *errors) {
    return run_codec(lookup_text(encoding, "codecs.decode()"), 1, object, encoding, errors);
}

// ---- error handlers -----------------------------------------------------------------------------------------------------

bool sk_codec_register_error(SkValue name, SkValue handler) {
    Registry *r = registry();
    if (!r) return false;
    if (!sk_is_callable(handler)) return sk_raise_false(sk_exc_TypeError, "handler must be callable");
    return sk_dict_set(r->handlers, name, handler);
}

SkValue sk_codec_lookup_error(const char *name) {
    Registry *r = registry();
    if (!r) return SK_EMPTY;
    SkValue handler = sk_dict_get_s(r->handlers, name ? name : "strict");
    if (sk_is_empty(handler) && !sk_error_occurred()) sk_raise(sk_exc_LookupError, "unknown error handler name '%.400s'", name);
    return handler;
}

bool sk_codec_unregister_error(const char *name) {
    if (sk_error_mode(name) != SK_ERRORS_OTHER)
        return sk_raise_false(sk_exc_ValueError, "cannot un-register built-in error handler '%.400s'", name);
    Registry *r = registry();
    if (!r) return false;
    SK_AUTO SkValue key = sk_str_from(name);
    if (sk_is_empty(key)) return false;
    SK_AUTO SkValue gone = sk_dict_pop(r->handlers, key);
    return !sk_is_empty(gone);
}
