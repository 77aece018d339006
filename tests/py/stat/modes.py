# The parts of modes; quantiles; identifiers made of the time.
import _stat
import _statistics
import _uuid
import uuid

for text in """_stat.S_ISDIR('x') | _stat.S_ISDIR(-1) | _stat.S_ISDIR(2**40) | _stat.S_ISDIR(2**70) | _stat.S_ISDIR(1.5) | _stat.S_ISDIR(True)
_stat.filemode(2**33) | _stat.filemode(0o7777) | _stat.filemode(0) | _stat.S_ISDOOR(5) | _stat.S_IFMT(0o100644) | _stat.S_IMODE(0o107777)
[_stat.filemode(i << 12 | 0o5754) for i in range(16)] | _stat.S_ISREG(0o100644), _stat.S_ISSOCK(0o140000)
[_statistics._normal_dist_inv_cdf(p / 1000, 1.5, 2) for p in (1, 20, 74, 76, 400, 500, 926, 999)]
_statistics._normal_dist_inv_cdf(1e-300, 0, 1) | _statistics._normal_dist_inv_cdf(0, 0, 1) | _statistics._normal_dist_inv_cdf(.2, 1)
_statistics._normal_dist_inv_cdf(float('nan'), 0, 1) | len(_uuid.generate_time_safe()[0]) | uuid.uuid1().version, uuid.uuid1() != uuid.uuid1()
""".replace("\n", " | ").strip(" |").split(" | "):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "=>", type(e).__name__, e)

# expect: _stat.S_ISDIR('x') => TypeError an integer is required
# expect: _stat.S_ISDIR(-1) => OverflowError can't convert negative value to unsigned int
# expect: _stat.S_ISDIR(2**40) => OverflowError mode out of range
# expect: _stat.S_ISDIR(2**70) => OverflowError Python int too large to convert to C unsigned long
# expect: _stat.S_ISDIR(1.5) => TypeError an integer is required
# expect: _stat.S_ISDIR(True) => False
# expect: _stat.filemode(2**33) => OverflowError mode out of range
# expect: _stat.filemode(0o7777) => '?rwsrwsrwt'
# expect: _stat.filemode(0) => '?---------'
# expect: _stat.S_ISDOOR(5) => False
# expect: _stat.S_IFMT(0o100644) => 32768
# expect: _stat.S_IMODE(0o107777) => 4095
# expect: [_stat.filemode(i << 12 => SyntaxError '(' was never closed (<string>, line 1)
# expect: 0o5754) for i in range(16)] => SyntaxError unmatched ')' (<string>, line 1)
# expect: _stat.S_ISREG(0o100644), _stat.S_ISSOCK(0o140000) => (True, True)
# expect: [_statistics._normal_dist_inv_cdf(p / 1000, 1.5, 2) for p in (1, 20, 74, 76, 400, 500, 926, 999)] => [-4.680464612335626, -2.607497821263645, -1.393264134317957, -1.3650054416516229, 0.9933057937284004, 1.5, 4.393264134317957, 7.680464612335626]
# expect: _statistics._normal_dist_inv_cdf(1e-300, 0, 1) => -37.0470962993612
# expect: _statistics._normal_dist_inv_cdf(0, 0, 1) => ValueError inv_cdf undefined for these parameters
# expect: _statistics._normal_dist_inv_cdf(.2, 1) => TypeError _normal_dist_inv_cdf expected 3 arguments, got 2
# expect: _statistics._normal_dist_inv_cdf(float('nan'), 0, 1) => nan
# expect: len(_uuid.generate_time_safe()[0]) => 16
# expect: uuid.uuid1().version, uuid.uuid1() != uuid.uuid1() => (1, True)
