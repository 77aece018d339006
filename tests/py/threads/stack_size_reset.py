# stack_size() without an argument tells the size and sets the default again.
import threading

default = threading.stack_size(1 << 20)
print(default, threading.stack_size(), threading.stack_size())
# expect: 0 1048576 0
