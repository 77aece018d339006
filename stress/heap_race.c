// Threads that push and pop on one heap: it is a heap at the end, and nothing was lost or doubled.
#include "stress/support.h"

#include <string.h>

#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"

extern const SkModuleDef sk_module__heapq;

static SkValue heap;
static _Atomic int64_t balance, sum;

static SkFastFn fast(const char *name) {
    for (const SkMethodDef *f = sk_module__heapq.functions; f->name; f++)
        if (!strcmp(f->name, name)) return f->fast;
    SK_FATAL("no %s", name);
}
static SkOneArgFn one(const char *name) { return (SkOneArgFn)(void (*)(void))fast(name); }

static SkFastFn push, pushpop;
static SkOneArgFn pop;

static void work(int thread, uint64_t r) {
    (void)thread;
    while (stress_goes_on())
        for (int i = 0; i < 100; i++) {
            int64_t n = (int64_t)(stress_random(&r) % 1000000);
            SkValue v = stress_value(n), args[2] = {heap, v}, out = SK_EMPTY;
            switch (stress_random(&r) % (sk_list_len(heap) > 300 ? 8 : 4)) {
            case 0:
            case 1:
                out = push(SK_NONE, args, 2);
                sk_add_relaxed(&balance, 1);
                sk_add_relaxed(&sum, n);
                break;
            case 2:
                out = pushpop(SK_NONE, args, 2);
                sk_add_relaxed(&sum, n - stress_check_value(out));
                break;
            default:
                out = pop(SK_NONE, heap);
                if (sk_is_empty(out)) {
                    STRESS_CHECK(sk_error_clear_if(sk_exc_IndexError));
                    break;
                }
                sk_sub_relaxed(&balance, 1);
                sk_sub_relaxed(&sum, stress_check_value(out));
            }
            sk_release(out);
            sk_release(v);
        }
}

int main(int argc, char **argv) {
    stress_start(argc, argv);
    push = fast("heappush");
    pushpop = fast("heappushpop");
    pop = one("heappop");
    heap = sk_list_new(0);
    stress_run(work);
    int64_t left = 0;
    size_t n = sk_list_len(heap);
    for (size_t i = 0; i < n; i++) {
        SkValue v = sk_list_get(heap, i), above = sk_list_get(heap, (i - 1) / 2);
        left += stress_check_value(v);
        if (i) STRESS_CHECK(sk_compare_bool(v, above, SK_LT) == 0);
        sk_release(v);
        sk_release(above);
    }
    STRESS_CHECK((int64_t)n == atomic_load(&balance));
    STRESS_CHECK(left == atomic_load(&sum));
    printf("heap_race: seed %llu: ok, %zu items left\n", (unsigned long long)stress_seed, n);
    return 0;
}
