// math: the gamma function and the logarithm of its absolute value.
//
// C. Lanczos, "A precision approximation of the gamma function", 1964, in the rational form with the coefficients of
// G. Pugh, "An analysis of the Lanczos gamma approximation", 2004 as the Boost library tabulates them for 53 bits:
// gamma(x) = sum(x) * (x + g - 1/2)**(x - 1/2) / exp(x + g - 1/2).
#include <math.h>

#include "modules/math.h"

#define G 6.024680040776729583740234375
#define G_LESS_HALF 5.524680040776729583740234375

enum { TERMS = 13 };

static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
// x * (x+1) * ... * (x+11)
static const double denominator[TERMS] = {0.0,     39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                          2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};

// Both polynomials in x, or for large x in 1/x, which keeps their terms in range.
static double lanczos_sum(double x) {
    double n = 0.0, d = 0.0;
    for (int i = 0; i < TERMS; i++) {
        int k = x < 5.0 ? TERMS - 1 - i : i;
        n = x < 5.0 ? n * x + numerator[k] : n / x + numerator[k];
        d = x < 5.0 ? d * x + denominator[k] : d / x + denominator[k];
    }
    return n / d;
}

// sin(pi * x) for x >= 0, exact at the multiples of 1/2.
static double sin_pi(double x) {
    double y = fmod(x, 2.0);
    switch ((int)round(2.0 * y)) {
    case 0: return sin(M_PI * y);
    case 1: return cos(M_PI * (y - 0.5));
    case 2: return sin(M_PI * (1.0 - y));
    case 3: return -cos(M_PI * (y - 1.5));
    default: return sin(M_PI * (y - 2.0));
    }
}

static bool is_pole(double x) { return x <= 0.0 && x == floor(x); }

static double whole_gamma(int n) {
    double r = 1.0;
    for (int i = 2; i < n; i++) r *= i;
    return r;
}

double sk_math_gamma(double x) {
    if (isnan(x) || x == INFINITY) return x;
    if (isinf(x) || is_pole(x)) return NAN;
    if (x == floor(x) && x <= 23.0) return whole_gamma((int)x);  // exact: 22! has 53 significant bits
    double a = fabs(x);
    if (a < 1e-20) return 1.0 / x;
    if (a > 200.0) return x < 0.0 ? 0.0 / -sin_pi(a) : INFINITY;
    double y = a + G_LESS_HALF;
    // y - (a + g - 1/2) exactly, for a first-order correction of y's rounding.
    double lost = a > G_LESS_HALF ? (y - a) - G_LESS_HALF : (y - G_LESS_HALF) - a;
    double correction = lost * G / y, r;
    double half_power = a < 140.0 ? 0.0 : pow(y, a / 2.0 - 0.25);  // y**(a - 1/2) overflows before the result does
    if (x < 0.0) {
        r = -M_PI / sin_pi(a) / a * exp(y) / lanczos_sum(a);
        r -= correction * r;
        return a < 140.0 ? r / pow(y, a - 0.5) : r / half_power / half_power;
    }
    r = lanczos_sum(a) / exp(y);
    r += correction * r;
    return a < 140.0 ? r * pow(y, a - 0.5) : r * half_power * half_power;
}

double sk_math_lgamma(double x) {
    if (!isfinite(x)) return isnan(x) ? x : INFINITY;
    if (is_pole(x)) return NAN;
    if (x == 1.0 || x == 2.0) return 0.0;
    double a = fabs(x);
    if (a < 1e-20) return -log(a);
    double r = log(lanczos_sum(a)) - G;
    r += (a - 0.5) * (log(a + G - 0.5) - 1.0);
    if (x < 0.0) r = log(M_PI) - log(fabs(sin_pi(a))) - log(a) - r;
    return r;
}
