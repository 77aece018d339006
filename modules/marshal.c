// marshal: values to bytes and back (core/marshal.h).
#include "core/marshal.h"

#include "base/alloc.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"

static bool options(SkValue version, SkValue allow_code, int *v, bool *allow) {
    *v = SK_MARSHAL_VERSION;
    *allow = true;
    if (!sk_is_empty(version) && !sk_as_int(version, v)) return false;
    int truth = sk_is_empty(allow_code) ? 1 : sk_truth(allow_code);
    *allow = truth > 0;
    return truth >= 0;
}

static SkValue dumps(SkValue value, SkValue version, SkValue allow_code) {
    int v;
    bool allow;
    if (!options(version, allow_code, &v, &allow) || !sk_audit("marshal.dumps", value, sk_audit_or(version, 5))) return SK_EMPTY;
    SkStrBuf out;
    sk_strbuf_init(&out);
    SkValue bytes = sk_marshal_write(&out, value, v, allow) ? sk_bytes_from(out.data, out.len) : SK_EMPTY;
    sk_strbuf_free(&out);
    return bytes;
}

static SkValue marshal_dumps(SkValue self, const SkValue *args) {
    (void)self;
    return dumps(args[0], args[1], args[2]);
}
static SkValue marshal_dump(SkValue self, const SkValue *args) {
    (void)self;
    SK_AUTO SkValue bytes = dumps(args[0], args[2], args[3]);
    return sk_is_empty(bytes) ? bytes : sk_call_method_s(args[1], "write", &bytes, 1);
}

static SkValue marshal_loads(SkValue self, const SkValue *args) {
    (void)self;
    int v;
    bool allow;
    if (!options(SK_EMPTY, args[1], &v, &allow)) return SK_EMPTY;
    if (!sk_audit("marshal.loads", args[0])) return SK_EMPTY;
    SkBuffer view;
    if (!sk_buffer_get(args[0], &view, SK_BUF_SIMPLE)) return SK_EMPTY;
    SkMarshalSource source = {.at = view.data, .end = (const uint8_t *)view.data + view.length, .allow_code = allow};
    SkValue value = sk_marshal_read(&source);
    sk_buffer_release(&view);
    return value;
}

// A file is read by as much as is needed, so that what follows the value stays in it.
typedef struct {
    SkValue file;
    SkValue last;   // bytes: what was read last
} Stream;

static const uint8_t *more(void *context, size_t n) {
    Stream *s = context;
    sk_release(s->last);
    s->last = sk_bytes_from("", 0);
    while (!sk_is_empty(s->last) && (size_t)sk_as_bytes(s->last)->length < n) {
        SkValue size = sk_int_from_int64((int64_t)(n - sk_as_bytes(s->last)->length));
        SkValue got = sk_call_method(s->file, SK_N(read), &size, 1);
        if (sk_is_empty(got)) return NULL;
        if (!sk_is_bytes(got)) {
            sk_raise(sk_exc_TypeError, "file.read() returned not bytes but %T", got);
            sk_release(got);
            return NULL;
        }
        size_t len = sk_as_bytes(got)->length;
        if (!len) {
            sk_release(got);
            sk_raise(sk_exc_EOFError, "marshal data too short");
            return NULL;
        }
        if (len > n) {
            sk_release(got);
            sk_raise(sk_exc_ValueError, "read() returned too much data: %zu bytes requested, %zu returned", n, len);
            return NULL;
        }
        SkValue joined = sk_bytes_concat(s->last, got);
        sk_release(got);
        sk_release(s->last);
        s->last = joined;
    }
    return sk_is_empty(s->last) ? NULL : (const uint8_t *)sk_as_bytes(s->last)->data;
}

static SkValue marshal_load(SkValue self, const SkValue *args) {
    if (!sk_audit("marshal.load")) return SK_EMPTY;
    (void)self;
    int v;
    bool allow;
    if (!options(SK_EMPTY, args[1], &v, &allow)) return SK_EMPTY;
    SkValue nothing = sk_from_small_int(0);
    SK_AUTO SkValue probe = sk_call_method(args[0], SK_N(read), &nothing, 1);
    if (sk_is_empty(probe)) return probe;
    if (!sk_is_bytes(probe)) return sk_raise(sk_exc_TypeError, "file.read() returned not bytes but %T", probe);
    Stream stream = {args[0], SK_EMPTY};
    static const uint8_t none[1];
    SkMarshalSource source = {.at = none, .end = none, .more = more, .context = &stream, .allow_code = allow};
    SkValue value = sk_marshal_read(&source);
    sk_release(stream.last);
    return value;
}

static const SkMethodDef functions[] = {
    {"dump", SK_SIG, {.sig_fn = marshal_dump}, "(value, file, version=version, /, *, allow_code=True)", "Writes a value to a binary file."},
    {"load", SK_SIG, {.sig_fn = marshal_load}, "(file, /, *, allow_code=True)", "Reads a value from a binary file."},
    {"dumps", SK_SIG, {.sig_fn = marshal_dumps}, "(value, version=version, /, *, allow_code=True)", "The bytes that stand for a value."},
    {"loads", SK_SIG, {.sig_fn = marshal_loads}, "(bytes, /, *, allow_code=True)", "The value that bytes stand for."},
    {0},
};

static bool marshal_exec(SkValue m) { return sk_module_add_int(m, "version", SK_MARSHAL_VERSION); }

const SkModuleDef sk_module_marshal = {"marshal", "Internal serialisation of values and code.", functions, marshal_exec};
