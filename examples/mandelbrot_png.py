"""Draws the Mandelbrot set into mandelbrot.png: threads take the rows one by one.

usage: mandelbrot_png.py [-j THREADS] [WIDTH]
"""
import struct

from speedup import compare, each, options

try:
    from zlib import compress, crc32
except ImportError:
    # Deflate has blocks that are merely stored (RFC 1951); the checksums are those of RFC 1950 and of PNG.
    def adler32(data):
        a, b = 1, 0
        for byte in data:
            a += byte
            b += a
        return b % 65521 << 16 | a % 65521

    def compress(data):
        parts = [b"\x78\x01"]
        for i in range(0, len(data), 65535):
            part = data[i:i + 65535]
            last = i + 65535 >= len(data)
            parts.append(struct.pack("<BHH", last, len(part), len(part) ^ 0xFFFF) + part)
        return b"".join(parts) + struct.pack(">I", adler32(data))

    TABLE = list(range(256))
    for _ in range(8):
        TABLE = [c >> 1 ^ 0xEDB88320 if c & 1 else c >> 1 for c in TABLE]

    def crc32(data):
        crc = 0xFFFFFFFF
        for byte in data:
            crc = TABLE[(crc ^ byte) & 255] ^ crc >> 8
        return crc ^ 0xFFFFFFFF

DEPTH = 100


def escape(cr, ci):
    zr = zi = 0.0
    for i in range(DEPTH):
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            return i
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return DEPTH


COLOURS = [bytes((min(255, i * 9), min(255, i * 4), 90 + i)) for i in range(DEPTH)] + [bytes(3)]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))


def main():
    threads, width = options(480)
    height = width * 2 // 3

    def row(y):
        ci = (y - height / 2) * 2.0 / height
        return b"\0" + b"".join([COLOURS[escape(x * 3.0 / width - 2.1, ci)] for x in range(width)])

    rows = compare(lambda threads: each(row, range(height), threads), threads)
    with open("mandelbrot.png", "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
                   chunk(b"IDAT", compress(b"".join(rows))) + chunk(b"IEND", b""))
    print(f"mandelbrot.png: {width} x {height}")


main()
