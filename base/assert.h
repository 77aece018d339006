// The ladder of assertions: SK_FATAL in every build, sk_assert in debug builds, sk_assert_slow (walks a
// structure) in debug builds with SK_SLOW_CHECKS.
#ifndef SKEIN_BASE_ASSERT_H
#define SKEIN_BASE_ASSERT_H

#include "base/compiler.h"

// Prints "file:line: message" to stderr and aborts.
SK_NORETURN void sk_fatal_at(const char *file, int line, const char *fmt, ...) SK_PRINTF(3, 4);

#define SK_FATAL(...) sk_fatal_at(__FILE__, __LINE__, __VA_ARGS__)

#if SK_DEBUG
#define sk_assert(c) (sk_likely(c) ? (void)0 : SK_FATAL("assertion failed: %s", #c))
#else
#define sk_assert(c) ((void)sizeof(!(c)))
#endif

#if SK_DEBUG && SK_SLOW_CHECKS
#define sk_assert_slow(c) sk_assert(c)
#else
#define sk_assert_slow(c) ((void)sizeof(!(c)))
#endif

#endif
