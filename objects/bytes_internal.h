// What bytes and bytearray share.
#ifndef SKEIN_OBJECTS_BYTES_INTERNAL_H
#define SKEIN_OBJECTS_BYTES_INTERNAL_H

#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/str_shared.h"

// The content of a bytes or bytearray. For a bytearray its lock is held from enter to leave (nothing may run meanwhile).
SkTextView sk_bytes_enter(SkValue self);
void sk_bytes_leave(SkValue self);
// The content as it is now, for longer: *keep is what holds it (release it), SK_EMPTY where self does. False + MemoryError.
bool sk_bytes_view(SkValue self, SkTextView *view, SkValue *keep) SK_MUST_USE;
// A new object of self's built-in type with this content.
SkValue sk_bytes_like(SkValue self, const void *data, size_t n) SK_MUST_USE;

// __index__ of v as a byte; false with an exception, ValueError(range_message) if it is none.
bool sk_byte_value(SkValue v, const char *range_message, uint8_t *out) SK_MUST_USE;
// bytes(v) for what is no buffer, str or int: from a list, tuple or iterable. New bytes; type_name for the TypeError.
SkValue sk_bytes_from_items(SkValue v, const char *type_name, const char *range_message) SK_MUST_USE;
// The source, encoding and errors arguments of both constructors, as a new bytes (of a subclass, if __bytes__ gave one).
SkValue sk_bytes_from_arguments(SkValue source, SkValue encoding, SkValue errors, bool is_bytearray) SK_MUST_USE;
// The text of a repr, without and with the name around it.
SkValue sk_bytes_repr_of(const char *data, size_t n, const char *before, const char *after, bool any_quote) SK_MUST_USE;

SkValue sk_bytes_compare(SkValue a, SkValue b, SkCompareOp op);
int sk_bytes_contains(SkValue self, SkValue item);
SkValue sk_bytes_mod_slot(SkValue a, SkValue b);
SkValue sk_bytes_fromhex(SkType *type, SkValue text) SK_MUST_USE;  // new bytes
// data.hex(sep, bytes_per_sep) for bytes, bytearray and memoryview.
SkValue sk_hex_text(const uint8_t *data, size_t n, SkValue sep, SkValue bytes_per_sep) SK_MUST_USE;

extern const SkMethodDef sk_bytes_methods[];

// The methods that both types have, for their tables (X-macro: name, kind, member, function, signature, doc).
#define SK_BYTES_COMMON(X)                                                                                              \
    X("capitalize", SK_NOARGS, noargs, sk_bytes_capitalize, "()", "A copy with the first byte in upper case, the rest in lower.") \
    X("center", SK_FAST, fast, sk_bytes_center, "(width, fillchar=b' ', /)", "The bytes centred in a field of the given width.") \
    X("count", SK_FAST, fast, sk_bytes_count, "(sub[, start[, end]], /)", "The number of non-overlapping occurrences of sub.") \
    X("decode", SK_SIG, sig_fn, sk_bytes_decode, "(encoding='utf-8', errors='strict')", "The text that the bytes encode.") \
    X("endswith", SK_FAST, fast, sk_bytes_endswith, "(suffix[, start[, end]], /)", "Whether the bytes end with suffix, or one of a tuple.") \
    X("expandtabs", SK_SIG, sig_fn, sk_bytes_expandtabs, "(tabsize=8)", "A copy with tabs replaced by spaces.")          \
    X("find", SK_FAST, fast, sk_bytes_find, "(sub[, start[, end]], /)", "The lowest position of sub, or -1.")            \
    X("hex", SK_SIG, sig_fn, sk_bytes_hex, "(sep=<unrepresentable>, bytes_per_sep=1)", "Hexadecimal digits of the bytes.") \
    X("index", SK_FAST, fast, sk_bytes_index, "(sub[, start[, end]], /)", "As find(), but ValueError if sub is not found.") \
    X("isalnum", SK_NOARGS, noargs, sk_bytes_isalnum, "()", "Whether all are ASCII letters or digits, and there is one.") \
    X("isalpha", SK_NOARGS, noargs, sk_bytes_isalpha, "()", "Whether all are ASCII letters, and there is one.")          \
    X("isascii", SK_NOARGS, noargs, sk_bytes_isascii, "()", "Whether all are ASCII.")                                    \
    X("isdigit", SK_NOARGS, noargs, sk_bytes_isdigit, "()", "Whether all are ASCII digits, and there is one.")           \
    X("islower", SK_NOARGS, noargs, sk_bytes_islower, "()", "Whether all letters are lower case, and there is one.")     \
    X("isspace", SK_NOARGS, noargs, sk_bytes_isspace, "()", "Whether all are ASCII white space, and there is one.")      \
    X("istitle", SK_NOARGS, noargs, sk_bytes_istitle, "()", "Whether the bytes are in title case.")                      \
    X("isupper", SK_NOARGS, noargs, sk_bytes_isupper, "()", "Whether all letters are upper case, and there is one.")     \
    X("join", SK_ONEARG, onearg, sk_bytes_join_method, "(iterable_of_bytes, /)", "Concatenate, with these bytes between the items.") \
    X("ljust", SK_FAST, fast, sk_bytes_ljust, "(width, fillchar=b' ', /)", "The bytes at the left of a field of the given width.") \
    X("lower", SK_NOARGS, noargs, sk_bytes_lower, "()", "A copy with ASCII letters in lower case.")                      \
    X("lstrip", SK_FAST, fast, sk_bytes_lstrip, "(bytes=None, /)", "A copy without leading white space, or the given bytes.") \
    X("partition", SK_ONEARG, onearg, sk_bytes_partition, "(sep, /)", "(head, sep, tail) around the first occurrence of sep.") \
    X("removeprefix", SK_ONEARG, onearg, sk_bytes_removeprefix, "(prefix, /)", "A copy without prefix, if it starts with it.") \
    X("removesuffix", SK_ONEARG, onearg, sk_bytes_removesuffix, "(suffix, /)", "A copy without suffix, if it ends with it.") \
    X("replace", SK_FAST, fast, sk_bytes_replace, "(old, new, count=-1, /)", "A copy with occurrences of old replaced by new.") \
    X("rfind", SK_FAST, fast, sk_bytes_rfind, "(sub[, start[, end]], /)", "The highest position of sub, or -1.")         \
    X("rindex", SK_FAST, fast, sk_bytes_rindex, "(sub[, start[, end]], /)", "As rfind(), but ValueError if sub is not found.") \
    X("rjust", SK_FAST, fast, sk_bytes_rjust, "(width, fillchar=b' ', /)", "The bytes at the right of a field of the given width.") \
    X("rpartition", SK_ONEARG, onearg, sk_bytes_rpartition, "(sep, /)", "(head, sep, tail) around the last occurrence of sep.") \
    X("rsplit", SK_SIG, sig_fn, sk_bytes_rsplit, "(sep=None, maxsplit=-1)", "A list of the parts, splitting from the right.") \
    X("rstrip", SK_FAST, fast, sk_bytes_rstrip, "(bytes=None, /)", "A copy without trailing white space, or the given bytes.") \
    X("split", SK_SIG, sig_fn, sk_bytes_split, "(sep=None, maxsplit=-1)", "A list of the parts between separators.")     \
    X("splitlines", SK_SIG, sig_fn, sk_bytes_splitlines, "(keepends=False)", "A list of the lines.")                     \
    X("startswith", SK_FAST, fast, sk_bytes_startswith, "(prefix[, start[, end]], /)", "Whether the bytes start with prefix, or one of a tuple.") \
    X("strip", SK_FAST, fast, sk_bytes_strip, "(bytes=None, /)", "A copy without white space at both ends, or the given bytes.") \
    X("swapcase", SK_NOARGS, noargs, sk_bytes_swapcase, "()", "A copy with the case of ASCII letters swapped.")          \
    X("title", SK_NOARGS, noargs, sk_bytes_title, "()", "A copy in which each word begins with a capital.")              \
    X("translate", SK_SIG, sig_fn, sk_bytes_translate, "(table, /, delete=b'')", "A copy without the bytes of delete, the others mapped by a table of 256.") \
    X("upper", SK_NOARGS, noargs, sk_bytes_upper, "()", "A copy with ASCII letters in upper case.")                      \
    X("zfill", SK_ONEARG, onearg, sk_bytes_zfill, "(width, /)", "The bytes with zeros on the left, after a sign.")

#define SK_BYTES_DECLARE_noargs(f) SkValue f(SkValue self);
#define SK_BYTES_DECLARE_onearg(f) SkValue f(SkValue self, SkValue arg);
#define SK_BYTES_DECLARE_fast(f) SkValue f(SkValue self, const SkValue *args, size_t nargs);
#define SK_BYTES_DECLARE_sig_fn(f) SkValue f(SkValue self, const SkValue *args);
#define SK_BYTES_DECLARE(name, kind, member, function, sig, doc) SK_BYTES_DECLARE_##member(function)
SK_BYTES_COMMON(SK_BYTES_DECLARE)
#define SK_BYTES_ENTRY(name, kind, member, function, sig, doc) {name, kind, .member = function, sig, doc},

SkValue sk_bytes_maketrans(SkValue self, const SkValue *args, size_t nargs);  // static

#endif
