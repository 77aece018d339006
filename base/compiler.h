// Compiler attributes, under one name each.
#ifndef SKEIN_BASE_COMPILER_H
#define SKEIN_BASE_COMPILER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define sk_likely(x) __builtin_expect(!!(x), 1)
#define sk_unlikely(x) __builtin_expect(!!(x), 0)

#define SK_INLINE static inline __attribute__((always_inline))
#define SK_NOINLINE __attribute__((noinline))
#define SK_COLD __attribute__((noinline, cold))
#define SK_MUST_USE __attribute__((warn_unused_result))
#define SK_NORETURN __attribute__((noreturn))
#define SK_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
#define SK_UNUSED __attribute__((unused))
#define SK_CLEANUP(fn) __attribute__((cleanup(fn), unused))  // clang would call a variable that only holds a reference unused

#define SK_COUNT_OF(a) (sizeof(a) / sizeof((a)[0]))
#define SK_CACHE_LINE 64

#if defined(__SANITIZE_THREAD__)
#define SK_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define SK_TSAN 1
#endif
#endif

#endif
