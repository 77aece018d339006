// grp: the table of groups. getgrent() has one position for the process: getgrall takes turns.
#include <grp.h>
#include <pthread.h>

#include "modules/posix.h"
#include "objects/list.h"
#include "objects/struct_seq.h"

static const char *const fields[] = {"gr_name", "gr_passwd", "gr_gid", "gr_mem", NULL};
static const SkStructSeqDef def = {"grp.struct_group", "An entry of the table of groups.", fields, 4};
static _Atomic(SkType *) type;
static pthread_mutex_t walking = PTHREAD_MUTEX_INITIALIZER;

static SkValue text(const char *s) { return s ? sk_str_from_fs(s, strlen(s)) : SK_NONE; }
static SkValue entry(const struct group *g) {
    SK_AUTO SkValue members = sk_list_new(0);
    if (sk_is_empty(members)) return SK_EMPTY;
    for (char **p = g->gr_mem; p && *p; p++) {
        SkValue name = text(*p);
        if (sk_is_empty(name) || !sk_list_append_steal(members, name)) return SK_EMPTY;
    }
    SkValue v[] = {text(g->gr_name), text(g->gr_passwd), sk_from_uid(g->gr_gid), sk_move(&members)};
    return sk_struct_seq_new(sk_load_acquire(&type), v);  // PAIR(posix-type)
}

// By name, or by number if name is NULL. *found false: no entry, and no exception.
static SkValue look_up(const char *name, gid_t gid, bool *found) {
    *found = true;
    for (size_t room = 1024;; room *= 2) {
        char *buffer = sk_malloc(room);
        if (!buffer) return sk_raise_memory();
        struct group g, *result = NULL;
        int err = SK_DETACHED(name ? getgrnam_r(name, &g, buffer, room, &result) : getgrgid_r(gid, &g, buffer, room, &result));
        SkValue v = result ? entry(result) : SK_EMPTY;
        sk_free(buffer);
        if (result) return v;
        if (err == ERANGE && room < (1u << 26)) continue;
        *found = false;
        return SK_EMPTY;
    }
}

static SkValue grp_getgrgid(SkValue m SK_UNUSED, const SkValue *a) {
    gid_t gid;
    bool found;
    if (!sk_gid(a[0], &gid)) return SK_EMPTY;
    SkValue v = look_up(NULL, gid, &found);
    return found ? v : sk_raise(sk_exc_KeyError, "getgrgid(): gid not found: %S", a[0]);
}
static SkValue grp_getgrnam(SkValue m SK_UNUSED, const SkValue *a) {
    bool found;
    if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "getgrnam() argument 1 must be str, not %.50T", a[0]);
    SK_AUTO_UTF8 SkUtf8 name = sk_str_fs(a[0]);
    if (!name.text) return SK_EMPTY;
    SkValue v = look_up(name.text, 0, &found);
    return found ? v : sk_raise(sk_exc_KeyError, "getgrnam(): name not found: %R", a[0]);
}
static SkValue grp_getgrall(SkValue m SK_UNUSED) {
    SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return list;
    sk_thread_detach();
    pthread_mutex_lock(&walking);
    sk_thread_attach();
    setgrent();
    for (struct group *g; (g = getgrent());) {
        SkValue e = entry(g);
        if (!sk_is_empty(e) && sk_list_append_steal(list, e)) continue;
        sk_release(list);
        list = SK_EMPTY;
        break;
    }
    endgrent();
    pthread_mutex_unlock(&walking);
    return list;
}

static const SkMethodDef functions[] = {
    {"getgrgid", SK_SIG, .sig_fn = grp_getgrgid, .sig = "(id)", .doc = "The entry of a group id."},
    {"getgrnam", SK_SIG, .sig_fn = grp_getgrnam, .sig = "(name)", .doc = "The entry of a name."},
    {"getgrall", SK_NOARGS, .noargs = grp_getgrall, .sig = "()", .doc = "All entries."},
    {0},
};

static bool exec(SkValue m) {
    SkType *t = sk_load_acquire(&type);  // PAIR(posix-type)
    if (!t) {
        SkType *made = sk_struct_seq_type(&def);
        if (!made) return false;
        if (sk_cas_acq_rel(&type, &t, made)) t = made;  // PAIR(posix-type)
    }
    return sk_module_add(m, "struct_group", sk_type_value(t));
}

const SkModuleDef sk_module_grp = {"grp", "The table of groups.", functions, exec};
