"""The most frequent words of the licenses and of the Python library on this machine; threads take file by file.

usage: wordcount.py [-j THREADS] [FILES]
"""
import os
import sys

from speedup import compare, each, options

PLACES = ["/usr/share/common-licenses", os.path.dirname(os.__file__)]
# What each of the first characters counts as: a letter, or what is between words.
TABLE = "".join(c.lower() if c.isalpha() or c == "_" else " " for c in map(chr, range(256)))


def text_files():
    for place in PLACES:
        for folder, _, names in os.walk(place):
            for name in names:
                if name.endswith(".py") or "." not in name or "common-licenses" in folder:
                    yield os.path.join(folder, name)


def count_words(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    counts = {}
    for word in text.translate(TABLE).split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def main():
    threads, most = options(400)
    files = sorted(text_files())[:most]
    if not files:
        sys.exit("no text files found")

    def count(threads):
        total = {}
        for counts in each(count_words, files, threads):
            for word, n in counts.items():
                total[word] = total.get(word, 0) + n
        return total

    total = compare(count, threads)
    print(f"{len(files)} files, {sum(total.values()):,} words, {len(total):,} different")
    for word in sorted(total, key=lambda w: (-total[w], w))[:10]:
        print(f"{total[word]:8,} {word}")


main()
