# Sound arithmetic: every function over samples of each width.
import warnings
warnings.simplefilter("ignore")
import audioop, hashlib, random

random.seed(5)
data = {w: bytes(random.randrange(256) for _ in range(240 * w)) + b"\x00" * w * 4 + b"\xff" * w * 3 + b"\x80" * w for w in (1, 2, 3, 4)}
def show(v):
    if isinstance(v, tuple): return tuple(map(show, v))
    return hashlib.md5(v).hexdigest()[:10] if isinstance(v, bytes) else v
for w, d in data.items():
    print(w, [show(f(d, w)) for f in (audioop.max, audioop.minmax, audioop.avg, audioop.rms, audioop.cross, audioop.avgpp, audioop.maxpp, audioop.reverse,
                                      audioop.byteswap, audioop.lin2ulaw, audioop.lin2alaw)])
    print([show(audioop.lin2lin(d, w, n)) for n in (1, 2, 3, 4)], audioop.getsample(d, w, 7))
    print([show(audioop.mul(d, w, x)) for x in (0.5, -2, 1.7)], show(audioop.bias(d, w, 99)), show(audioop.bias(d, w, -1)), show(audioop.add(d, d[::-1], w)))
    print(show(audioop.tomono(d, w, 0.3, 0.9)), show(audioop.tostereo(d, w, 0.3, -1.5)))
    coded, state = audioop.lin2adpcm(d, w, None)
    print(show(coded), state, show(audioop.adpcm2lin(coded, w, (5, 3))))
    out, state = audioop.ratecv(d, w, 2, 8000, 11025, None)
    print(show(out), state, show(audioop.ratecv(d, w, 1, 44100, 8000, None, 3, 2)), show(audioop.ratecv(d, w, 2, 8000, 11025, state)))
    print(show(audioop.ulaw2lin(d, w)), show(audioop.alaw2lin(d, w)))
d = data[2]
print(audioop.findfit(d, d[40:80]), audioop.findfactor(d, d[::-1]), audioop.findmax(d, 10), audioop.findmax(d, 0))
print(audioop.max(b"", 1), audioop.minmax(b"", 2), audioop.cross(b"", 1), audioop.rms(b"", 4), audioop.lin2adpcm(b"abc", 1, None))
for f in (lambda: audioop.max(b"abc", 2), lambda: audioop.max(b"abc", 5), lambda: audioop.add(b"ab", b"abc", 1), lambda: audioop.findfit(b"ab", b"abcd"),
          lambda: audioop.getsample(b"ab", 1, 5), lambda: audioop.ratecv(b"ab", 1, 0, 1, 1, None), lambda: audioop.ratecv(b"ab", 1, 1, 0, 1, None),
          lambda: audioop.ratecv(b"ab", 1, 1, 1, 1, None, 0), lambda: audioop.ratecv(b"ab", 1, 1, 1, 1, 3), lambda: audioop.tomono(b"abc", 1, 1, 1),
          lambda: audioop.lin2adpcm(b"ab", 1, 3), lambda: audioop.lin2adpcm(b"ab", 1, (1, 99)), lambda: audioop.findmax(b"ab", 3),
          lambda: audioop.findmax(b"abc", 1), lambda: audioop.findfactor(b"ab", b"abcd"), lambda: audioop.max("ab", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# expect: 1 [128, (-128, 127), -8, 74, 110, 113, 249, 'a40b229830', '17ec0c33de', 'c65bd83f92', 'abd45c025c']
# expect: ['17ec0c33de', '7adf74e12a', 'aa0efbf942', '557a822653'] 57
# expect: ['fb75f18f48', '42e1bc5184', '739ddb0d4a'] cc10f88388 902799e9fe c1b5560f00
# expect: e5d199e73c 8577446789
# expect: 4140862270 (-22366, 86) ('79092cc778', (-22366, 86))
# expect: 89dcd34ec8 (-157, ((-16777216, -16777216), (-16777216, -2147483648))) ('14c5d76954', (-85, ((-14050865, -1294110534),))) ('c26687f927', (-193, ((-16777216, -16777216), (-16777216, -2147483648))))
# expect: 2ea88de75a 6024e67c6d
# expect: 2 [32764, (-32640, 32764), -785, 18075, 136, 32276, 61007, 'ec56318389', '94f94d61c1', '3909cc3304', 'da326994dc']
# expect: ['bff33be953', '22103650c3', '36734cc893', 'e7e123131b'] 29661
# expect: ['a88d438c3c', '70b4c9dafd', '2629b41935'] 600c616809 7523c26937 5b16c264db
# expect: 53255f67a5 ea54b1e764
# expect: f12ddba392 (-31611, 88) ('01d6c3d72a', (-31611, 88))
# expect: 73a11cc3f8 (-157, ((-65536, -65536), (-65536, -2139095040))) ('b2987afb90', (-85, ((-1922726, -1284226114),))) ('9b642e5e58', (-193, ((-65536, -65536), (-65536, -2139095040))))
# expect: 9b1e607c72 80c7e029ca
# expect: 3 [8355712, (-8355712, 8242524), -306505, 4541487, 115, 7449122, 15990535, 'de7035b641', '72d5c7e7d3', '728447f016', '9039a5434a']
# expect: ['428e46399a', '2809fcb609', 'b2439b5887', '09a3b4d720'] 117208
# expect: ['1490f810cf', '199768b540', '07939d06d2'] 34c787eeb8 a9be74f52e 27c635f64b
# expect: bd0edbbdf0 1c3b76e4c3
# expect: 9e92807ef1 (-23020, 86) ('35a758eb67', (-23020, 86))
# expect: 46ebb5dab4 (-157, ((-256, -256), (-256, -2139062272))) ('4d328ab5d3', (-85, ((-857421, -1283780331),))) ('38355840db', (-193, ((-256, -256), (-256, -2139062272))))
# expect: 311829560b 4b79a56ed8
# expect: 4 [2147112412, (-2139062144, 2147112412), 56993462, 1234762362, 120, 2240385692, 4183367469, '9564829134', '615ed74d03', '8eea9621b7', 'e673e0e220']
# expect: ['2370c03ec5', 'b606500e14', 'd0543863d7', 'efec71d03d'] -371388042
# expect: ['260e3141d7', 'c5f1f74d84', '22214e180a'] c62272c2f9 8bfb92286c 60a1c166bc
# expect: 23a865f412 646928d7cb
# expect: de6e776873 (-20404, 84) ('707af8648b', (-20404, 84))
# expect: 40bd0b9e80 (-157, ((-1, -1), (-1, -2139062144))) ('f703154990', (-85, ((-1342673, -1283974355),))) ('b9d4c3f987', (-193, ((-1, -1), (-1, -2139062144))))
# expect: ef21348be5 afbb8c56a2
# expect: (20, 1.0) -0.04703937716424601 6 0
# expect: 0 (2147483647, -2147483648) -1 0 (b'w', (104, 24))
# expect: error not a whole number of frames
# expect: error Size should be 1, 2, 3 or 4
# expect: error Lengths should be the same
# expect: error First sample should be longer
# expect: error Index out of range
# expect: error # of channels should be >= 1
# expect: error sampling rate not > 0
# expect: error weightA should be >= 1, weightB should be >= 0
# expect: TypeError state must be a tuple or None
# expect: error not a whole number of frames
# expect: TypeError state must be a tuple or None
# expect: ValueError bad state
# expect: error Input sample should be longer
# expect: error Strings should be even-sized
# expect: error Samples should be same size
# expect: TypeError a bytes-like object is required, not 'str'
