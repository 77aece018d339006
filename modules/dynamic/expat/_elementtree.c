// _elementtree: elements, the builder of trees and the parser of xml.etree.ElementTree.
#include "modules/dynamic/expat/_elementtree.h"

#include "modules/error_class.h"
#include "objects/error.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

static SkErrorClass parse_error;
static _Atomic(SkObject *) comment_factory, pi_factory;   // immortal once they are here

SkType *sk_parse_error(void) { return sk_error_class(&parse_error); }

static SkValue word(_Atomic(SkObject *) *p) {
    SkObject *o = sk_load_acquire(p);  // PAIR(element-factories)
    return o ? sk_counted(o) : SK_EMPTY;
}
SkValue sk_comment_factory(void) { return word(&comment_factory); }
SkValue sk_pi_factory(void) { return word(&pi_factory); }

static SkValue replace(_Atomic(SkObject *) *p, SkValue factory) {
    SkObject *o = sk_is_none(factory) ? NULL : sk_ptr(factory);
    if (o) sk_make_immortal(sk_ptr(sk_retain(factory)));
    o = sk_swap_acq_rel(p, o);  // PAIR(element-factories): with its use in another thread
    return o ? sk_counted(o) : SK_NONE;
}

static SkValue set_factories(SkValue m SK_UNUSED, const SkValue *a) {
    if (!sk_is_none(a[0]) && !sk_is_callable(a[0])) return sk_raise(sk_exc_TypeError, "Comment factory must be callable, not %.100T", a[0]);
    if (!sk_is_none(a[1]) && !sk_is_callable(a[1])) return sk_raise(sk_exc_TypeError, "PI factory must be callable, not %.100T", a[1]);
    SkValue comment = replace(&comment_factory, a[0]), pi = replace(&pi_factory, a[1]);
    return sk_tuple_pack(2, comment, pi);
}

static SkValue sub_element(SkValue m SK_UNUSED, const SkValue *args, size_t nargs, SkValue kwnames) {
    if (nargs < 2) return sk_raise(sk_exc_TypeError, "SubElement() takes at least 2 arguments (%zu given)", nargs);
    if (nargs > 3) return sk_raise(sk_exc_TypeError, "SubElement() takes at most 3 arguments (%zu given)", nargs);
    if (!sk_is_element(args[0]))
        return sk_raise(sk_exc_TypeError, "SubElement() argument 1 must be xml.etree.ElementTree.Element, not %T", args[0]);
    if (nargs == 3 && !sk_is_dict(args[2])) return sk_raise(sk_exc_TypeError, "SubElement() argument 3 must be dict, not %T", args[2]);
    SK_AUTO SkValue child = SK_EMPTY;
    if (!sk_is_empty(kwnames) && sk_tuple_len(kwnames)) {
        child = sk_call(sk_type_value(&sk_element_type), args + 1, nargs - 1, kwnames);
    } else {
        SkValue attrib = nargs == 3 ? sk_element_attributes(args[2], NULL, SK_EMPTY) : SK_EMPTY;
        if (nargs == 3 && sk_is_empty(attrib)) return SK_EMPTY;
        child = sk_element_new(args[1], attrib);
    }
    return !sk_is_empty(child) && sk_element_append(args[0], child) ? sk_move(&child) : SK_EMPTY;
}

static const SkMethodDef functions[] = {
    {"SubElement", SK_KW, .kw = sub_element, .doc = "A new element as the last child of another."},
    {"_set_factories", SK_SIG, .sig_fn = set_factories, .sig = "(comment_factory, pi_factory, /)",
     .doc = "Says what makes comments and processing instructions; returns what did."},
    {0},
};

static bool exec(SkValue m) {
    return sk_type_ready(&sk_element_iter_type) && sk_module_add_type(m, &sk_element_type) && sk_module_add_type(m, &sk_tree_builder_type) &&
           sk_module_add_type(m, &sk_xml_parser_type) &&
           sk_add_error_class(m, &parse_error, "xml.etree.ElementTree.ParseError", sk_exc_SyntaxError, NULL);
}

SK_EXPORT const SkModuleDef sk_module__elementtree = {"_elementtree", "Trees of XML elements.", functions, exec};
