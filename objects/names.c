// The runtime's own names. Written once at start-up, before a second thread exists; only read afterwards.
#include "objects/names.h"

#include "objects/intern.h"
#include "objects/str.h"

SkNames sk_names;

bool sk_names_init(void) {
    static const struct {
        const char *text;
        SkValue *place;
    } all[] = {
#define X(name) {#name, &sk_names.n_##name},
#include "objects/names.def"
#undef X
    };
    for (size_t i = 0; i < SK_COUNT_OF(all); i++) {
        *all[i].place = sk_intern_s(all[i].text);
        if (sk_is_empty(*all[i].place)) return false;
    }
    return true;
}
