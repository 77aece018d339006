// _ctypes: C data and C functions. What its files share.
//
// Types. Each class made by one of the metaclasses has an SkCInfo (SkType.native): size, alignment, how it is passed. An info does
// not change once published, and is replaced only while its class is not final, as `_fields_` of a Structure may be given late, or for
// another target of a pointer. A class becomes final, under its lock, when an instance or another type is made of
// it, so instances are never smaller than their class says. Classes are immortal, and so are infos.
//
// Memory. The memory of C data is read and written without a lock, as by C programs: threads that write the same object race as C
// threads do, and may see torn values, but:
// M1 the memory an object names stays readable and writable as long as the object (unless it was made from a bare address): it is
//    its own, or lies in that of another object or of an exported buffer, which it holds. resize() leaves the old block to the
//    object, whose parts, pointers and exported buffers may name it.
// M2 `memory` has room for `size` bytes: resize() stores the block before a larger size, blocks only grow, and readers load the
//    size first. PAIR(c-resize)
// M3 what a pointer in the memory needs is kept in `objects` of the outermost object. What holds it is SHARED, so what is replaced
//    there dies after a grace period: a reader that loaded the pointer before may follow it until its next safepoint. A pointer
//    and what it needs are stored under a lock, so that of two writers one wins both.
// M4 it is looked at and changed by sk_c_copy and its like, each byte once.
// Pointers are followed wherever they lead: a wrong address is the program's own crash.
#ifndef SKEIN_MODULES__CTYPES_H
#define SKEIN_MODULES__CTYPES_H

#include <ffi.h>

#include "objects/buffer.h"
#include "objects/type.h"

// ---- scalars (_ctypes_scalar.c) -----------------------------------------------------------------------------------

typedef enum {
    SK_CK_INT, SK_CK_UINT, SK_CK_BOOL, SK_CK_VARIANT_BOOL, SK_CK_CHAR, SK_CK_WCHAR, SK_CK_FLOAT, SK_CK_DOUBLE, SK_CK_LONG_DOUBLE,
    SK_CK_FLOAT_COMPLEX, SK_CK_DOUBLE_COMPLEX, SK_CK_LONG_DOUBLE_COMPLEX, SK_CK_STRING, SK_CK_WIDE_STRING, SK_CK_POINTER, SK_CK_OBJECT,
} SkCodeKind;

typedef struct {
    char code;        // `_type_`
    char pep;         // in formats of buffers
    uint8_t kind;     // SkCodeKind
    uint8_t size, align;
    ffi_type *ffi;
} SkCCode;

// Where and how a scalar lies.
typedef struct {
    const SkCCode *code;
    bool swapped;          // the other byte order
    uint8_t bits, shift;   // a bit field: its width, and how many bits of the (native order) number are below it. bits 0: none
} SkCPlace;

const SkCCode *sk_c_code(uint32_t c);  // NULL: no such code
extern const char sk_c_codes[];        // all of them, for messages
// The value at p: counted.
SkValue sk_c_load(const SkCPlace *place, const char *p) SK_MUST_USE;
// Stores v. *keep, SK_EMPTY before, gets a counted reference to what the memory now points into, if anything. False with an exception.
bool sk_c_store(const SkCPlace *place, char *p, SkValue v, SkValue *keep) SK_MUST_USE;
// Text that wchar_t can hold, ended by 0: an object that owns it; *chars its address. SK_EMPTY with an exception.
SkValue sk_c_wide_text(SkValue str, void **chars) SK_MUST_USE;

// ---- memory (_ctypes_memory.c) ------------------------------------------------------------------------------------

// As memmove. Aligned words are copied whole, and whoever finds a pointer among them finds what it points to complete.
void sk_c_copy(void *to, const void *from, size_t n);
void *sk_c_pointer_at(const char *p);
// bytes, or str from wchar_t, up to a zero or max characters.
SkValue sk_c_bytes_until_0(const char *p, size_t max) SK_MUST_USE;
SkValue sk_c_str_until_0(const char *p, size_t max) SK_MUST_USE;
// n characters from p, or if wide n wchar_t, the first at index start, each step further: bytes, or str.
SkValue sk_c_characters(bool wide, const char *p, int64_t start, int64_t step, int64_t n) SK_MUST_USE;
// str, of at most room characters, as wchar_t to p; with a zero if there is room.
void sk_c_put_str(char *p, SkValue str, size_t room);

// ---- types (_ctypes_info.c) ---------------------------------------------------------------------------------------

typedef enum { SK_C_SIMPLE, SK_C_STRUCT, SK_C_UNION, SK_C_ARRAY, SK_C_POINTER, SK_C_FUNCTION } SkCKind;

typedef struct SkCInfo {
    SkCKind kind;
    size_t size, align;
    size_t length;             // fields, items; 1 for pointers and functions; 0 for scalars: what `_objects` is
    SkCPlace place;            // scalars
    bool plain;                // a class derived from _SimpleCData itself: values convert without an instance
    bool is_pointer, has_pointer;   // cannot be pickled
    bool mixed;                // holds a union or bit fields: `elements` follow from `classes`
    uint8_t classes[8];        // of up to 64 bytes: what lies in each eight, 0: nothing, 1: floating point only, 2: other things too
    SkType *item;              // ARRAY, POINTER: NULL where the class is incomplete
    char *format;              // PEP 3118
    int ndim;
    int64_t *shape;
    ffi_type ffi;
    ffi_type **elements;       // of ffi
    SkValue names;             // STRUCT, UNION: a tuple, the names of all fields, those of the bases first; counted or empty
    // FUNCTION: counted or empty
    uint32_t flags;            // SK_C_FLAG_*
    SkValue argtypes, converters, restype, checker;
    _Atomic bool final;
} SkCInfo;

enum { SK_C_MAX_ARGUMENTS = 1024 };
enum { SK_C_FLAG_CDECL = 1, SK_C_FLAG_PYTHONAPI = 4, SK_C_FLAG_ERRNO = 8, SK_C_FLAG_LASTERROR = 16 };

extern SkType sk_c_meta, sk_c_simple_meta, sk_c_struct_meta, sk_c_union_meta, sk_c_array_meta, sk_c_pointer_meta, sk_c_function_meta;
extern SkType sk_c_data_type, sk_c_simple_type, sk_c_struct_type, sk_c_union_type, sk_c_array_type, sk_c_pointer_type, sk_c_function_type;
extern SkType sk_c_arg_type, sk_c_field_type, sk_c_callback_type, sk_c_wide_type;

SK_INLINE bool sk_c_is_meta_instance(SkValue v) { return sk_is_type(v) && sk_is_subtype(sk_type_of(v), &sk_c_meta); }
// The info of a class, or NULL (no exception): not of C data, or abstract.
SkCInfo *sk_c_info(SkType *t);
SK_INLINE SkCInfo *sk_c_info_of_value(SkValue v) { return sk_is_type(v) ? sk_c_info(sk_as_type(v)) : NULL; }
// The same, or TypeError "abstract class"; from now on the class is final.
SkCInfo *sk_c_info_final(SkType *t) SK_MUST_USE;
// A new info, to be filled and published. NULL + MemoryError.
SkCInfo *sk_c_info_new(SkCKind kind) SK_MUST_USE;
// What a metaclass's __init__ begins with: type's, and SystemError for a class that has an info already.
bool sk_c_init_class(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames) SK_MUST_USE;
// False (no exception): the class is final, and no pointer.
bool sk_c_info_publish(SkType *t, SkCInfo *info) SK_MUST_USE;
void sk_c_info_free(SkCInfo *info);   // of one not published
// The classes' `_type_`, `_length_` and such: SK_EMPTY without an exception when there is none.
SkValue sk_c_class_attr(SkType *t, const char *name) SK_MUST_USE;
// A copy of the text that printf would write; NULL + MemoryError.
char *sk_c_text(const char *fmt, ...) SK_MUST_USE SK_PRINTF(1, 2);
// base's metaclass(name, (base,), dict): a new class. name is released; dict may be empty.
SkValue sk_c_new_class(SkValue name, SkType *base, SkValue dict) SK_MUST_USE;
// item * length, cached. Counted.
SkValue sk_c_array_of(SkType *item, int64_t length) SK_MUST_USE;
// POINTER(type), cached in `_pointer_type_cache`. Counted.
SkValue sk_c_pointer_to(SkValue type) SK_MUST_USE;
extern SkValue sk_c_pointer_cache;    // a dict; immortal once the module is there
extern SkValue sk_c_argument_error;   // ArgumentError; likewise
bool sk_c_types_init(SkValue module) SK_MUST_USE;   // readies the types; adds the public ones
// The name of a class, or "?".
const char *sk_c_name(SkType *t);

// ---- data (_ctypes_data.c) ----------------------------------------------------------------------------------------

typedef struct SkCBlock SkCBlock;

typedef struct {
    SkObject header;
    _Atomic(char *) memory;
    _Atomic size_t size;
    SkSlot base;        // what the memory belongs to: C data, or a memoryview; empty: it is its own, or a bare address. Immutable
    SkSlot objects;     // what is kept: of a scalar the one object, else a dict; empty: nothing yet
    SkCBlock *blocks;   // allocated memory, all that ever was; under the lock
    int64_t index;      // in base; immutable
    size_t length;      // as SkCInfo's; immutable
    bool own;           // the memory is its own; immutable
    char small[16] __attribute__((aligned(16)));  // the memory, if it fits
} SkCData;

SK_INLINE SkCData *sk_c_data(SkValue v) { return (SkCData *)sk_ptr(v); }
SK_INLINE bool sk_c_is_data(SkValue v) { return sk_is_instance_of(v, &sk_c_data_type); }
SK_INLINE size_t sk_c_size(SkCData *d) { return sk_load_acquire(&d->size); }  // PAIR(c-resize)
SK_INLINE char *sk_c_memory(SkCData *d) { return sk_load_acquire(&d->memory); }

// A zeroed instance with its own memory. NULL + TypeError for abstract classes, MemoryError.
SkCData *sk_c_data_new(SkType *t) SK_MUST_USE;
// An instance at base's memory (C data, retained), or a copy of `memory` if base is empty.
SkValue sk_c_data_part(SkType *t, SkValue base, int64_t index, char *memory) SK_MUST_USE;
SkValue sk_c_data_at(SkType *t, char *address) SK_MUST_USE;
// The new_ slot of C data.
SkValue sk_c_data_make(SkType *t, const SkValue *args, size_t nargs, SkValue kwnames);
// What the value at memory of the given type is in Python: a converted scalar, or a part of base.
SkValue sk_c_data_get(SkType *t, const SkCPlace *place, SkValue base, int64_t index, char *memory) SK_MUST_USE;
// Assigns v to the memory (of type t; a bit field or scalar if place), which lies in target's as its index-th part.
bool sk_c_data_set(SkCData *target, SkType *t, const SkCPlace *place, SkValue v, int64_t index, size_t size, char *memory) SK_MUST_USE;
// Keeps `keep` (taken; SK_EMPTY and None: nothing) as long as the index-th part of target.
bool sk_c_keep(SkCData *target, int64_t index, SkValue keep) SK_MUST_USE;
typedef struct {
    int64_t index;
    SkValue keep;    // not taken; SK_EMPTY and None: nothing
} SkCKeep;
// Copies size bytes to target's memory and keeps what they need: one store for the other threads that store there.
bool sk_c_store_kept(SkCData *target, const SkCKeep keeps[2], char *to, const char *from, size_t size) SK_MUST_USE;
// What d's outermost object keeps: counted, a dict or None.
SkValue sk_c_kept(SkCData *d) SK_MUST_USE;
// made, a new pointer, points to p; it keeps what source keeps, and source.
bool sk_c_data_cast(SkCData *made, SkValue source, char *p) SK_MUST_USE;
// Gives the data another size, at least that of its type: false with an exception.
bool sk_c_data_resize(SkCData *d, size_t size) SK_MUST_USE;
// For the base types.
void sk_c_data_trace(SkObject *o, SkVisit visit, void *arg);
void sk_c_data_clear(SkObject *o);
void sk_c_data_destroy(SkObject *o);

SkValue sk_c_unpickle(SkValue module, const SkValue *args);

// ---- structures (_ctypes_struct.c, _ctypes_layout.c) -----------------------------------------------------------------

typedef struct {
    SkObject header;
    SkSlot name;
    SkType *type;
    SkCPlace place;       // code NULL: no scalar
    size_t offset, size;  // bytes; of a bit field: of its storage unit
    int64_t index;
    int text;             // an array of characters: their SkCodeKind, else -1
    bool anonymous;       // set when the class is made
} SkCField;

typedef struct {
    SkValue name;    // of the tuple in _fields_
    SkType *type;
    SkCInfo *info;
    int bits;        // -1: no bit field
    size_t offset;   // result, as are:
    uint8_t shift;
    size_t end;      // bytes of the structure up to here
} SkCFieldSpec;

typedef struct {
    bool is_union, swapped, ms;
    size_t pack;          // 0: none
    size_t size, align;   // so far; the end result is rounded up
} SkCLayout;

// Places the fields behind layout->size bytes: false with an exception.
bool sk_c_lay_out(SkCLayout *layout, SkCFieldSpec *fields, size_t n) SK_MUST_USE;

// ---- calls (_ctypes_call.c, _ctypes_convert.c) -----------------------------------------------------------------------

typedef union {
    int8_t b;
    int16_t h;
    int32_t i;
    int64_t q;
    float f;
    double d;
    long double g;
    void *p;
    char bytes[32];
} SkCUnion;

// cparam: an argument ready to be passed.
typedef struct {
    SkObject header;
    char tag;
    ffi_type *ffi;
    SkSlot object;       // what the value needs; immutable
    size_t size;
    SkCUnion value;      // immutable
} SkCArg;

SkCArg *sk_c_arg_new(void) SK_MUST_USE;
SK_INLINE bool sk_c_is_arg(SkValue v) { return sk_has_index(v, sk_c_arg_type.head.index); }

// An argument on its way into C.
typedef struct {
    ffi_type *ffi;
    SkCUnion value;
    const void *address;  // of the value, if it is not in `value`
    SkValue keep;         // counted, or empty
} SkCPass;

// As if without argtypes. position: from 1, for messages.
bool sk_c_pass(SkValue v, size_t position, SkCPass *out) SK_MUST_USE;
// By the converter of an argtype (a from_param method).
bool sk_c_pass_by(SkValue converter, SkValue v, size_t position, SkCPass *out) SK_MUST_USE;
// C data as an argument: an SkCArg.
SkValue sk_c_data_as_arg(SkValue v) SK_MUST_USE;
extern const SkMethodDef *const sk_c_from_param_def;   // the generic one of scalars

SkValue sk_c_from_param(SkValue cls, SkValue v);     // of structures, unions, arrays and functions
SkValue sk_c_byref(SkValue v, int64_t offset) SK_MUST_USE;

typedef struct {
    void (*function)(void);
    uint32_t flags;
    SkValue converters;      // tuple or empty
    SkValue restype;         // a class, a callable, None, or empty: int
    SkValue checker;         // or empty
} SkCCall;
// Calls C with n arguments, already arranged as the function takes them.
SkValue sk_c_call(const SkCCall *call, const SkValue *args, size_t n) SK_MUST_USE;
// Sets "argument N: TypeError: text" as ArgumentError (or type) for the current exception.
void sk_c_extend_error(SkType *type, const char *fmt, ...);
// The thread's private copy of errno.
int *sk_c_errno(void);
// The from_param methods of argtypes, a tuple: false with an exception.
bool sk_c_converters(SkValue argtypes, SkValue *out) SK_MUST_USE;

// ---- functions (_ctypes_function.c, _ctypes_callback.c) ---------------------------------------------------------------

typedef struct {
    SkCData data;
    // Each is replaced whole; empty: the class's.
    SkSlot prototype;    // (argtypes, converters)
    SkSlot restype;      // (restype, checker)
    SkSlot errcheck;
    SkSlot paramflags;   // immutable
} SkCFunction;

// C code that calls a Python function: an object that owns it. *code its address.
SkValue sk_c_callback_new(SkValue callable, SkCInfo *info, void **code) SK_MUST_USE;

// ---- libraries (_ctypes_library.c) ---------------------------------------------------------------------------------

extern const SkMethodDef sk_c_library_functions[];
extern const SkMethodDef sk_c_call_functions[];
// The address of a symbol, or NULL with exc(dlerror()).
void *sk_c_symbol(void *handle, const char *name, SkType *exc) SK_MUST_USE;

#endif
