from statistics import *
import statistics as st
d = [1, 2, 2, 3, 4, 7, 9]
for f in (
    mean, fmean, median, median_low, median_high, median_grouped, mode, multimode, pstdev,
    pvariance, stdev, variance, harmonic_mean, geometric_mean, quantiles,
):
    r = f(d)
    print(f.__name__, round(r, 8) if isinstance(r, float) else r)
from fractions import Fraction as F
from decimal import Decimal as D
print(mean([F(1, 3), F(1, 6)]), mean([D('0.5'), D('0.75')]), variance([D('1'), D('2'), D('4')]))
print(mode('aabbb'), multimode(''), quantiles(d, n=10, method='inclusive'), mean([1, F(1, 2)]))
for f in (
    lambda: mean([]), lambda: mode([]), lambda: stdev([1]), lambda: median([]),
    lambda: harmonic_mean([-1]), lambda: geometric_mean([0]), lambda: quantiles([1]),
    lambda: quantiles([1, 2], n=0), lambda: correlation([1], [2]),
    lambda: linear_regression([1, 1], [2, 3]), lambda: mean(['a']), lambda: fmean([]),
    lambda: fmean([1, 2], [1]),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
x = [1, 2, 3, 4, 5]
y = [2, 4, 5, 4, 5]
print(round(covariance(x, y), 5), round(correlation(x, y), 5), linear_regression(x, y))
print(linear_regression(x, y, proportional=True), fmean(x, weights=y))
print(harmonic_mean([40, 60], weights=[5, 30]))
n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, round(n.cdf(115), 6), round(n.pdf(100), 6))
print(round(n.inv_cdf(0.9), 5), n.quantiles(4), n + 5, n * 2, n + NormalDist(1, 1))
print(n == NormalDist(100, 15), round(n.overlap(NormalDist(110, 15)), 5), n.zscore(130), -n, n / 2)
print(NormalDist.from_samples(d))
print(n.samples(3, seed=1))

# expect: mean 4
# expect: fmean 4.0
# expect: median 3
# expect: median_low 3
# expect: median_high 3
# expect: median_grouped 3.0
# expect: mode 2
# expect: multimode [2]
# expect: pstdev 2.72554058
# expect: pvariance 7.42857143
# expect: stdev 2.94392029
# expect: variance 8.66666667
# expect: harmonic_mean 2.46713287
# expect: geometric_mean 3.14214317
# expect: quantiles [2.0, 3.0, 7.0]
# expect: 1/4 0.625 2.333333333333333333333333333
# expect: b [] [1.6, 2.0, 2.0, 2.4, 3.0, 3.6, 4.6, 6.4, 7.8] 3/4
# expect: StatisticsError mean requires at least one data point
# expect: StatisticsError no mode for empty data
# expect: StatisticsError stdev requires at least two data points
# expect: StatisticsError no median for empty data
# expect: StatisticsError harmonic mean does not support negative values
# expect: StatisticsError geometric mean requires a non-empty dataset containing positive numbers
# expect: StatisticsError must have at least two data points
# expect: StatisticsError n must be at least 1
# expect: StatisticsError correlation requires at least two data points
# expect: StatisticsError x is constant
# expect: TypeError can't convert type 'str' to numerator/denominator
# expect: StatisticsError fmean requires at least one data point
# expect: StatisticsError data and weights must be the same length
# expect: 1.5 0.7746 LinearRegression(slope=0.6, intercept=2.2)
# expect: LinearRegression(slope=1.2, intercept=0.0) 3.3
# expect: 56.0
# expect: NormalDist(mu=100.0, sigma=15.0) 100.0 15.0 225.0 0.841345 0.026596
# expect: 119.22327 [89.88265374705878, 100.0, 110.11734625294122] NormalDist(mu=105.0, sigma=15.0) NormalDist(mu=200.0, sigma=30.0) NormalDist(mu=101.0, sigma=15.033296378372908)
# expect: True 0.73888 2.0 NormalDist(mu=-100.0, sigma=15.0) NormalDist(mu=50.0, sigma=7.5)
# expect: NormalDist(mu=4.0, sigma=2.943920288775949)
# expect: [119.32277129733194, 121.74168413049657, 100.99503713407393]
# lib: -3.12
