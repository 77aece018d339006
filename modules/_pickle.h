// What the files of _pickle share: opcodes, the pickler's and the unpickler's state.
//
// A pickler or unpickler works for one thread at a time: whoever enters claims `running`, others get RuntimeError. What only
// the holder of the claim touches is plain memory; the collector does not look into it.
#ifndef SKEIN_MODULES__PICKLE_H
#define SKEIN_MODULES__PICKLE_H

#include "base/atomic.h"
#include "objects/buffer.h"
#include "objects/type.h"

// The opcodes (pickletools documents them).
enum {
    OP_MARK = '(', OP_STOP = '.', OP_POP = '0', OP_POP_MARK = '1', OP_DUP = '2', OP_FLOAT = 'F', OP_INT = 'I', OP_BININT = 'J',
    OP_BININT1 = 'K', OP_LONG = 'L', OP_BININT2 = 'M', OP_NONE = 'N', OP_PERSID = 'P', OP_BINPERSID = 'Q', OP_REDUCE = 'R',
    OP_STRING = 'S', OP_BINSTRING = 'T', OP_SHORT_BINSTRING = 'U', OP_UNICODE = 'V', OP_BINUNICODE = 'X', OP_APPEND = 'a',
    OP_BUILD = 'b', OP_GLOBAL = 'c', OP_DICT = 'd', OP_EMPTY_DICT = '}', OP_APPENDS = 'e', OP_GET = 'g', OP_BINGET = 'h',
    OP_INST = 'i', OP_LONG_BINGET = 'j', OP_LIST = 'l', OP_EMPTY_LIST = ']', OP_OBJ = 'o', OP_PUT = 'p', OP_BINPUT = 'q',
    OP_LONG_BINPUT = 'r', OP_SETITEM = 's', OP_TUPLE = 't', OP_EMPTY_TUPLE = ')', OP_SETITEMS = 'u', OP_BINFLOAT = 'G',
    OP_PROTO = 0x80, OP_NEWOBJ, OP_EXT1, OP_EXT2, OP_EXT4, OP_TUPLE1, OP_TUPLE2, OP_TUPLE3, OP_NEWTRUE, OP_NEWFALSE, OP_LONG1, OP_LONG4,
    OP_BINBYTES = 'B', OP_SHORT_BINBYTES = 'C', OP_SHORT_BINUNICODE = 0x8c, OP_BINUNICODE8, OP_BINBYTES8, OP_EMPTY_SET, OP_ADDITEMS,
    OP_FROZENSET, OP_NEWOBJ_EX, OP_STACK_GLOBAL, OP_MEMOIZE, OP_FRAME, OP_BYTEARRAY8, OP_NEXT_BUFFER, OP_READONLY_BUFFER,
};
enum { SK_PICKLE_HIGHEST = 5, SK_PICKLE_DEFAULT = 5, SK_PICKLE_BATCH = 1000 };

typedef struct {
    SkValue key;      // counted; SK_EMPTY: free
    int64_t index;
} SkMemoEntry;
typedef struct {
    SkMemoEntry *entries;
    size_t mask, used;   // mask 0: no table yet
} SkMemo;

typedef struct {
    SkObject header;
    _Atomic uint32_t running;      // claimed by compare-and-swap
    SkSlot write;                  // file.write; empty for dumps
    SkSlot dispatch_table, persistent_id, buffer_callback;
    int32_t bin, fast;             // as the attributes
    int protocol;                  // the following: by the holder of the claim
    bool fix_imports, framing, memory_failed;
    char *out;
    size_t len, capacity;
    int64_t frame_start;           // in out, -1: no frame is open
    SkMemo memo;
    SkValue pid, reducer, table;   // of the dump in progress: counted, or SK_EMPTY; the table when it is first asked for
    SkObject **nested;             // fast mode: containers in progress, not counted
    size_t nesting, nested_capacity;
    uint32_t saves;
} SkPickler;

typedef struct {
    SkObject header;
    _Atomic uint32_t running;
    SkSlot read, readline, peek;   // of the file; peek may be empty
    SkSlot persistent_load, buffers;
    SkSlot encoding, errors;       // str
    bool fix_imports;
    int protocol;                  // the following: by the holder of the claim
    const char *in;                // bytes not yet consumed: in[at .. end)
    size_t at, end;
    SkValue held;                  // what in belongs to: bytes, counted; or SK_EMPTY
    bool peeked;                   // the file has not been told of what was consumed
    SkValue *stack;
    size_t depth, stack_capacity;
    size_t *marks;
    size_t nmarks, marks_capacity;
    size_t fence;                  // the stack below it is out of reach
    SkValue *memo;
    size_t memo_size, memo_count;  // entries there is room for; entries filled
    SkValue sparse;                // dict for entries far beyond the array, or SK_EMPTY
    SkValue persistent;            // of the load in progress
} SkUnpickler;

extern SkType sk_pickler_type, sk_unpickler_type, sk_pickle_buffer_type;
SkValue sk_pickle_error(void);             // the exception classes, as words without a count
SkType *sk_pickling_error(void);
SkType *sk_unpickling_error(void);
SK_INLINE SkPickler *sk_as_pickler(SkValue v) { return (SkPickler *)sk_ptr(v); }
SK_INLINE SkUnpickler *sk_as_unpickler(SkValue v) { return (SkUnpickler *)sk_ptr(v); }

// Takes the claim; false + RuntimeError.
bool sk_pickle_enter(_Atomic uint32_t *running, const char *what) SK_MUST_USE;
void sk_pickle_leave(_Atomic uint32_t *running);

// ---- _pickle_proxy.c: what the attribute `memo` of both gives, an object that stands for the memo ------------------------------------
typedef struct {
    SkObject header;
    SkSlot of;   // the Pickler or Unpickler, for good
} SkPickleProxy;
void sk_pickle_proxy_trace(SkObject *o, SkVisit visit, void *arg);
void sk_pickle_proxy_destroy(SkObject *o);
SkValue sk_pickle_proxy_new(SkType *type, SkValue of) SK_MUST_USE;
SkValue sk_pickle_proxied(SkValue proxy);              // borrowed from the proxy
SkValue sk_pickle_proxy_reduce(SkValue proxy) SK_MUST_USE;   // to a call of dict with the proxy's copy()

// ---- _pickle_write.c: the output and the memo. False + exception -----------------------------------------------------------------
bool sk_pickle_put(SkPickler *p, const void *bytes, size_t n) SK_MUST_USE;
// Where n bytes are to be put, when there is room and no frame to begin; NULL: sk_pickle_put does what is to be done.
SK_INLINE char *sk_pickle_reserve(SkPickler *p, size_t n) {
    if (sk_unlikely((p->framing && p->frame_start < 0) || p->capacity - p->len < n)) return NULL;
    char *to = p->out + p->len;
    p->len += n;
    return to;
}
SK_INLINE bool sk_pickle_op(SkPickler *p, int op) {
    char c = (char)op, *to = sk_pickle_reserve(p, 1);
    if (sk_unlikely(!to)) return sk_pickle_put(p, &c, 1);
    *to = c;
    return true;
}
bool sk_pickle_put_data(SkPickler *p, const void *header, size_t header_size, const void *data, size_t n, SkValue payload) SK_MUST_USE;
bool sk_pickle_boundary(SkPickler *p) SK_MUST_USE;     // between two opcodes
bool sk_pickle_commit_frame(SkPickler *p) SK_MUST_USE;
bool sk_pickle_flush(SkPickler *p) SK_MUST_USE;
void sk_pickle_clear_output(SkPickler *p);
int64_t sk_memo_find(const SkMemo *m, SkValue v);      // -1: absent
bool sk_memo_set(SkMemo *m, SkValue v, int64_t index) SK_MUST_USE;
void sk_memo_clear(SkMemo *m);
bool sk_pickle_memo_put(SkPickler *p, SkValue v) SK_MUST_USE;   // enters v, and says so in the pickle
bool sk_pickle_memo_get(SkPickler *p, int64_t index) SK_MUST_USE;

// ---- _pickle_atoms.c, _pickle_save.c, _pickle_reduce.c ----------------------------------------------------------------------------
bool sk_pickle_save(SkPickler *p, SkValue v, bool no_pid) SK_MUST_USE;
bool sk_pickle_int(SkPickler *p, SkValue v) SK_MUST_USE;
bool sk_pickle_float(SkPickler *p, SkValue v) SK_MUST_USE;
bool sk_pickle_str(SkPickler *p, SkValue v) SK_MUST_USE;
bool sk_pickle_bytes(SkPickler *p, SkValue v) SK_MUST_USE;
bool sk_pickle_bytearray(SkPickler *p, SkValue v) SK_MUST_USE;
bool sk_pickle_buffer(SkPickler *p, SkValue v) SK_MUST_USE;
bool sk_pickle_le(SkPickler *p, int op, uint64_t n, int bytes) SK_MUST_USE;
bool sk_pickle_items(SkPickler *p, SkValue iterator, SkValue of, bool pairs) SK_MUST_USE;  // APPENDS or SETITEMS
// obj SK_EMPTY: nothing is entered into the memo.
bool sk_pickle_reduce(SkPickler *p, SkValue reduced, SkValue obj) SK_MUST_USE;
bool sk_pickle_global(SkPickler *p, SkValue v, SkValue name /* or SK_EMPTY */) SK_MUST_USE;
bool sk_pickle_type(SkPickler *p, SkValue v) SK_MUST_USE;
// (callable, args) with args a tuple (stolen); saved as what obj reduces to.
bool sk_pickle_call(SkPickler *p, SkValue callable, SkValue args, SkValue obj) SK_MUST_USE;

// ---- _pickle_pickler.c -------------------------------------------------------------------------------------------------------------
bool sk_pickler_set_protocol(SkPickler *p, SkValue protocol, bool fix_imports) SK_MUST_USE;
bool sk_pickler_set_file(SkPickler *p, SkValue file) SK_MUST_USE;
bool sk_pickler_dump(SkPickler *p, SkValue obj) SK_MUST_USE;     // requires the claim, or an object nobody else has
bool sk_pickler_init(SkValue module) SK_MUST_USE;

// ---- _pickle_read.c ----------------------------------------------------------------------------------------------------------------
// n bytes, valid until the next read; NULL + EOFError, UnpicklingError.
const char *sk_unpickle_read_slow(SkUnpickler *u, size_t n) SK_MUST_USE;
SK_INLINE const char *sk_unpickle_read(SkUnpickler *u, size_t n) {
    if (sk_unlikely(u->end - u->at < n || n == 0)) return sk_unpickle_read_slow(u, n);
    const char *s = u->in + u->at;
    u->at += n;
    return s;
}
// A line without its end.
const char *sk_unpickle_line(SkUnpickler *u, size_t *n) SK_MUST_USE;
bool sk_unpickle_frame(SkUnpickler *u, uint64_t n) SK_MUST_USE;
bool sk_unpickle_finish_input(SkUnpickler *u) SK_MUST_USE;       // leaves the file where the pickle ended
SkValue sk_unpickle_load(SkUnpickler *u) SK_MUST_USE;            // _pickle_load.c
SkValue sk_unpickle_find_class(SkUnpickler *u, SkValue module, SkValue name) SK_MUST_USE;
SkValue sk_unpickle_memo_get(SkUnpickler *u, size_t i);          // counted, or SK_EMPTY
bool sk_unpickle_memo_set(SkUnpickler *u, size_t i, SkValue v) SK_MUST_USE;  // steals v
void sk_unpickle_memo_clear(SkUnpickler *u);
bool sk_unpickler_set_file(SkUnpickler *u, SkValue file) SK_MUST_USE;
bool sk_unpickler_options(SkUnpickler *u, SkValue fix_imports, SkValue encoding, SkValue errors, SkValue buffers) SK_MUST_USE;
bool sk_unpickler_init(SkValue module) SK_MUST_USE;

// A dotted attribute: counted, or SK_EMPTY + exception.
SkValue sk_pickle_dotted(SkValue from, SkValue path /* list of str */) SK_MUST_USE;

#endif
