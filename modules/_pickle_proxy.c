// What the memos' proxies of Pickler and Unpickler have in common.
#include "modules/_pickle.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

void sk_pickle_proxy_trace(SkObject *o, SkVisit visit, void *arg) { sk_slot_visit(&((SkPickleProxy *)o)->of, visit, arg); }

void sk_pickle_proxy_destroy(SkObject *o) {
    sk_slot_destroy(o, &((SkPickleProxy *)o)->of);
    sk_object_free(o, sizeof(SkPickleProxy));
}

SkValue sk_pickle_proxy_new(SkType *type, SkValue of) {
    SkPickleProxy *proxy = (SkPickleProxy *)sk_container_new(&type->head, sizeof *proxy);
    if (!proxy) return sk_raise_memory();
    sk_slot_init(&proxy->of, sk_retain(of));
    return sk_counted(proxy);
}

SkValue sk_pickle_proxied(SkValue proxy) { return sk_slot_peek(&((SkPickleProxy *)sk_ptr(proxy))->of); }

SkValue sk_pickle_proxy_reduce(SkValue proxy) {
    SK_AUTO SkValue copy = sk_call_method_s(proxy, "copy", NULL, 0);
    SK_AUTO SkValue args = sk_is_empty(copy) ? copy : sk_tuple_pack(1, copy);
    return sk_is_empty(args) ? args : sk_tuple_pack(2, sk_type_value(&sk_dict_type), args);
}
