// Raising the Unicode errors.
#include "objects/bytes.h"
#include "objects/codec.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str.h"

static SkValue raise_unicode(SkType *exc, const char *encoding, SkValue object, size_t start, size_t end,
                             const char *reason) {
    SK_AUTO SkValue name = sk_str_from(encoding);
    SK_AUTO SkValue why = sk_str_from(reason);
    if (sk_is_empty(name) || sk_is_empty(why) || sk_is_empty(object)) return SK_EMPTY;
    SkValue args[] = {name, object, sk_int_from_int64((int64_t)start), sk_int_from_int64((int64_t)end), why};
    SK_AUTO SkValue error = sk_call(sk_type_value(exc), args, SK_COUNT_OF(args), SK_EMPTY);
    return sk_is_empty(error) ? SK_EMPTY : sk_raise_object(error);
}

SkValue sk_raise_unicode_encode(const char *encoding, SkValue s, size_t start, size_t end, const char *reason) {
    return raise_unicode(sk_exc_UnicodeEncodeError, encoding, s, start, end, reason);
}

SkValue sk_raise_unicode_decode(const char *encoding, const char *data, size_t n, size_t start, size_t end,
                                const char *reason) {
    SK_AUTO SkValue bytes = sk_bytes_from(data, n);
    return raise_unicode(sk_exc_UnicodeDecodeError, encoding, bytes, start, end, reason);
}
