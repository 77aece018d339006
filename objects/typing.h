// The types behind type parameters and type aliases (PEP 695, 696): TypeVar, ParamSpec, TypeVarTuple, TypeAliasType,
// Generic, NoDefault.
#ifndef SKEIN_OBJECTS_TYPING_H
#define SKEIN_OBJECTS_TYPING_H

#include "objects/type.h"

// As the compiler makes them: bound and constraints are functions called when first asked for (SK_EMPTY: none).
SkValue sk_typevar_new(SkValue name, SkValue bound, SkValue constraints) SK_MUST_USE;
SkValue sk_paramspec_new(SkValue name) SK_MUST_USE;
SkValue sk_typevartuple_new(SkValue name) SK_MUST_USE;
bool sk_typeparam_set_default(SkValue param, SkValue function) SK_MUST_USE;
// Generic[*params] for a tuple of type parameters.
SkValue sk_generic_subscript(SkValue params) SK_MUST_USE;
// type_params: tuple or None; value: a function called when first asked for.
SkValue sk_typealias_new(SkValue name, SkValue type_params, SkValue value) SK_MUST_USE;
// typing.NoDefault: immortal.
SkValue sk_no_default(void);

#endif
