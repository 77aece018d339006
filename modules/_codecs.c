// _codecs: the registry and the built-in codecs as functions, for the codecs module and the encodings package.
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/codec_map.h"
#include "objects/codec_registry.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

#include <string.h>

// ---- arguments ---------------------------------------------------------------------------------------------------------

static const char *c_text(SkUtf8 *out, SkValue v) {
    *out = sk_str_utf8(v);
    if (!out->text || strlen(out->text) == out->len) return out->text;
    sk_utf8_release(out);
    sk_raise(sk_exc_ValueError, "embedded null character");
    return NULL;
}

// The text of a required name, as `f(1)` or `f(encoding=1)`: where is "argument" or "argument 'encoding'".
static const char *name_arg(const char *function, const char *where, SkValue v, SkUtf8 *out) {
    if (sk_is_str(v)) return c_text(out, v);
    sk_raise(sk_exc_TypeError, "%s() %s must be str, not %T", function, where, v);
    return NULL;
}

// An `errors` argument: NULL if absent or None. False with an exception.
static bool errors_arg(const char *function, const SkValue *args, size_t nargs, size_t i, SkUtf8 *out) {
    if (i >= nargs || sk_is_none(args[i])) return true;
    if (!sk_is_str(args[i]))
        return sk_raise_false(sk_exc_TypeError, "%s() argument %zu must be str or None, not %O", function, i + 1, args[i]);
    return c_text(out, args[i]) != NULL;
}

static SkValue pair(SkValue first, int64_t n) {
    if (sk_is_empty(first)) return SK_EMPTY;
    SkValue items[2] = {first, sk_from_small_int(n)};
    return sk_tuple_steal(items, 2);
}

// ---- the registry -----------------------------------------------------------------------------------------------------

static SkValue register_(SkValue m, SkValue search) {
    (void)m;
    return sk_codec_register(search) ? SK_NONE : SK_EMPTY;
}

static SkValue unregister(SkValue m, SkValue search) {
    (void)m;
    return sk_codec_unregister(search) ? SK_NONE : SK_EMPTY;
}

static SkValue lookup(SkValue m, SkValue name) {
    (void)m;
    SK_AUTO_UTF8 SkUtf8 text = {0};
    return name_arg("lookup", "argument", name, &text) ? sk_codec_lookup(text.text) : SK_EMPTY;
}

static SkValue lookup_error(SkValue m, SkValue name) {
    (void)m;
    SK_AUTO_UTF8 SkUtf8 text = {0};
    return name_arg("lookup_error", "argument", name, &text) ? sk_codec_lookup_error(text.text) : SK_EMPTY;
}

static SkValue register_error(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    SK_AUTO_UTF8 SkUtf8 text = {0};
    if (!sk_check_nargs("register_error", nargs, 2, 2) || !name_arg("register_error", "argument 1", args[0], &text)) return SK_EMPTY;
    return sk_codec_register_error(args[0], args[1]) ? SK_NONE : SK_EMPTY;
}

static SkValue unregister_error(SkValue m, SkValue name) {
    (void)m;
    SK_AUTO_UTF8 SkUtf8 text = {0};
    if (!name_arg("_unregister_error", "argument", name, &text)) return SK_EMPTY;
    bool gone = sk_codec_unregister_error(text.text);
    return sk_error_occurred() ? SK_EMPTY : sk_bool(gone);
}

static SkValue by_name(const char *function, const SkValue *args,
                       SkValue (*run)(SkValue object, const char *encoding, const char *errors)) {
    SK_AUTO_UTF8 SkUtf8 encoding = {0};
    SK_AUTO_UTF8 SkUtf8 errors = {0};
    if (!sk_is_empty(args[1]) && !name_arg(function, "argument 'encoding'", args[1], &encoding)) return SK_EMPTY;
    if (!sk_is_empty(args[2]) && !name_arg(function, "argument 'errors'", args[2], &errors)) return SK_EMPTY;
    return run(args[0], encoding.text ? encoding.text : "utf-8", errors.text);
}

static SkValue encode(SkValue m, const SkValue *args) {
    (void)m;
    return by_name("encode", args, sk_codec_encode);
}

static SkValue decode(SkValue m, const SkValue *args) {
    (void)m;
    return by_name("decode", args, sk_codec_decode);
}

// ---- decoders -----------------------------------------------------------------------------------------------------------

typedef struct {
    SkBuffer data;
    SkUtf8 text, errors;  // text: data that was given as a str
    const char *bytes;
    size_t n;
} Input;

static void input_done(Input *in) {
    sk_buffer_release(&in->data);
    sk_utf8_release(&in->text);
    sk_utf8_release(&in->errors);
}

static bool get_input(const char *function, const SkValue *args, size_t nargs, size_t max, bool str_too, Input *in) {
    memset(in, 0, sizeof *in);
    if (!sk_check_nargs(function, nargs, 1, max)) return false;
    if (str_too && sk_is_str(args[0])) {
        in->text = sk_str_utf8(args[0]);
        if (!in->text.text) return false;
        in->bytes = in->text.text;
        in->n = in->text.len;
    } else {
        if (!sk_buffer_get(args[0], &in->data, SK_BUF_PRIVATE)) return false;
        in->bytes = in->data.length ? in->data.data : "";
        in->n = (size_t)in->data.length;
    }
    return errors_arg(function, args, nargs, 1, &in->errors);
}

// The `final` argument: whether the decoder must take everything.
static bool final_arg(const SkValue *args, size_t nargs, size_t i, bool otherwise, bool *final) {
    *final = otherwise;
    if (i >= nargs) return true;
    int truth = sk_truth(args[i]);
    *final = truth > 0;
    return truth >= 0;
}

typedef SkValue (*Stateful)(const char *data, size_t n, const char *errors, size_t *consumed);

static SkValue decode_stateful(const char *name, const SkValue *args, size_t nargs, bool str_too, bool otherwise, Stateful run) {
    SK_CLEANUP(input_done) Input in;
    bool final;
    if (!get_input(name, args, nargs, 3, str_too, &in) || !final_arg(args, nargs, 2, otherwise, &final)) return SK_EMPTY;
    size_t consumed = in.n;
    SkValue text = run(in.bytes, in.n, in.errors.text, final ? NULL : &consumed);
    return pair(text, (int64_t)consumed);
}

#define STATEFUL(name, str_too, otherwise, run)                                                    \
    static SkValue name(SkValue m, const SkValue *args, size_t nargs) {                            \
        (void)m;                                                                                   \
        return decode_stateful(#name, args, nargs, str_too, otherwise, run);                       \
    }

STATEFUL(utf_8_decode, false, false, sk_decode_utf8)
STATEFUL(utf_7_decode, false, false, sk_decode_utf7)
STATEFUL(unicode_escape_decode, true, true, sk_decode_unicode_escape)
STATEFUL(raw_unicode_escape_decode, true, true, sk_decode_raw_unicode_escape)

typedef SkValue (*WideDecoder)(const char *data, size_t n, const char *errors, int *order, size_t *consumed);

// ex: the byte order is an argument and a result.
static SkValue decode_wide(const char *name, const SkValue *args, size_t nargs, int order, bool ex, WideDecoder run) {
    SK_CLEANUP(input_done) Input in;
    bool final;
    if (!get_input(name, args, nargs, ex ? 4 : 3, false, &in)) return SK_EMPTY;
    if (ex && nargs > 2 && !sk_as_int(args[2], &order)) return SK_EMPTY;
    if (!final_arg(args, nargs, ex ? 3 : 2, false, &final)) return SK_EMPTY;
    size_t consumed = in.n;
    SkValue text = run(in.bytes, in.n, in.errors.text, &order, final ? NULL : &consumed);
    if (!ex || sk_is_empty(text)) return pair(text, (int64_t)consumed);
    SkValue items[3] = {text, sk_from_small_int((int64_t)consumed), sk_from_small_int(order)};
    return sk_tuple_steal(items, 3);
}

#define WIDE(name, order, ex, run)                                              \
    static SkValue name(SkValue m, const SkValue *args, size_t nargs) {         \
        (void)m;                                                                \
        return decode_wide(#name, args, nargs, order, ex, run);                 \
    }

WIDE(utf_16_decode, 0, false, sk_decode_utf16)
WIDE(utf_16_le_decode, -1, false, sk_decode_utf16)
WIDE(utf_16_be_decode, 1, false, sk_decode_utf16)
WIDE(utf_16_ex_decode, 0, true, sk_decode_utf16)
WIDE(utf_32_decode, 0, false, sk_decode_utf32)
WIDE(utf_32_le_decode, -1, false, sk_decode_utf32)
WIDE(utf_32_be_decode, 1, false, sk_decode_utf32)
WIDE(utf_32_ex_decode, 0, true, sk_decode_utf32)

static SkValue ascii_decode(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    SK_CLEANUP(input_done) Input in;
    if (!get_input("ascii_decode", args, nargs, 2, false, &in)) return SK_EMPTY;
    return pair(sk_decode_ascii(in.bytes, in.n, in.errors.text), (int64_t)in.n);
}

static SkValue latin_1_decode(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    SK_CLEANUP(input_done) Input in;
    if (!get_input("latin_1_decode", args, nargs, 2, false, &in)) return SK_EMPTY;
    return pair(sk_str_from_latin1(in.bytes, in.n), (int64_t)in.n);
}

static SkValue mapping_arg(const SkValue *args, size_t nargs) { return nargs > 2 && !sk_is_none(args[2]) ? args[2] : SK_EMPTY; }

static SkValue charmap_decode(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    SK_CLEANUP(input_done) Input in;
    if (!get_input("charmap_decode", args, nargs, 3, false, &in)) return SK_EMPTY;
    return pair(sk_decode_charmap(in.bytes, in.n, in.errors.text, mapping_arg(args, nargs)), (int64_t)in.n);
}

static SkValue escape_decode(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    SK_CLEANUP(input_done) Input in;
    if (!get_input("escape_decode", args, nargs, 2, true, &in)) return SK_EMPTY;
    return pair(sk_decode_escape(in.bytes, in.n, in.errors.text), (int64_t)in.n);
}

static SkValue escape_encode(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    SK_AUTO_UTF8 SkUtf8 errors = {0};
    if (!sk_check_nargs("escape_encode", nargs, 1, 2)) return SK_EMPTY;
    if (!sk_is_bytes(args[0])) return sk_raise(sk_exc_TypeError, "escape_encode() argument 1 must be bytes, not %O", args[0]);
    if (!errors_arg("escape_encode", args, nargs, 1, &errors)) return SK_EMPTY;
    SkBytes *b = sk_as_bytes(args[0]);
    return pair(sk_encode_escape(b->data, b->length), (int64_t)b->length);
}

static SkValue readbuffer_encode(SkValue m, const SkValue *args, size_t nargs) {
    (void)m;
    SK_CLEANUP(input_done) Input in;
    if (!get_input("readbuffer_encode", args, nargs, 2, true, &in)) return SK_EMPTY;
    return pair(sk_bytes_from(in.bytes, in.n), (int64_t)in.n);
}

// ---- encoders -----------------------------------------------------------------------------------------------------------

static bool str_and_errors(const char *function, const SkValue *args, size_t nargs, size_t max, SkUtf8 *errors) {
    if (!sk_check_nargs(function, nargs, 1, max)) return false;
    if (!sk_is_str(args[0])) return sk_raise_false(sk_exc_TypeError, "%s() argument 1 must be str, not %O", function, args[0]);
    return errors_arg(function, args, nargs, 1, errors);
}

#define ENCODER(name, max, call)                                                \
    static SkValue name(SkValue m, const SkValue *args, size_t nargs) {         \
        (void)m;                                                                \
        SK_AUTO_UTF8 SkUtf8 errors = {0};                                       \
        if (!str_and_errors(#name, args, nargs, max, &errors)) return SK_EMPTY; \
        return pair(call, (int64_t)sk_str_len(args[0]));                        \
    }

ENCODER(utf_8_encode, 2, sk_encode_utf8(args[0], errors.text))
ENCODER(utf_7_encode, 2, sk_encode_utf7(args[0]))
ENCODER(utf_16_le_encode, 2, sk_encode_utf16(args[0], errors.text, -1))
ENCODER(utf_16_be_encode, 2, sk_encode_utf16(args[0], errors.text, 1))
ENCODER(utf_32_le_encode, 2, sk_encode_utf32(args[0], errors.text, -1))
ENCODER(utf_32_be_encode, 2, sk_encode_utf32(args[0], errors.text, 1))
ENCODER(ascii_encode, 2, sk_encode_ascii(args[0], errors.text))
ENCODER(latin_1_encode, 2, sk_encode_latin1(args[0], errors.text))
ENCODER(unicode_escape_encode, 2, sk_encode_unicode_escape(args[0]))
ENCODER(raw_unicode_escape_encode, 2, sk_encode_raw_unicode_escape(args[0]))
ENCODER(charmap_encode, 3, sk_encode_charmap(args[0], errors.text, mapping_arg(args, nargs)))

static SkValue encode_ordered(const char *name, const SkValue *args, size_t nargs,
                              SkValue (*run)(SkValue s, const char *errors, int order)) {
    SK_AUTO_UTF8 SkUtf8 errors = {0};
    int order = 0;
    if (!str_and_errors(name, args, nargs, 3, &errors) || (nargs > 2 && !sk_as_int(args[2], &order))) return SK_EMPTY;
    return pair(run(args[0], errors.text, order), (int64_t)sk_str_len(args[0]));
}

static SkValue utf_16_encode(SkValue m, const SkValue *args, size_t n) {
    (void)m;
    return encode_ordered("utf_16_encode", args, n, sk_encode_utf16);
}

static SkValue utf_32_encode(SkValue m, const SkValue *args, size_t n) {
    (void)m;
    return encode_ordered("utf_32_encode", args, n, sk_encode_utf32);
}

static SkValue charmap_build(SkValue m, SkValue map) {
    (void)m;
    if (!sk_is_str(map)) return sk_raise(sk_exc_TypeError, "charmap_build() argument must be str, not %O", map);
    return sk_charmap_build(map);
}

// ---- the table -----------------------------------------------------------------------------------------------------------

#define FAST(name, sig, doc) {#name, SK_FAST, .fast = name, sig, doc}
#define DECODE(name, doc) FAST(name, "(data, errors=None, final=False, /)", doc)
#define ENCODE(name, doc) FAST(name, "(str, errors=None, /)", doc)

static const SkMethodDef functions[] = {
    {"register", SK_ONEARG, .onearg = register_, "(search_function, /)", "Register a function that finds codecs by name."},
    {"unregister", SK_ONEARG, .onearg = unregister, "(search_function, /)", "Unregister a search function and forget what was found."},
    {"lookup", SK_ONEARG, .onearg = lookup, "(encoding, /)", "The CodecInfo of an encoding."},
    {"encode", SK_SIG, .sig_fn = encode, "(obj, encoding='utf-8', errors='strict')", "Encode an object with a registered codec."},
    {"decode", SK_SIG, .sig_fn = decode, "(obj, encoding='utf-8', errors='strict')", "Decode an object with a registered codec."},
    FAST(register_error, "(errors, handler, /)", "Register an error handler under a name."),
    {"_unregister_error", SK_ONEARG, .onearg = unregister_error, "(errors, /)", "Forget an error handler; whether there was one."},
    {"lookup_error", SK_ONEARG, .onearg = lookup_error, "(name, /)", "The error handler of this name."},
    FAST(escape_decode, "(data, errors=None, /)", "Interpret the escapes of bytes literals."),
    FAST(escape_encode, "(data, errors=None, /)", "Write bytes with the escapes of literals."),
    DECODE(utf_8_decode, "Decode UTF-8."),
    ENCODE(utf_8_encode, "Encode as UTF-8."),
    DECODE(utf_7_decode, "Decode UTF-7."),
    ENCODE(utf_7_encode, "Encode as UTF-7."),
    DECODE(utf_16_decode, "Decode UTF-16 by its byte order mark."),
    DECODE(utf_16_le_decode, "Decode little-endian UTF-16."),
    DECODE(utf_16_be_decode, "Decode big-endian UTF-16."),
    FAST(utf_16_ex_decode, "(data, errors=None, byteorder=0, final=False, /)", "Decode UTF-16, telling the byte order found."),
    FAST(utf_16_encode, "(str, errors=None, byteorder=0, /)", "Encode as UTF-16."),
    ENCODE(utf_16_le_encode, "Encode as little-endian UTF-16."),
    ENCODE(utf_16_be_encode, "Encode as big-endian UTF-16."),
    DECODE(utf_32_decode, "Decode UTF-32 by its byte order mark."),
    DECODE(utf_32_le_decode, "Decode little-endian UTF-32."),
    DECODE(utf_32_be_decode, "Decode big-endian UTF-32."),
    FAST(utf_32_ex_decode, "(data, errors=None, byteorder=0, final=False, /)", "Decode UTF-32, telling the byte order found."),
    FAST(utf_32_encode, "(str, errors=None, byteorder=0, /)", "Encode as UTF-32."),
    ENCODE(utf_32_le_encode, "Encode as little-endian UTF-32."),
    ENCODE(utf_32_be_encode, "Encode as big-endian UTF-32."),
    FAST(unicode_escape_decode, "(data, errors=None, final=True, /)", "Interpret the escapes of string literals."),
    ENCODE(unicode_escape_encode, "Write text with the escapes of string literals."),
    FAST(raw_unicode_escape_decode, "(data, errors=None, final=True, /)", "Interpret \\u and \\U escapes."),
    ENCODE(raw_unicode_escape_encode, "Write text with \\u and \\U escapes."),
    FAST(latin_1_decode, "(data, errors=None, /)", "Decode latin-1."),
    ENCODE(latin_1_encode, "Encode as latin-1."),
    FAST(ascii_decode, "(data, errors=None, /)", "Decode ASCII."),
    ENCODE(ascii_encode, "Encode as ASCII."),
    FAST(charmap_decode, "(data, errors=None, mapping=None, /)", "Decode by a mapping from bytes to characters."),
    FAST(charmap_encode, "(str, errors=None, mapping=None, /)", "Encode by a mapping from characters to bytes."),
    {"charmap_build", SK_ONEARG, .onearg = charmap_build, "(map, /)", "A mapping for charmap_encode from a decoding table."},
    FAST(readbuffer_encode, "(data, errors=None, /)", "The bytes of a buffer."),
    {0},
};

static bool exec(SkValue module) {
    (void)module;
    return sk_encoding_map_init();
}

const SkModuleDef sk_module__codecs = {.name = "_codecs", .doc = "Codecs in C", .functions = functions, .exec = exec};
