// _statistics: quantiles of the normal distribution.
//
// M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37 (3), 1988: a
// quotient of two polynomials for each of three stretches of p.
#include <math.h>

#include "objects/error.h"
#include "objects/float.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"

enum { DEGREE = 7 };

// The highest power first.
typedef struct {
    double num[DEGREE + 1], den[DEGREE + 1];
} Quotient;

static const Quotient central = {
    {2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
     1971.5909503065514427, 133.14166789178437745, 3.387132872796366608},
    {5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
     687.1870074920579083, 42.313330701600911252, 1.0},
};
static const Quotient intermediate = {
    {7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504,
     5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734},
    {1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455,
     1.6763848301838038494, 2.05319162663775882187, 1.0},
};
static const Quotient tail = {
    {2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123,
     1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772},
    {2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525,
     0.13692988092273580531, 0.59983220655588793769, 1.0},
};

static double polynomial(const double *c, double r) {
    double v = c[0];
    for (int i = 1; i <= DEGREE; i++) v = v * r + c[i];
    return v;
}

static SkValue inv_cdf(SkValue m SK_UNUSED, const SkValue *a, size_t nargs) {
    double p, mu, sigma;
    if (!sk_check_nargs("_normal_dist_inv_cdf", nargs, 3, 3) || !sk_as_double(a[0], &p) || !sk_as_double(a[1], &mu) ||
        !sk_as_double(a[2], &sigma))
        return SK_EMPTY;
    double q = p - 0.5;
    if (fabs(q) <= 0.425) {
        double r = 0.180625 - q * q;
        return sk_float_new(mu + polynomial(central.num, r) * q / polynomial(central.den, r) * sigma);
    }
    double r = q <= 0.0 ? p : 1.0 - p;
    if (r <= 0.0 || r >= 1.0) return sk_raise(sk_exc_ValueError, "inv_cdf undefined for these parameters");
    r = sqrt(-log(r));
    const Quotient *f = r <= 5.0 ? &intermediate : &tail;
    r -= r <= 5.0 ? 1.6 : 5.0;
    double x = polynomial(f->num, r) / polynomial(f->den, r);
    return sk_float_new(mu + (q < 0.0 ? -x : x) * sigma);
}

static const SkMethodDef functions[] = {
    {"_normal_dist_inv_cdf", SK_FAST, .fast = inv_cdf, .sig = "(p, mu, sigma, /)"},
    {0},
};

const SkModuleDef sk_module__statistics = {"_statistics", "Accelerators for statistics.", functions, NULL};
