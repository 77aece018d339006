// _json: what its files share.
#ifndef SKEIN_MODULES_JSON_H
#define SKEIN_MODULES_JSON_H

#include "objects/str.h"

extern SkType sk_json_scanner_type, sk_json_encoder_type;

// json.JSONDecodeError(message, text, position). SK_EMPTY.
SkValue sk_json_error(const char *message, SkValue text, size_t position) SK_COLD;
// Appends the str with quotes and escapes; ascii_only: everything else is escaped too.
void sk_json_quote(SkStrBuilder *b, SkValue text, bool ascii_only);
// A string literal whose opening quote is before `at`: the str (counted), *end behind the closing quote. JSONDecodeError.
SkValue sk_json_scan_string(SkValue text, size_t at, bool strict, size_t *end) SK_MUST_USE;
// The module's functions encode_basestring and encode_basestring_ascii.
SkValue sk_json_encode_basestring(SkValue module, SkValue v);
SkValue sk_json_encode_basestring_ascii(SkValue module, SkValue v);

#endif
