// pwd: the table of users. getpwent() has one position for the process: getpwall takes turns.
#include <pthread.h>
#include <pwd.h>

#include "modules/posix.h"
#include "objects/list.h"
#include "objects/struct_seq.h"

static const char *const fields[] = {"pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell", NULL};
static const SkStructSeqDef def = {"pwd.struct_passwd", "An entry of the table of users.", fields, 7};
static _Atomic(SkType *) type;
static pthread_mutex_t walking = PTHREAD_MUTEX_INITIALIZER;

static SkValue text(const char *s) { return s ? sk_str_from_fs(s, strlen(s)) : SK_NONE; }
static SkValue entry(const struct passwd *p) {
    SkValue v[] = {text(p->pw_name), text(p->pw_passwd), sk_from_uid(p->pw_uid), sk_from_uid(p->pw_gid), text(p->pw_gecos), text(p->pw_dir), text(p->pw_shell)};
    return sk_struct_seq_new(sk_load_acquire(&type), v);  // PAIR(posix-type)
}

// By name, or by number if name is NULL. *found: NULL result means "not there" or an exception.
static SkValue look_up(const char *name, uid_t uid, bool *found) {
    *found = true;
    for (size_t room = 1024;; room *= 2) {
        char *buffer = sk_malloc(room);
        if (!buffer) return sk_raise_memory();
        struct passwd p, *result = NULL;
        int err = SK_DETACHED(name ? getpwnam_r(name, &p, buffer, room, &result) : getpwuid_r(uid, &p, buffer, room, &result));
        SkValue v = result ? entry(result) : SK_EMPTY;
        sk_free(buffer);
        if (result) return v;
        if (err == ERANGE && room < (1u << 26)) continue;
        *found = false;
        return SK_EMPTY;
    }
}

static SkValue pwd_getpwuid(SkValue m SK_UNUSED, SkValue arg) {
    uid_t uid;
    bool found;
    if (!sk_uid(arg, &uid)) {
        if (sk_error_clear_if(sk_exc_OverflowError)) return sk_raise(sk_exc_KeyError, "getpwuid(): uid not found");
        return SK_EMPTY;
    }
    SkValue v = look_up(NULL, uid, &found);
    return found ? v : sk_raise(sk_exc_KeyError, "getpwuid(): uid not found: %S", arg);
}
static SkValue pwd_getpwnam(SkValue m SK_UNUSED, SkValue arg) {
    bool found;
    if (!sk_is_str(arg)) return sk_raise(sk_exc_TypeError, "getpwnam() argument must be str, not %.50O", arg);
    SK_AUTO_UTF8 SkUtf8 name = sk_str_fs(arg);
    if (!name.text) return SK_EMPTY;
    SkValue v = look_up(name.text, 0, &found);
    return found ? v : sk_raise(sk_exc_KeyError, "getpwnam(): name not found: %R", arg);
}
static SkValue pwd_getpwall(SkValue m SK_UNUSED) {
    SkValue list = sk_list_new(0);
    if (sk_is_empty(list)) return list;
    sk_thread_detach();
    pthread_mutex_lock(&walking);
    sk_thread_attach();
    setpwent();
    for (struct passwd *p; (p = getpwent());) {
        SkValue e = entry(p);
        if (!sk_is_empty(e) && sk_list_append_steal(list, e)) continue;
        sk_release(list);
        list = SK_EMPTY;
        break;
    }
    endpwent();
    pthread_mutex_unlock(&walking);
    return list;
}

static const SkMethodDef functions[] = {
    {"getpwuid", SK_ONEARG, .onearg = pwd_getpwuid, .sig = "(uidobj, /)", .doc = "The entry of a user id."},
    {"getpwnam", SK_ONEARG, .onearg = pwd_getpwnam, .sig = "(name, /)", .doc = "The entry of a name."},
    {"getpwall", SK_NOARGS, .noargs = pwd_getpwall, .sig = "()", .doc = "All entries."},
    {0},
};

static bool pwd_exec(SkValue m) {
    SkType *t = sk_load_acquire(&type);  // PAIR(posix-type)
    if (!t) {
        SkType *made = sk_struct_seq_type(&def);
        if (!made) return false;
        if (sk_cas_acq_rel(&type, &t, made)) t = made;  // PAIR(posix-type)
    }
    return sk_module_add(m, "struct_passwd", sk_type_value(t));
}

const SkModuleDef sk_module_pwd = {
    .name = "pwd",
    .doc = "The table of users.",
    .functions = functions,
    .exec = pwd_exec,
};
