// syslog: messages for the system's log. The C library keeps the pointer to the name it was given, for the process:
// calls take turns, and a name is freed when the next one has taken its place.
#include <pthread.h>
#include <syslog.h>

#include "modules/posix.h"
#include "objects/list.h"

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char *ident;    // under the mutex, as is:
static bool opened;

static void enter(void) {
    sk_thread_detach();
    pthread_mutex_lock(&turn);
}
static void leave(void) {
    pthread_mutex_unlock(&turn);
    sk_thread_attach();
}

// The name of the script, or NULL.
static bool script_name(char **out) {
    *out = NULL;
    SK_AUTO SkValue sys = sk_import("sys");
    SK_AUTO SkValue argv = sk_is_empty(sys) ? SK_EMPTY : sk_getattr_opt_s(sys, "argv");
    SK_AUTO SkValue first = !sk_is_empty(argv) && sk_is_list(argv) ? sk_list_get(argv, 0) : SK_EMPTY;
    if (sk_is_empty(first) || !sk_is_str(first)) return !sk_error_occurred();
    SK_AUTO_UTF8 SkUtf8 text = sk_str_utf8(first);
    if (!text.text) return false;
    const char *slash = strrchr(text.text, '/'), *name = slash ? slash + 1 : text.text;
    return !*name || (*out = sk_strdup(name)) || (sk_raise_memory(), false);
}

static void open_log(char *name, int options, int facility) {
    enter();
    openlog(name, options, facility);
    sk_free(ident);
    ident = name;
    opened = true;
    leave();
}

static SkValue syslog_openlog(SkValue m SK_UNUSED, const SkValue *a) {
    int options, facility;
    char *name;
    if (sk_is_empty(a[0]) || sk_is_none(a[0])) {
        if (!script_name(&name)) return SK_EMPTY;
    } else {
        if (!sk_is_str(a[0])) return sk_raise(sk_exc_TypeError, "openlog() argument 'ident' must be str, not %.50T", a[0]);
        SK_AUTO_UTF8 SkUtf8 text = sk_str_utf8(a[0]);
        if (!text.text) return SK_EMPTY;
        if (!(name = sk_strdup(text.text))) return sk_raise_memory();
    }
    if (!sk_optional_int(a[1], 0, &options) || !sk_optional_int(a[2], LOG_USER, &facility)) {
        sk_free(name);
        return SK_EMPTY;
    }
    open_log(name, options, facility);
    return SK_NONE;
}

static SkValue syslog_syslog(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int priority = LOG_INFO;
    if (n != 1 && n != 2) return sk_raise(sk_exc_TypeError, "syslog.syslog requires 1 to 2 arguments");
    if (n == 2 && !sk_as_int(a[0], &priority)) return SK_EMPTY;
    if (!sk_is_str(a[n - 1])) return sk_raise(sk_exc_TypeError, "syslog() argument %zu must be str, not %.50T", n, a[n - 1]);
    SK_AUTO_UTF8 SkUtf8 text = sk_str_utf8(a[n - 1]);
    if (!text.text) return SK_EMPTY;
    enter();
    bool open = opened;
    leave();
    if (!open) {
        char *name;
        if (!script_name(&name)) return SK_EMPTY;
        open_log(name, 0, LOG_USER);
    }
    enter();
    syslog(priority, "%s", text.text);
    leave();
    return SK_NONE;
}

static SkValue syslog_closelog(SkValue m SK_UNUSED) {
    enter();
    if (opened) closelog();
    opened = false;
    sk_free(ident);
    ident = NULL;
    leave();
    return SK_NONE;
}
static SkValue syslog_setlogmask(SkValue m SK_UNUSED, SkValue arg) {
    int mask;
    return sk_as_int(arg, &mask) ? sk_from_small_int(setlogmask(mask)) : SK_EMPTY;
}
static SkValue syslog_mask(SkValue m SK_UNUSED, SkValue arg) {
    int priority;
    return sk_as_int(arg, &priority) ? sk_from_small_int(priority >= 0 && priority < 31 ? LOG_MASK(priority) : 0) : SK_EMPTY;
}
static SkValue syslog_upto(SkValue m SK_UNUSED, SkValue arg) {
    int priority;
    return sk_as_int(arg, &priority) ? sk_from_small_int(priority >= 0 && priority < 30 ? LOG_UPTO(priority) : 0) : SK_EMPTY;
}

static const SkMethodDef functions[] = {
    {"openlog", SK_SIG, .sig_fn = syslog_openlog, .sig = "(ident=<unrepresentable>, logoption=0, facility=LOG_USER)", .doc = "Sets how messages are logged."},
    {"closelog", SK_NOARGS, .noargs = syslog_closelog, .sig = "()", .doc = "Resets how messages are logged."},
    {"syslog", SK_FAST, .fast = syslog_syslog, .doc = "syslog([priority,] message): logs a message."},
    {"setlogmask", SK_ONEARG, .onearg = syslog_setlogmask, .sig = "(maskpri, /)", .doc = "Sets which priorities are logged; the old mask."},
    {"LOG_MASK", SK_ONEARG, .onearg = syslog_mask, .sig = "(pri, /)", .doc = "The mask of one priority."},
    {"LOG_UPTO", SK_ONEARG, .onearg = syslog_upto, .sig = "(pri, /)", .doc = "The mask of a priority and all above."},
    {0},
};

static const struct {
    const char *name;
    int value;
} constants[] = {
#define C(name) {#name, name}
    C(LOG_EMERG), C(LOG_ALERT), C(LOG_CRIT), C(LOG_ERR), C(LOG_WARNING), C(LOG_NOTICE), C(LOG_INFO), C(LOG_DEBUG), C(LOG_PID), C(LOG_CONS), C(LOG_NDELAY),
    C(LOG_ODELAY), C(LOG_NOWAIT), C(LOG_PERROR), C(LOG_KERN), C(LOG_USER), C(LOG_MAIL), C(LOG_DAEMON), C(LOG_AUTH), C(LOG_SYSLOG), C(LOG_LPR), C(LOG_NEWS),
    C(LOG_UUCP), C(LOG_CRON), C(LOG_AUTHPRIV), C(LOG_FTP), C(LOG_LOCAL0), C(LOG_LOCAL1), C(LOG_LOCAL2), C(LOG_LOCAL3), C(LOG_LOCAL4), C(LOG_LOCAL5),
    C(LOG_LOCAL6), C(LOG_LOCAL7),
#undef C
};

static bool exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    return true;
}

const SkModuleDef sk_module_syslog = {"syslog", "Messages for the system's log.", functions, exec};
