# bz2 and lzma: streams in pieces, limits, what is refused.
import bz2
import lzma
import _lzma


def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "=>", type(e).__name__, e)


data = b"spam and eggs, " * 300
B = bz2.compress(data)
X = lzma.compress(data)
A = lzma.compress(data, format=lzma.FORMAT_ALONE)
FILTERS = [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "preset": 1, "dict_size": 65536}]
R = lzma.compress(data, format=lzma.FORMAT_RAW, filters=FILTERS)


def pieces(d, packed, limit):
    out, lengths = b"", []
    for i in range(0, len(packed), 40):
        chunk = packed[i : i + 40]
        while True:
            part = d.decompress(chunk, limit)
            out += part
            lengths.append(len(part))
            chunk = b""
            if d.eof or d.needs_input:
                break
    return out == data, max(lengths) <= limit, d.eof, d.unused_data


def through(c, *parts):
    return b"".join([c.compress(p) for p in parts] + [c.flush()])


def used_up(c, method):
    c.compress(b"x")
    c.flush()
    return getattr(c, method)(*([b"y"] if method == "compress" else []))


def twice(d, packed):
    d.decompress(packed)
    return d.decompress(b"")


def after_error(d):
    try:
        d.decompress(b"BZh91AY&SYgarbage garbage garbage")
    except OSError as e:
        print(e, d.eof, d.needs_input)
    return d.decompress(b"")


for text in """pieces(bz2.BZ2Decompressor(), B + b'tail', 100) | pieces(lzma.LZMADecompressor(), X + b'tail', 100)
pieces(lzma.LZMADecompressor(lzma.FORMAT_ALONE), A, 7) | lzma.decompress(R, lzma.FORMAT_RAW, filters=FILTERS) == data
bz2.decompress(B + B) == data * 2 | lzma.decompress(X + A) == data * 2 | bz2.decompress(B[:-3]) | lzma.decompress(X[:-3]) | bz2.decompress(b'') | bz2.decompress(b'x')
lzma.decompress(b'x') | lzma.decompress(X[:20] + b'???' + X[23:]) | bz2.decompress(through(bz2.BZ2Compressor(1), data, b'', b'more')) == data + b'more'
lzma.decompress(through(lzma.LZMACompressor(check=lzma.CHECK_SHA256, preset=9 | lzma.PRESET_EXTREME), data)) == data
used_up(bz2.BZ2Compressor(), 'compress') | used_up(bz2.BZ2Compressor(), 'flush') | used_up(lzma.LZMACompressor(), 'compress') | used_up(lzma.LZMACompressor(), 'flush')
twice(bz2.BZ2Decompressor(), B) | twice(lzma.LZMADecompressor(), X) | bz2.BZ2Compressor(0) | bz2.BZ2Compressor('1') | bz2.BZ2Compressor(1, 2) | bz2.BZ2Decompressor(1)
bz2.BZ2Decompressor().decompress('s') | bz2.BZ2Decompressor().decompress(B, 1.5) | bz2.BZ2Compressor().compress('s')
lzma.LZMACompressor(preset=3, filters=FILTERS) | lzma.LZMACompressor(lzma.FORMAT_RAW) | lzma.LZMACompressor(99) | lzma.LZMACompressor(preset=77) | lzma.LZMACompressor(check=99)
lzma.LZMACompressor(lzma.FORMAT_ALONE, check=lzma.CHECK_CRC32) | lzma.LZMACompressor(lzma.FORMAT_ALONE, filters=FILTERS) | lzma.LZMACompressor(lzma.FORMAT_ALONE, preset=77)
lzma.LZMACompressor(preset=-1) | lzma.LZMACompressor(preset=2**32) | lzma.LZMADecompressor(99) | lzma.LZMADecompressor(lzma.FORMAT_RAW) | lzma.LZMADecompressor(filters=FILTERS)
lzma.LZMADecompressor(lzma.FORMAT_RAW, memlimit=5, filters=FILTERS) | lzma.LZMADecompressor(memlimit=100).decompress(X)
lzma.LZMACompressor(filters=[5]) | lzma.LZMACompressor(filters=[{}]) | lzma.LZMACompressor(filters=[{'id': 77}]) | lzma.LZMACompressor(filters=5)
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'foo': 1}]) | lzma.LZMACompressor(filters=[{'id': lzma.FILTER_DELTA, 'dist': 'x'}])
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2}] * 5) | lzma.LZMACompressor(filters=[{'id': lzma.FILTER_X86, 'dist': 1}]) | lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'preset': 99}])
[lzma.is_check_supported(c) for c in (0, 1, 4, 10, 15)] | lzma.LZMADecompressor().check | lzma.CHECK_UNKNOWN
_lzma._encode_filter_properties({'id': lzma.FILTER_LZMA1, 'preset': 6}) | _lzma._encode_filter_properties({'id': lzma.FILTER_DELTA, 'dist': 9})
_lzma._decode_filter_properties(lzma.FILTER_LZMA1, b']\\x00\\x00\\x80\\x00') | _lzma._decode_filter_properties(lzma.FILTER_LZMA2, b'\\x16')
_lzma._decode_filter_properties(lzma.FILTER_X86, b'') | _lzma._decode_filter_properties(lzma.FILTER_DELTA, b'\\x08') | _lzma._decode_filter_properties(77, b'')""".replace("\n", " | ").split(" | "):
    t(text)

# expect: pieces(bz2.BZ2Decompressor(), B + b'tail', 100) => (True, True, True, b'tail')
# expect: pieces(lzma.LZMADecompressor(), X + b'tail', 100) => (True, True, True, b'tail')
# expect: pieces(lzma.LZMADecompressor(lzma.FORMAT_ALONE), A, 7) => (True, True, True, b'')
# expect: lzma.decompress(R, lzma.FORMAT_RAW, filters=FILTERS) == data => True
# expect: bz2.decompress(B + B) == data * 2 => True
# expect: lzma.decompress(X + A) == data * 2 => True
# expect: bz2.decompress(B[:-3]) => ValueError Compressed data ended before the end-of-stream marker was reached
# expect: lzma.decompress(X[:-3]) => LZMAError Compressed data ended before the end-of-stream marker was reached
# expect: bz2.decompress(b'') => b''
# expect: bz2.decompress(b'x') => OSError Invalid data stream
# expect: lzma.decompress(b'x') => LZMAError Input format not supported by decoder
# expect: lzma.decompress(X[:20] + b'???' + X[23:]) => LZMAError Corrupt input data
# expect: bz2.decompress(through(bz2.BZ2Compressor(1), data, b'', b'more')) == data + b'more' => True
# expect: lzma.decompress(through(lzma.LZMACompressor(check=lzma.CHECK_SHA256, preset=9 => SyntaxError '(' was never closed (<string>, line 1)
# expect: lzma.PRESET_EXTREME), data)) == data => SyntaxError unmatched ')' (<string>, line 1)
# expect: used_up(bz2.BZ2Compressor(), 'compress') => ValueError Compressor has been flushed
# expect: used_up(bz2.BZ2Compressor(), 'flush') => ValueError Repeated call to flush()
# expect: used_up(lzma.LZMACompressor(), 'compress') => ValueError Compressor has been flushed
# expect: used_up(lzma.LZMACompressor(), 'flush') => ValueError Repeated call to flush()
# expect: twice(bz2.BZ2Decompressor(), B) => EOFError End of stream already reached
# expect: twice(lzma.LZMADecompressor(), X) => EOFError Already at end of stream
# expect: bz2.BZ2Compressor(0) => ValueError compresslevel must be between 1 and 9
# expect: bz2.BZ2Compressor('1') => TypeError 'str' object cannot be interpreted as an integer
# expect: bz2.BZ2Compressor(1, 2) => TypeError BZ2Compressor expected at most 1 argument, got 2
# expect: bz2.BZ2Decompressor(1) => TypeError BZ2Decompressor() takes no positional arguments
# expect: bz2.BZ2Decompressor().decompress('s') => TypeError a bytes-like object is required, not 'str'
# expect: bz2.BZ2Decompressor().decompress(B, 1.5) => TypeError 'float' object cannot be interpreted as an integer
# expect: bz2.BZ2Compressor().compress('s') => TypeError a bytes-like object is required, not 'str'
# expect: lzma.LZMACompressor(preset=3, filters=FILTERS) => ValueError Cannot specify both preset and filter chain
# expect: lzma.LZMACompressor(lzma.FORMAT_RAW) => ValueError Must specify filters for FORMAT_RAW
# expect: lzma.LZMACompressor(99) => ValueError Invalid container format: 99
# expect: lzma.LZMACompressor(preset=77) => LZMAError Invalid or unsupported options
# expect: lzma.LZMACompressor(check=99) => LZMAError Internal error
# expect: lzma.LZMACompressor(lzma.FORMAT_ALONE, check=lzma.CHECK_CRC32) => ValueError Integrity checks are only supported by FORMAT_XZ
# expect: lzma.LZMACompressor(lzma.FORMAT_ALONE, filters=FILTERS) => ValueError Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter
# expect: lzma.LZMACompressor(lzma.FORMAT_ALONE, preset=77) => LZMAError Invalid compression preset: 77
# expect: lzma.LZMACompressor(preset=-1) => OverflowError can't convert negative int to unsigned
# expect: lzma.LZMACompressor(preset=2**32) => OverflowError Value too large for uint32_t type
# expect: lzma.LZMADecompressor(99) => ValueError Invalid container format: 99
# expect: lzma.LZMADecompressor(lzma.FORMAT_RAW) => ValueError Must specify filters for FORMAT_RAW
# expect: lzma.LZMADecompressor(filters=FILTERS) => ValueError Cannot specify filters except with FORMAT_RAW
# expect: lzma.LZMADecompressor(lzma.FORMAT_RAW, memlimit=5, filters=FILTERS) => ValueError Cannot specify memory limit with FORMAT_RAW
# expect: lzma.LZMADecompressor(memlimit=100).decompress(X) => LZMAError Memory usage limit exceeded
# expect: lzma.LZMACompressor(filters=[5]) => TypeError Filter specifier must be a dict or dict-like object
# expect: lzma.LZMACompressor(filters=[{}]) => ValueError Filter specifier must have an "id" entry
# expect: lzma.LZMACompressor(filters=[{'id': 77}]) => ValueError Invalid filter ID: 77
# expect: lzma.LZMACompressor(filters=5) => TypeError object of type 'int' has no len()
# expect: lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'foo': 1}]) => ValueError Invalid filter specifier for LZMA filter
# expect: lzma.LZMACompressor(filters=[{'id': lzma.FILTER_DELTA, 'dist': 'x'}]) => ValueError Invalid filter specifier for delta filter
# expect: lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2}] * 5) => ValueError Too many filters - liblzma supports a maximum of 4
# expect: lzma.LZMACompressor(filters=[{'id': lzma.FILTER_X86, 'dist': 1}]) => ValueError Invalid filter specifier for BCJ filter
# expect: lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'preset': 99}]) => LZMAError Invalid compression preset: 99
# expect: [lzma.is_check_supported(c) for c in (0, 1, 4, 10, 15)] => [True, True, True, True, False]
# expect: lzma.LZMADecompressor().check => 16
# expect: lzma.CHECK_UNKNOWN => 16
# expect: _lzma._encode_filter_properties({'id': lzma.FILTER_LZMA1, 'preset': 6}) => b']\x00\x00\x80\x00'
# expect: _lzma._encode_filter_properties({'id': lzma.FILTER_DELTA, 'dist': 9}) => b'\x08'
# expect: _lzma._decode_filter_properties(lzma.FILTER_LZMA1, b']\x00\x00\x80\x00') => {'id': 4611686018427387905, 'lc': 3, 'lp': 0, 'pb': 2, 'dict_size': 8388608}
# expect: _lzma._decode_filter_properties(lzma.FILTER_LZMA2, b'\x16') => {'id': 33, 'dict_size': 8388608}
# expect: _lzma._decode_filter_properties(lzma.FILTER_X86, b'') => {'id': 4}
# expect: _lzma._decode_filter_properties(lzma.FILTER_DELTA, b'\x08') => {'id': 3, 'dist': 9}
# expect: _lzma._decode_filter_properties(77, b'') => LZMAError Invalid or unsupported options
