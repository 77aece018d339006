// What the scripts of this folder call: every way of passing and returning values, bit fields as the compiler lays them out, and
// callbacks from threads that the runtime did not start.
#include <complex.h>
#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

int an_int = 42;
const char *a_text = "text of the library";
struct { int x; double y; } a_pair = {7, 2.5};

#define ECHO(name, type) type echo_##name(type v) { return v; }
ECHO(schar, signed char)
ECHO(uchar, unsigned char)
ECHO(short, short)
ECHO(ushort, unsigned short)
ECHO(int, int)
ECHO(uint, unsigned)
ECHO(long, long)
ECHO(ulong, unsigned long)
ECHO(longlong, long long)
ECHO(ulonglong, unsigned long long)
ECHO(float, float)
ECHO(double, double)
ECHO(longdouble, long double)
ECHO(bool, bool)
ECHO(char, char)
ECHO(wchar, wchar_t)
ECHO(charp, char *)
ECHO(wcharp, wchar_t *)
ECHO(voidp, void *)

double mixed(char a, short b, int c, long d, float e, double f, long double g, long long h, unsigned char i, double j) {
    return a + b + c + d + (double)e + f + (double)g + h + i + j;
}

double sum_doubles(int n, ...) {
    va_list ap;
    double sum = 0;
    va_start(ap, n);
    while (n--) sum += va_arg(ap, double);
    va_end(ap);
    return sum;
}

typedef struct { int x, y; } Point;
typedef struct { double a, b; } Pair;
typedef struct { char c; double d; } Odd;
typedef struct { int items[3]; } Three;
typedef struct { long a, b, c, d; char text[40]; } Big;
typedef struct { Point low, high; } Box;
typedef struct { float x, y, z; } Vector;

Point swap_point(Point p) { return (Point){p.y, p.x}; }
Pair scale_pair(Pair p, double by) { return (Pair){p.a * by, p.b * by}; }
Odd next_odd(Odd o) { return (Odd){o.c + 1, o.d + 0.5}; }
Three rotate(Three t) { return (Three){{t.items[1], t.items[2], t.items[0]}}; }
Big change_big(Big b) {
    b.a += b.d;
    strcat(b.text, "!");
    return b;
}
long area(Box b) { return (long)(b.high.x - b.low.x) * (b.high.y - b.low.y); }
Vector cross(Vector a, Vector b) { return (Vector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x}; }
typedef union { int a; double b; } U;
typedef union { double d; float f; } UnionOf;
typedef struct { int tag; U u; } Tagged;
typedef struct { double d; UnionOf u; } Mixed;
U invert_union(U u) { return (U){.a = ~u.a}; }
UnionOf half_union(UnionOf u) { return (UnionOf){.d = u.d / 2}; }
Tagged tag_union(Tagged t) { return (Tagged){t.tag + 1, {.b = -t.u.b}}; }
Mixed mix_union(Mixed m) { return (Mixed){m.u.d, {.d = m.d}}; }
Point *move_point(Point *p, int dx, int dy) {
    p->x += dx;
    p->y += dy;
    return p;
}

int divide(int a, int b, int *quotient, int *remainder) {
    if (!b) return errno = EDOM, -1;
    *quotient = a / b;
    *remainder = a % b;
    return 0;
}

int set_errno_to(int e) {
    int old = errno;
    errno = e;
    return old;
}

void upper(char *s) {
    for (; *s; s++)
        if (*s >= 'a' && *s <= 'z') *s -= 32;
}
size_t wide_length(const wchar_t *s) { return wcslen(s); }
void fill_ints(int *p, int n) {
    for (int i = 0; i < n; i++) p[i] = i * i;
}
void nap(int milliseconds) { nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000L}, NULL); }

// ---- bit fields ----
typedef struct { int a : 3; unsigned b : 7; int c : 20; long long d : 33; char e; unsigned short f : 5; } Bits;
typedef struct { char a; int b : 4; int c : 30; short d : 9; short e : 9; } MoreBits;
#pragma pack(push, 1)
typedef struct { char a; int b; short c; double d; } Packed;
#pragma pack(pop)
Bits count_bits(Bits b) { return (Bits){b.a + 1, b.b + 1, b.c + 1, b.d + 1, b.e + 1, b.f + 1}; }
void fill_bits(Bits *b) { *b = (Bits){-3, 100, -400000, -4000000000LL, 'x', 21}; }
void fill_more_bits(MoreBits *b) { *b = (MoreBits){'q', -5, 123456789, -200, 255}; }
void fill_packed(Packed *p) { *p = (Packed){'p', 123456, -7, 0.125}; }
size_t size_of_bits(void) { return sizeof(Bits); }
size_t size_of_more_bits(void) { return sizeof(MoreBits); }
size_t size_of_packed(void) { return sizeof(Packed); }

// ---- callbacks ----
typedef int (*IntFunction)(int);
typedef struct { int (*compare)(const void *, const void *); const char *name; } Methods;
int call_it(IntFunction f, int v) { return f(v); }
int call_twice(IntFunction f, int v) { return f(f(v)); }
int method_of(Methods *m, const void *a, const void *b) { return m->compare(a, b); }
double call_double(double (*f)(double, float), double a, float b) { return f(a, b); }
long long call_wide(long long (*f)(signed char, unsigned char, short, unsigned short, long, unsigned long)) {
    return f(-1, 255, -2, 65535, -3, 18446744073709551615UL);
}
short call_short(short (*f)(void)) { return f(); }
unsigned char call_uchar(unsigned char (*f)(void)) { return f(); }
int call_point(int (*f)(Point), int x, int y) { return f((Point){x, y}); }
int call_point_at(int (*f)(Point *), int x, int y) {
    Point p = {x, y};
    return f(&p) + p.x;
}
size_t call_text(const char *(*f)(const char *), const char *s) { return strlen(f(s)); }
static IntFunction stored;
void store(IntFunction f) { stored = f; }
int call_stored(int v) { return stored ? stored(v) : -1; }

typedef struct { IntFunction f; int from, count, sum; } Job;
static void *job(void *p) {
    Job *j = p;
    for (int i = 0; i < j->count; i++) j->sum += j->f(j->from + i);
    return NULL;
}
// Calls f on threads of its own, all at once: the sum of what it returned.
int call_on_threads(IntFunction f, int threads, int count) {
    pthread_t handles[64];
    Job jobs[64];
    int sum = 0;
    for (int i = 0; i < threads && i < 64; i++) {
        jobs[i] = (Job){f, i * count, count, 0};
        pthread_create(&handles[i], NULL, job, &jobs[i]);
    }
    for (int i = 0; i < threads && i < 64; i++) {
        pthread_join(handles[i], NULL);
        sum += jobs[i].sum;
    }
    return sum;
}

static pthread_t background;
static Job background_job;
void start_background(IntFunction f, int count) {
    background_job = (Job){f, 0, count, 0};
    pthread_create(&background, NULL, job, &background_job);
}
int join_background(void) {
    pthread_join(background, NULL);
    return background_job.sum;
}
