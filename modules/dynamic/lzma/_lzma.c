// _lzma: compression by liblzma. The module lzma is above it.
//
// Streams are worked on by a detached thread under the object's mutex (modules/_compress.h).
#include "modules/dynamic/lzma/_lzma.h"

#include "modules/_compress.h"
#include "modules/arguments.h"
#include "modules/error_class.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"

typedef struct {
    SkObject header;
    pthread_mutex_t mutex;
    lzma_stream stream;
    bool flushed;   // under the mutex
} Compressor;

typedef struct {
    SkDecompressor base;
    lzma_stream stream;
    _Atomic int check;   // written under the mutex, read by anybody
} Decompressor;

enum { FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW };
enum { CHECK_UNKNOWN = LZMA_CHECK_ID_MAX + 1, FIRST_BLOCK = 32 * 1024 };

static SkErrorClass error_class;   // _lzma.LZMAError

SkValue sk_lzma_raise(const char *fmt, unsigned number) {
    return sk_raise(sk_error_class(&error_class), fmt, number);
}

SkValue sk_lzma_fail(lzma_ret code) {
    const char *text;
    switch (code) {
    case LZMA_UNSUPPORTED_CHECK: text = "Unsupported integrity check"; break;
    case LZMA_MEM_ERROR: return sk_raise_memory();
    case LZMA_MEMLIMIT_ERROR: text = "Memory usage limit exceeded"; break;
    case LZMA_FORMAT_ERROR: text = "Input format not supported by decoder"; break;
    case LZMA_OPTIONS_ERROR: text = "Invalid or unsupported options"; break;
    case LZMA_DATA_ERROR: text = "Corrupt input data"; break;
    case LZMA_BUF_ERROR: text = "Insufficient buffer space"; break;
    case LZMA_PROG_ERROR: text = "Internal error"; break;
    default: text = "Unrecognized error from liblzma: %u"; break;
    }
    return sk_lzma_raise(text, code);
}

static bool failed(lzma_ret code) {
    return code != LZMA_OK && code != LZMA_STREAM_END && code != LZMA_GET_CHECK && code != LZMA_NO_CHECK;
}

static bool given(SkValue v) { return !sk_is_empty(v) && !sk_is_none(v); }

// ---- compressing ----------------------------------------------------------------------------------------------------------------

static bool start_alone(lzma_stream *z, uint32_t preset, bool own_chain, const SkLzmaFilters *f) {
    lzma_ret code;
    lzma_options_lzma options;
    if (own_chain) {
        if (f->chain[0].id != LZMA_FILTER_LZMA1 || f->chain[1].id != LZMA_VLI_UNKNOWN)
            return sk_raise_false(sk_exc_ValueError, "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
        code = lzma_alone_encoder(z, f->chain[0].options);
    } else {
        if (lzma_lzma_preset(&options, preset)) return sk_lzma_raise("Invalid compression preset: %u", preset), false;
        code = lzma_alone_encoder(z, &options);
    }
    return !failed(code) || (sk_lzma_fail(code), false);
}

static bool start_compressor(lzma_stream *z, int format, int check, uint32_t preset, SkValue specs) {
    SK_AUTO_FILTERS SkLzmaFilters f = {.chain = {{.id = LZMA_VLI_UNKNOWN}}};
    bool own_chain = given(specs);
    lzma_ret code;
    switch (format) {
    case FORMAT_XZ:
        if (check == -1) check = LZMA_CHECK_CRC64;
        if (own_chain && !sk_lzma_filters(specs, &f)) return false;
        code = own_chain ? lzma_stream_encoder(z, f.chain, (lzma_check)check) : lzma_easy_encoder(z, preset, (lzma_check)check);
        break;
    case FORMAT_ALONE: return (!own_chain || sk_lzma_filters(specs, &f)) && start_alone(z, preset, own_chain, &f);
    case FORMAT_RAW:
        if (!own_chain) return sk_raise_false(sk_exc_ValueError, "Must specify filters for FORMAT_RAW");
        if (!sk_lzma_filters(specs, &f)) return false;
        code = lzma_raw_encoder(z, f.chain);
        break;
    default: return sk_raise_false(sk_exc_ValueError, "Invalid container format: %d", format);
    }
    return !failed(code) || (sk_lzma_fail(code), false);
}

static SkValue compressor_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[4];
    int format, check;
    uint32_t preset = LZMA_PRESET_DEFAULT;
    if (!sk_bind("LZMACompressor", "(format=FORMAT_XZ, check=-1, preset=None, filters=None)", &sig, args, nargs, kwnames, a)) return SK_EMPTY;
    if (!sk_int_argument(a[0], FORMAT_XZ, &format) || !sk_int_argument(a[1], -1, &check)) return SK_EMPTY;
    if (given(a[2]) && given(a[3])) return sk_raise(sk_exc_ValueError, "Cannot specify both preset and filter chain");
    if (given(a[2]) && !sk_lzma_as_uint32(a[2], &preset)) return SK_EMPTY;
    if (format != FORMAT_XZ && check != -1 && check != LZMA_CHECK_NONE)
        return sk_raise(sk_exc_ValueError, "Integrity checks are only supported by FORMAT_XZ");
    Compressor *c = (Compressor *)sk_type_alloc(type, 0);
    if (!c) return SK_EMPTY;
    pthread_mutex_init(&c->mutex, NULL);
    c->stream = (lzma_stream)LZMA_STREAM_INIT;
    SK_AUTO SkValue v = sk_counted(c);
    return start_compressor(&c->stream, format, check, preset, a[3]) ? sk_move(&v) : SK_EMPTY;
}

static void compressor_destroy(SkObject *o) {
    Compressor *c = (Compressor *)o;
    lzma_end(&c->stream);
    pthread_mutex_destroy(&c->mutex);
    sk_instance_free(o, 0);
}

static lzma_ret compress(lzma_stream *z, const uint8_t *in, size_t n, lzma_action action, SkOutput *out) {
    z->next_in = in;
    z->avail_in = n;
    for (;;) {
        if (sk_output_room(out, FIRST_BLOCK) != SK_ROOM) return LZMA_MEM_ERROR;
        size_t room = sk_output_free(out, SIZE_MAX);
        z->next_out = out->data + out->length;
        z->avail_out = room;
        lzma_ret code = lzma_code(z, action);
        out->length += room - z->avail_out;
        if (code == LZMA_BUF_ERROR && n == 0 && z->avail_out) code = LZMA_OK;  // there was nothing to do
        if (failed(code) || (action == LZMA_RUN && z->avail_in == 0) || code == LZMA_STREAM_END) return code;
    }
}

static SkValue finish(Compressor *c, const SkBuffer *b, lzma_action action) {
    SkOutput out = sk_output(-1);
    lzma_ret code = LZMA_OK;
    sk_turn_begin(&c->mutex);
    bool flushed = c->flushed;
    if (!flushed) {
        c->flushed = action == LZMA_FINISH;
        code = compress(&c->stream, b ? b->data : NULL, b ? (size_t)b->length : 0, action, &out);
    }
    sk_turn_end(&c->mutex);
    if (flushed) return sk_raise(sk_exc_ValueError, b ? "Compressor has been flushed" : "Repeated call to flush()");
    if (!failed(code)) return sk_output_finish(&out);
    sk_output_free_all(&out);
    return sk_lzma_fail(code);
}

static SkValue compressor_compress(SkValue self, SkValue data) {
    SK_AUTO_BUFFER SkBuffer b = {0};
    return sk_buffer_get(data, &b, SK_BUF_LIBRARY) ? finish((Compressor *)sk_ptr(self), &b, LZMA_RUN) : SK_EMPTY;
}
static SkValue compressor_flush(SkValue self) { return finish((Compressor *)sk_ptr(self), NULL, LZMA_FINISH); }

static const SkMethodDef compressor_methods[] = {
    {"compress", SK_ONEARG, .onearg = compressor_compress, .sig = "(data, /)", .doc = "What is ready of the compressed data."},
    {"flush", SK_NOARGS, .noargs = compressor_flush, .sig = "()", .doc = "The rest of the compressed data; the compressor is used up."},
    {0},
};

static SkType compressor_type = {
    SK_TYPE_HEAD(0, sizeof(Compressor), NULL, NULL, compressor_destroy),
    .name = "_lzma.LZMACompressor",
    .doc = "LZMACompressor(format=FORMAT_XZ, check=-1, preset=None, filters=None)\n\nA compressor, of one of the formats FORMAT_XZ, "
           "FORMAT_ALONE and FORMAT_RAW,\nwith a preset level (0-9, or'ed with PRESET_EXTREME) or a chain of filters.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = compressor_new,
    .methods = compressor_methods,
};

// ---- decompressing ----------------------------------------------------------------------------------------------------------------

static SkStep run(SkDecompressor *base, const uint8_t **in, size_t *n, SkOutput *out) {
    Decompressor *d = (Decompressor *)base;
    lzma_stream *z = &d->stream;
    for (;;) {
        SkRoom r = sk_output_room(out, FIRST_BLOCK);
        if (r != SK_ROOM) return r == SK_ROOM_LIMIT ? SK_STEP_LIMIT : SK_STEP_MEMORY;
        size_t room = sk_output_free(out, SIZE_MAX);
        z->next_in = *in;
        z->avail_in = *n;
        z->next_out = out->data + out->length;
        z->avail_out = room;
        lzma_ret code = lzma_code(z, LZMA_RUN);
        out->length += room - z->avail_out;
        *in += *n - z->avail_in;
        *n = z->avail_in;
        if (code == LZMA_BUF_ERROR && *n == 0 && z->avail_out) code = LZMA_OK;
        if (failed(code)) {
            base->error = (int)code;
            return SK_STEP_FAILED;
        }
        if (code == LZMA_GET_CHECK || code == LZMA_NO_CHECK) sk_store_relaxed(&d->check, (int)lzma_get_check(z));
        if (code == LZMA_STREAM_END) return SK_STEP_END;
        // Where the output is full, the stream may have more although it has taken all input.
        if (*n == 0 && z->avail_out) return SK_STEP_INPUT;
    }
}
static void raise_error(SkDecompressor *base) { sk_lzma_fail((lzma_ret)base->error); }
static void end(SkDecompressor *base) { lzma_end(&((Decompressor *)base)->stream); }
static const SkDecompressorKind kind = {run, raise_error, end, "Already at end of stream"};

static bool start_decompressor(Decompressor *d, int format, uint64_t memlimit, SkValue specs) {
    const uint32_t tell = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK;
    SK_AUTO_FILTERS SkLzmaFilters f = {.chain = {{.id = LZMA_VLI_UNKNOWN}}};
    lzma_ret code;
    switch (format) {
    case FORMAT_AUTO: code = lzma_auto_decoder(&d->stream, memlimit, tell); break;
    case FORMAT_XZ: code = lzma_stream_decoder(&d->stream, memlimit, tell); break;
    case FORMAT_ALONE:
        sk_store_relaxed(&d->check, LZMA_CHECK_NONE);
        code = lzma_alone_decoder(&d->stream, memlimit);
        break;
    case FORMAT_RAW:
        sk_store_relaxed(&d->check, LZMA_CHECK_NONE);
        if (!sk_lzma_filters(specs, &f)) return false;
        code = lzma_raw_decoder(&d->stream, f.chain);
        break;
    default: return sk_raise_false(sk_exc_ValueError, "Invalid container format: %d", format);
    }
    return !failed(code) || (sk_lzma_fail(code), false);
}

static SkValue decompressor_new(SkType *type, const SkValue *args, size_t nargs, SkValue kwnames) {
    static _Atomic(SkSig *) sig;
    SkValue a[3];
    int format;
    uint64_t memlimit = UINT64_MAX;
    if (!sk_bind("LZMADecompressor", "(format=FORMAT_AUTO, memlimit=None, filters=None)", &sig, args, nargs, kwnames, a) ||
        !sk_int_argument(a[0], FORMAT_AUTO, &format))
        return SK_EMPTY;
    if (given(a[1])) {
        if (format == FORMAT_RAW) return sk_raise(sk_exc_ValueError, "Cannot specify memory limit with FORMAT_RAW");
        if (!sk_as_uint64(a[1], &memlimit)) return SK_EMPTY;
    }
    if (format == FORMAT_RAW && !given(a[2])) return sk_raise(sk_exc_ValueError, "Must specify filters for FORMAT_RAW");
    if (format != FORMAT_RAW && given(a[2])) return sk_raise(sk_exc_ValueError, "Cannot specify filters except with FORMAT_RAW");
    Decompressor *d = (Decompressor *)sk_type_alloc(type, 0);
    if (!d) return SK_EMPTY;
    SK_AUTO SkValue v = sk_counted(d);
    d->stream = (lzma_stream)LZMA_STREAM_INIT;
    sk_store_relaxed(&d->check, CHECK_UNKNOWN);
    sk_decompressor_init(&d->base, &kind);
    return start_decompressor(d, format, memlimit, a[2]) ? sk_move(&v) : SK_EMPTY;
}

static SkValue get_check(SkValue v, void *closure SK_UNUSED) {
    return sk_from_small_int(sk_load_relaxed(&((Decompressor *)sk_ptr(v))->check));
}
static const SkGetSetDef decompressor_getset[] = {
    SK_DECOMPRESSOR_GETSET,
    {.name = "check", .get = get_check, .doc = "ID of the integrity check used by the input stream."},
    {0},
};

static const SkMethodDef decompressor_methods[] = {
    {"decompress", SK_SIG, .sig_fn = sk_decompressor_method, .sig = SK_DECOMPRESS_SIG, .doc = "What is ready of the decompressed data, at most max_length bytes (negative: all)."},
    {0},
};

static SkType decompressor_type = {
    SK_TYPE_HEAD(0, sizeof(Decompressor), NULL, NULL, sk_decompressor_destroy),
    .name = "_lzma.LZMADecompressor",
    .doc = "LZMADecompressor(format=FORMAT_AUTO, memlimit=None, filters=None)\n\nA decompressor of one stream.",
    .flags = SK_TF_BASE | SK_TF_IMMUTABLE,
    .new_ = decompressor_new,
    .methods = decompressor_methods,
    .getset = decompressor_getset,
};

// ---- the module -------------------------------------------------------------------------------------------------------------------

static SkValue is_check_supported(SkValue m SK_UNUSED, SkValue v) {
    int check;
    return sk_as_int(v, &check) ? sk_bool(lzma_check_is_supported((lzma_check)check)) : SK_EMPTY;
}

static const SkMethodDef functions[] = {
    {"is_check_supported", SK_ONEARG, .onearg = is_check_supported, .sig = "(check_id, /)", .doc = "Whether the given integrity check is supported."},
    {"_encode_filter_properties", SK_ONEARG, .onearg = sk_lzma_encode_properties, .sig = "(filter, /)", .doc = "The options of a filter as bytes."},
    {"_decode_filter_properties", SK_FAST, .fast = sk_lzma_decode_properties, .sig = "(filter_id, encoded_props, /)", .doc = "The options in these bytes, as a filter's specifier."},
    {0},
};

static const struct {
    const char *name;
    uint64_t value;
} constants[] = {
#define C(name) {#name, name}
    C(FORMAT_AUTO), C(FORMAT_XZ), C(FORMAT_ALONE), C(FORMAT_RAW), C(CHECK_UNKNOWN),
#undef C
#define C(name) {#name, LZMA_##name}
    C(CHECK_NONE), C(CHECK_CRC32), C(CHECK_CRC64), C(CHECK_SHA256), C(CHECK_ID_MAX), C(FILTER_LZMA1), C(FILTER_LZMA2), C(FILTER_DELTA),
    C(FILTER_X86), C(FILTER_POWERPC), C(FILTER_IA64), C(FILTER_ARM), C(FILTER_ARMTHUMB), C(FILTER_SPARC), C(MF_HC3), C(MF_HC4),
    C(MF_BT2), C(MF_BT3), C(MF_BT4), C(MODE_FAST), C(MODE_NORMAL), C(PRESET_DEFAULT), C(PRESET_EXTREME),
#undef C
};

static bool exec(SkValue m) {
    if (!sk_add_error_class(m, &error_class, "_lzma.LZMAError", sk_exc_Exception, "Call to liblzma failed.") || !sk_module_add_type(m, &compressor_type) || !sk_module_add_type(m, &decompressor_type)) return false;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!sk_module_add_steal(m, constants[i].name, sk_int_from_uint64(constants[i].value))) return false;
    return true;
}

SK_EXPORT const SkModuleDef sk_module__lzma = {"_lzma", "Compression of the lzma library.", functions, exec};
