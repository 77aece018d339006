# In a cycle, methods called __del__ run before the finalizers of files and generators that they may use.
import gc
import os

read_end, write_end = os.pipe()


class Writer:
    def __init__(self):
        self.me, self.file = self, open(write_end, "wb")

    def __del__(self):
        self.file.write(b"last words")
        self.file.close()


w = Writer()
del w
gc.collect()
print(os.read(read_end, 100))
# expect: b'last words'
