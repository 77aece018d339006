def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import statistics as s
t(lambda: s.mean([1, 2, 3, 4]))
t(lambda: s.median([3, 1, 2]))
t(lambda: s.median([1, 2, 3, 4]))
t(lambda: s.mode('aab'))
t(lambda: s.multimode('aabb'))
t(lambda: s.pstdev([1, 2, 3]))
t(lambda: s.stdev([1, 2, 3]))
t(lambda: s.variance([1, 2, 3, 4]))
t(lambda: s.fmean([1, 2]))
t(lambda: s.geometric_mean([1, 4]))
t(lambda: s.harmonic_mean([1, 2]))
t(lambda: s.quantiles([1, 2, 3, 4], n=4))
t(lambda: s.median_low([1, 2]))
t(lambda: s.correlation([1, 2, 3], [1, 2, 3]))
t(lambda: s.linear_regression([1, 2], [3, 5]))
t(lambda: s.mean([]))
t(lambda: s.stdev([1]))
t(lambda: s.mode([]))

# expect: 2.5
# expect: 2
# expect: 2.5
# expect: 'a'
# expect: ['a', 'b']
# expect: 0.816496580927726
# expect: 1.0
# expect: 1.6666666666666667
# expect: 1.5
# expect: 2.0
# expect: 1.3333333333333333
# expect: [1.25, 2.5, 3.75]
# expect: 1
# expect: 1.0
# expect: LinearRegression(slope=2.0, intercept=1.0)
# expect: StatisticsError mean requires at least one data point
# expect: StatisticsError stdev requires at least two data points
# expect: StatisticsError no mode for empty data
