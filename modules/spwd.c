// spwd: the table of shadow passwords. getspent() has one position for the process: getspall takes turns.
#include <pthread.h>
#include <shadow.h>

#include "modules/posix.h"
#include "objects/list.h"
#include "objects/struct_seq.h"

// The last two are older names.
static const char *const fields[] = {"sp_namp", "sp_pwdp", "sp_lstchg", "sp_min", "sp_max", "sp_warn", "sp_inact", "sp_expire", "sp_flag",
                                     "sp_nam", "sp_pwd", NULL};
static const SkStructSeqDef def = {"spwd.struct_spwd", "An entry of the table of shadow passwords.", fields, 9};
static _Atomic(SkType *) type;
static pthread_mutex_t walking = PTHREAD_MUTEX_INITIALIZER;

static SkValue text(const char *s) { return s ? sk_str_from_fs(s, strlen(s)) : SK_NONE; }
static SkValue entry(const struct spwd *p) {
    SkValue v[] = {text(p->sp_namp), text(p->sp_pwdp), sk_int_from_int64(p->sp_lstchg), sk_int_from_int64(p->sp_min), sk_int_from_int64(p->sp_max),
                   sk_int_from_int64(p->sp_warn), sk_int_from_int64(p->sp_inact), sk_int_from_int64(p->sp_expire), sk_int_from_int64((int64_t)p->sp_flag),
                   text(p->sp_namp), text(p->sp_pwdp)};
    return sk_struct_seq_new(sk_load_acquire(&type), v);  // PAIR(posix-type)
}

static SkValue spwd_getspnam(SkValue m SK_UNUSED, SkValue arg) {
    if (!sk_is_str(arg)) return sk_raise(sk_exc_TypeError, "getspnam() argument must be str, not %.50O", arg);
    SK_AUTO_UTF8 SkUtf8 name = sk_str_fs(arg);
    if (!name.text) return SK_EMPTY;
    for (size_t room = 1024;; room *= 2) {
        char *buffer = sk_malloc(room);
        if (!buffer) return sk_raise_memory();
        struct spwd p, *result = NULL;
        int e = SK_DETACHED(getspnam_r(name.text, &p, buffer, room, &result));
        SkValue v = result ? entry(result) : SK_EMPTY;
        sk_free(buffer);
        if (result) return v;
        if (e == ERANGE && room < (1u << 26)) continue;
        errno = e;
        return e && e != ENOENT ? sk_raise_errno(SK_EMPTY) : sk_raise(sk_exc_KeyError, "getspnam(): name not found");
    }
}

static SkValue spwd_getspall(SkValue m SK_UNUSED) {
    SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return list;
    sk_thread_detach();
    pthread_mutex_lock(&walking);
    sk_thread_attach();
    setspent();
    for (struct spwd *p; (p = getspent());) {
        SkValue e = entry(p);
        if (!sk_is_empty(e) && sk_list_append_steal(list, e)) continue;
        sk_release(list);
        list = SK_EMPTY;
        break;
    }
    endspent();
    pthread_mutex_unlock(&walking);
    return list;
}

static const SkMethodDef functions[] = {
    {"getspnam", SK_ONEARG, .onearg = spwd_getspnam, .sig = "(arg, /)", .doc = "The entry of a name."},
    {"getspall", SK_NOARGS, .noargs = spwd_getspall, .sig = "()", .doc = "All entries."},
    {0},
};

static bool spwd_exec(SkValue m) {
    if (!sk_warn(sk_exc_DeprecationWarning, 7, "'spwd' is deprecated and slated for removal in Python 3.13")) return false;
    SkType *t = sk_load_acquire(&type);  // PAIR(posix-type)
    if (!t) {
        SkType *made = sk_struct_seq_type(&def);
        if (!made) return false;
        if (sk_cas_acq_rel(&type, &t, made)) t = made;  // PAIR(posix-type)
    }
    return sk_module_add(m, "struct_spwd", sk_type_value(t));
}

const SkModuleDef sk_module_spwd = {"spwd", "The table of shadow passwords.", functions, spwd_exec};
