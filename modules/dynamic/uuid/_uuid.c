// _uuid: identifiers made of the time, by libuuid.
#include <uuid/uuid.h>

#include "objects/bytes.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include "threading/thread.h"

static SkValue generate_time_safe(SkValue m SK_UNUSED) {
    uuid_t id;
    sk_thread_detach();   // a daemon may be asked
    int status = uuid_generate_time_safe(id);
    sk_thread_attach();
    SkValue parts[2] = {sk_bytes_from(id, sizeof id), sk_from_small_int(status)};
    return sk_is_empty(parts[0]) ? SK_EMPTY : sk_tuple_steal(parts, 2);
}

static const SkMethodDef functions[] = {
    {"generate_time_safe", SK_NOARGS, .noargs = generate_time_safe, .sig = "()", .doc = "The bytes of a new identifier, and 0 if no other process can have made the same."},
    {0},
};

static bool exec(SkValue m) { return sk_module_add_int(m, "has_uuid_generate_time_safe", 1) && sk_module_add_int(m, "has_stable_extractable_node", 1); }

SK_EXPORT const SkModuleDef sk_module__uuid = {"_uuid", "Identifiers made of the time.", functions, exec};
