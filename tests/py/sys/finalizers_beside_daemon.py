# A daemon thread that runs no code of __main__ does not keep its variables.
import queue, threading
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
q = queue.Queue()
a = D('a')
threading.Thread(target=q.get, daemon=True).start()
print('end')

# expect: end
# expect: del a
