// _crypt: hashes of passwords (crypt(3)).
#include <crypt.h>

#include "modules/posix.h"

static bool word_arg(int n, SkValue v, SkUtf8 *out) {
    if (!sk_is_str(v)) return sk_raise_false(sk_exc_TypeError, "crypt() argument %d must be str, not %O", n, v);
    *out = sk_str_utf8(v);
    return out->text && (strlen(out->text) == out->len || sk_raise_false(sk_exc_ValueError, "embedded null character"));
}

static SkValue crypt_crypt(SkValue m SK_UNUSED, const SkValue *a) {
    SK_AUTO_UTF8 SkUtf8 word = {0}, salt = {0};
    if (!word_arg(1, a[0], &word) || !word_arg(2, a[1], &salt)) return SK_EMPTY;
    struct crypt_data *room = sk_calloc(1, sizeof *room);
    if (!room) return sk_raise_memory();
    // Made to be slow.
    char *hash = SK_DETACHED(crypt_r(word.text, salt.text, room));
    SkValue v = hash ? sk_str_from_fs(hash, strlen(hash)) : sk_raise_errno(SK_EMPTY);
    explicit_bzero(room, sizeof *room);
    sk_free(room);
    return v;
}

static const SkMethodDef functions[] = {
    {"crypt", SK_SIG, .sig_fn = crypt_crypt, .sig = "(word, salt, /)", .doc = "Hash a *word* with the given *salt* and return the hashed password.\n\n*word* will usually be a user's password.  *salt* (either a random 2 or 16\ncharacter string, possibly prefixed with $digit$ to indicate the method)\nwill be used to perturb the encryption algorithm and produce distinct\nresults for a given *word*."},
    {0},
};
SK_EXPORT const SkModuleDef sk_module__crypt = {"_crypt", "Hashes of passwords.", functions, NULL};
