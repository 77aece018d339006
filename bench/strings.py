"""Strings: built by parts, joined, split, searched, replaced, formatted."""
import sys

WORDS = "the quick brown fox jumps over the lazy dog while naïve café owners überlegen".split()


def build(n):
    text = ""
    for i in range(n):
        text += WORDS[i % len(WORDS)]
        text += " "
    return text


def join(n):
    return ", ".join([WORDS[i % len(WORDS)].upper() for i in range(n)])


def format_all(n):
    lines = []
    for i in range(n):
        lines.append(f"{i:06d} {i * 0.5:8.2f} {WORDS[i % len(WORDS)]!r:>12}|")
        lines.append("%s-%d-%x" % (WORDS[i % len(WORDS)], i, i))
    return "\n".join(lines)


def words_of(text):
    counts = {}
    for word in text.split():
        word = word.strip(",|'").lower()
        counts[word] = counts.get(word, 0) + 1
    return counts


def scan(text):
    vowels = 0
    for c in text:
        if c in "aeiou":
            vowels += 1
    return vowels


def checksum(text):
    h = 0
    for b in text.encode():
        h = (h * 33 + b) & 0xFFFFFFFF
    return h


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    built = build(n)
    joined = join(n)
    table = format_all(n)
    counts = words_of(built + joined)
    replaced = joined.replace("FOX", "vixen").replace("É", "e")
    found = position = 0
    while (position := replaced.find("vixen", position) + 1) > 0:
        found += position % 7
    backwards = " ".join(word[::-1] for word in built.split(" "))
    print("strings", len(built), len(joined), len(table), sorted(counts.items())[:3], found,
          scan(built), checksum(table), checksum(backwards))


main()
