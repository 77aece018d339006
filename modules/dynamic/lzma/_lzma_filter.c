// _lzma: specifiers of filters, which are dicts, to and from liblzma's structs.
#include <stdlib.h>
#include <string.h>

#include "modules/dynamic/lzma/_lzma.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"

bool sk_lzma_as_uint32(SkValue v, uint32_t *out) {
    uint64_t u;
    SK_AUTO SkValue i = sk_index(v);
    if (sk_is_empty(i)) return false;
    if (sk_int_sign(i) < 0) return sk_raise_false(sk_exc_OverflowError, "can't convert negative int to unsigned");
    if (!sk_int_fits_uint64(i, &u)) return sk_raise_false(sk_exc_OverflowError, "int too big to convert");
    if (u > UINT32_MAX) return sk_raise_false(sk_exc_OverflowError, "Value too large for uint32_t type");
    *out = (uint32_t)u;
    return true;
}

// spec[key]: SK_EMPTY without an exception where there is none.
static SkValue entry(SkValue spec, const char *key) {
    SK_AUTO SkValue name = sk_str_from(key);
    SkValue v = sk_is_empty(name) ? SK_EMPTY : sk_getitem(spec, name);
    if (sk_is_empty(v) && sk_error_occurred()) (void)sk_error_clear_if(sk_exc_KeyError);
    return v;
}

// One number a filter can be given.
typedef struct {
    const char *name;
    uint32_t *to;
} Option;

// Fills the options; every key but "id" must be one of them, or `also`.
static bool read_options(SkValue spec, const Option *options, size_t n, const char *also) {
    SK_AUTO SkValue keys = sk_mapping_keys(spec);
    if (sk_is_empty(keys)) return false;
    for (size_t i = 0; i < sk_list_len(keys); i++) {
        SK_AUTO SkValue key = sk_list_get(keys, i);
        if (!sk_is_str(key)) return false;
        if (sk_str_equals_ascii(key, "id") || (also && sk_str_equals_ascii(key, also))) continue;
        size_t k = 0;
        while (k < n && !sk_str_equals_ascii(key, options[k].name)) k++;
        if (k == n) return false;
        SK_AUTO SkValue value = sk_getitem(spec, key);
        if (sk_is_empty(value) || !sk_lzma_as_uint32(value, options[k].to)) return false;
    }
    return true;
}

static bool invalid(const char *what) {
    sk_error_clear();
    return sk_raise_false(sk_exc_ValueError, "Invalid filter specifier for %s filter", what);
}

static bool lzma_options(SkValue spec, lzma_filter *f) {
    uint32_t preset = LZMA_PRESET_DEFAULT, mode, mf;
    SK_AUTO SkValue given = entry(spec, "preset");
    if (sk_is_empty(given) ? sk_error_occurred() : !sk_lzma_as_uint32(given, &preset)) return false;
    lzma_options_lzma *o = f->options = calloc(1, sizeof *o);
    if (!o) return sk_raise_memory(), false;
    if (lzma_lzma_preset(o, preset)) return sk_lzma_raise("Invalid compression preset: %u", preset), false;
    mode = o->mode;
    mf = o->mf;
    const Option options[] = {{"dict_size", &o->dict_size}, {"lc", &o->lc}, {"lp", &o->lp}, {"pb", &o->pb}, {"mode", &mode},
                              {"nice_len", &o->nice_len}, {"mf", &mf}, {"depth", &o->depth}};
    if (!read_options(spec, options, sizeof options / sizeof *options, "preset")) return invalid("LZMA");
    o->mode = (lzma_mode)mode;
    o->mf = (lzma_match_finder)mf;
    return true;
}

static bool delta_options(SkValue spec, lzma_filter *f) {
    lzma_options_delta *o = f->options = calloc(1, sizeof *o);
    if (!o) return sk_raise_memory(), false;
    o->type = LZMA_DELTA_TYPE_BYTE;
    o->dist = 1;
    const Option options[] = {{"dist", &o->dist}};
    return read_options(spec, options, 1, NULL) || invalid("delta");
}

static bool bcj_options(SkValue spec, lzma_filter *f) {
    lzma_options_bcj *o = f->options = calloc(1, sizeof *o);
    if (!o) return sk_raise_memory(), false;
    const Option options[] = {{"start_offset", &o->start_offset}};
    return read_options(spec, options, 1, NULL) || invalid("BCJ");
}

static bool invalid_id(lzma_vli id) { return sk_raise_false(sk_exc_ValueError, "Invalid filter ID: %llu", (unsigned long long)id); }

static bool convert(SkValue spec, lzma_filter *f) {
    f->options = NULL;
    if (!sk_is_mapping(spec)) return sk_raise_false(sk_exc_TypeError, "Filter specifier must be a dict or dict-like object");
    SK_AUTO SkValue id = entry(spec, "id");
    if (sk_is_empty(id)) return !sk_error_occurred() && sk_raise_false(sk_exc_ValueError, "Filter specifier must have an \"id\" entry");
    uint64_t number;
    if (!sk_as_uint64(id, &number)) return false;
    f->id = number;
    switch (number) {
    case LZMA_FILTER_LZMA1:
    case LZMA_FILTER_LZMA2: return lzma_options(spec, f);
    case LZMA_FILTER_DELTA: return delta_options(spec, f);
    case LZMA_FILTER_X86:
    case LZMA_FILTER_POWERPC:
    case LZMA_FILTER_IA64:
    case LZMA_FILTER_ARM:
    case LZMA_FILTER_ARMTHUMB:
    case LZMA_FILTER_SPARC: return bcj_options(spec, f);
    default: return invalid_id(number);
    }
}

bool sk_lzma_filters(SkValue specs, SkLzmaFilters *out) {
    out->chain[0] = (lzma_filter){.id = LZMA_VLI_UNKNOWN};
    if (sk_is_dict(specs)) return sk_raise_false(sk_exc_TypeError, "%.200T is not a sequence", specs);
    int64_t n = sk_len(specs);
    if (n < 0) return false;
    if (n > LZMA_FILTERS_MAX) return sk_raise_false(sk_exc_ValueError, "Too many filters - liblzma supports a maximum of %d", LZMA_FILTERS_MAX);
    for (int64_t i = 0; i < n; i++) {
        SK_AUTO SkValue spec = sk_getitem_i(specs, i);
        bool ok = !sk_is_empty(spec) && convert(spec, &out->chain[i]);
        if (sk_is_empty(spec)) out->chain[i].options = NULL;
        out->chain[i + 1] = (lzma_filter){.id = LZMA_VLI_UNKNOWN};
        if (!ok) {
            if (!out->chain[i].options) out->chain[i].id = LZMA_VLI_UNKNOWN;
            return false;
        }
    }
    return true;
}

void sk_lzma_filters_free(SkLzmaFilters *f) {
    for (int i = 0; i <= LZMA_FILTERS_MAX && f->chain[i].id != LZMA_VLI_UNKNOWN; i++) {
        free(f->chain[i].options);
        f->chain[i].options = NULL;
    }
    f->chain[0].id = LZMA_VLI_UNKNOWN;
}

// ---- properties -----------------------------------------------------------------------------------------------------------------

SkValue sk_lzma_encode_properties(SkValue module SK_UNUSED, SkValue spec) {
    SK_AUTO_FILTERS SkLzmaFilters f = {.chain = {{.id = LZMA_VLI_UNKNOWN}, {.id = LZMA_VLI_UNKNOWN}}};
    bool ok = convert(spec, &f.chain[0]);
    if (!f.chain[0].options) f.chain[0].id = LZMA_VLI_UNKNOWN;
    if (!ok) return SK_EMPTY;
    uint32_t size;
    lzma_ret code = lzma_properties_size(&size, &f.chain[0]);
    if (code != LZMA_OK) return sk_lzma_fail(code);
    SkBytes *b = sk_bytes_new(size);
    if (!b) return SK_EMPTY;
    code = lzma_properties_encode(&f.chain[0], (uint8_t *)b->data);
    if (code == LZMA_OK) return sk_counted(b);
    sk_release(sk_counted(b));
    return sk_lzma_fail(code);
}

static bool put(SkValue d, const char *name, uint64_t number) {
    SK_AUTO SkValue v = sk_int_from_uint64(number);
    return !sk_is_empty(v) && sk_dict_set_s(d, name, v);
}

static SkValue as_spec(const lzma_filter *f) {
    SK_AUTO SkValue d = sk_dict_new();
    bool ok = !sk_is_empty(d) && put(d, "id", f->id);
    const lzma_options_lzma *o = f->options;
    switch (ok ? f->id : LZMA_VLI_UNKNOWN) {
    case LZMA_FILTER_LZMA1:
        ok = put(d, "lc", o->lc) && put(d, "lp", o->lp) && put(d, "pb", o->pb) && put(d, "dict_size", o->dict_size);
        break;
    case LZMA_FILTER_LZMA2: ok = put(d, "dict_size", o->dict_size); break;
    case LZMA_FILTER_DELTA: ok = put(d, "dist", ((lzma_options_delta *)f->options)->dist); break;
    case LZMA_FILTER_X86:
    case LZMA_FILTER_POWERPC:
    case LZMA_FILTER_IA64:
    case LZMA_FILTER_ARM:
    case LZMA_FILTER_ARMTHUMB:
    case LZMA_FILTER_SPARC:
        if (f->options) ok = put(d, "start_offset", ((lzma_options_bcj *)f->options)->start_offset);
        break;
    default:
        if (ok) ok = invalid_id(f->id);
    }
    return ok ? sk_move(&d) : SK_EMPTY;
}

SkValue sk_lzma_decode_properties(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    if (!sk_check_nargs("_decode_filter_properties", nargs, 2, 2)) return SK_EMPTY;
    lzma_filter f = {0};
    uint64_t id;
    if (!sk_as_uint64(args[0], &id)) return SK_EMPTY;
    f.id = id;
    SK_AUTO_BUFFER SkBuffer b = {0};
    if (!sk_buffer_get(args[1], &b, SK_BUF_SIMPLE)) return SK_EMPTY;
    lzma_ret code = lzma_properties_decode(&f, NULL, b.data, (size_t)b.length);
    if (code != LZMA_OK) return sk_lzma_fail(code);
    SkValue spec = as_spec(&f);
    free(f.options);
    return spec;
}
