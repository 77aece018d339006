// The known name nearest to a misspelt one, by an edit distance in which a wrong case costs less than a wrong character.
#include "objects/near_name.h"

#include "base/unicode.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/str.h"

enum { MAX_CANDIDATES = 750, MAX_NAME = 40, MOVE_COST = 2, CASE_COST = 1 };

static int substitution(uint32_t a, uint32_t b) {
    if (a == b) return 0;
    return sk_unicode_to_lower(a) == sk_unicode_to_lower(b) ? CASE_COST : MOVE_COST;
}

// Levenshtein's distance, weighted; more than `most` is answered by most + 1.
static int distance(const uint32_t *a, int na, const uint32_t *b, int nb, int most) {
    while (na && nb && a[0] == b[0]) a++, b++, na--, nb--;
    while (na && nb && a[na - 1] == b[nb - 1]) na--, nb--;
    if (!na || !nb) return MOVE_COST * (na + nb);
    if (na > MAX_NAME || nb > MAX_NAME) return most + 1;
    if (nb < na) {
        const uint32_t *t = a;
        int n = na;
        a = b, b = t;
        na = nb, nb = n;
    }
    if ((nb - na) * MOVE_COST > most) return most + 1;
    int row[MAX_NAME], result = 0;
    for (int i = 0; i < na; i++) row[i] = (i + 1) * MOVE_COST;
    for (int j = 0; j < nb; j++) {
        int diagonal = result = j * MOVE_COST, least = INT32_MAX;
        for (int i = 0; i < na; i++) {
            int substitute = diagonal + substitution(b[j], a[i]);
            diagonal = row[i];
            int move = (result < diagonal ? result : diagonal) + MOVE_COST;
            result = move < substitute ? move : substitute;
            row[i] = result;
            if (result < least) least = result;
        }
        if (least > most) return most + 1;
    }
    return result;
}

typedef struct {
    uint32_t chars[MAX_NAME];
    int len;
} Name;

static void load_name(Name *n, SkValue s) {
    n->len = (int)sk_str_len(s);
    for (int i = 0; i < n->len; i++) n->chars[i] = sk_str_at(sk_as_str(s), (size_t)i);
}

SkValue sk_nearest_name(SkValue list, SkValue wrong) {
    size_t n = sk_list_len(list);
    if (n >= MAX_CANDIDATES || sk_str_len(wrong) > MAX_NAME) return SK_EMPTY;
    Name target;
    load_name(&target, wrong);
    int best = INT32_MAX;
    SkValue found = SK_EMPTY;
    for (size_t i = 0; i < n; i++) {
        SK_AUTO SkValue item = sk_list_get(list, i);
        if (!sk_is_str(item) || sk_str_len(item) > 2 * MAX_NAME || sk_str_equal(item, wrong)) continue;
        int len = (int)sk_str_len(item);
        uint32_t chars[2 * MAX_NAME];
        for (int k = 0; k < len; k++) chars[k] = sk_str_at(sk_as_str(item), (size_t)k);
        // At most a third of the characters may have to change.
        int most = (len + target.len + 3) * MOVE_COST / 6;
        if (most > best - 1) most = best - 1;
        int d = distance(target.chars, target.len, chars, len, most);
        if (d > most) continue;
        best = d;
        sk_release(found);
        found = sk_retain(item);
    }
    return found;
}

bool sk_raise_stray_keyword(const char *function, SkValue keyword, const char *const *names, size_t n) {
    SK_AUTO SkValue list = sk_list_new(0);
    for (size_t i = 0; i < n && !sk_is_empty(list); i++) {
        SkValue name = sk_intern_s(names[i]);
        if (sk_is_empty(name) || !sk_list_append(list, name)) return false;
    }
    if (sk_is_empty(list)) return false;
    SK_AUTO SkValue near = sk_nearest_name(list, keyword);
    if (sk_is_empty(near)) return sk_raise_false(sk_exc_TypeError, "%s got an unexpected keyword argument '%S'", function, keyword);
    return sk_raise_false(sk_exc_TypeError, "%s got an unexpected keyword argument '%S'. Did you mean '%S'?", function, keyword, near);
}
