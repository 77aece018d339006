#include "objects/number_text.h"

#include "base/unicode.h"
#include "objects/error.h"
#include "objects/str.h"

bool sk_number_text(SkValue str, SkNumberText *out) {
    const SkStr *s = sk_as_str(str);
    *out = (SkNumberText){.text = s->data, .len = s->length};
    if (s->ascii) return true;
    out->text = out->owned = sk_malloc(s->length + 1);
    if (!out->owned) {
        sk_raise_memory();
        return false;
    }
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = sk_str_at(s, i);
        int digit = c < 128 ? -1 : sk_unicode_decimal_value(c);
        out->owned[i] = (char)(c < 128 ? c : digit >= 0 ? '0' + (uint32_t)digit : sk_unicode_is_space(c) ? ' ' : '?');
    }
    return true;
}
