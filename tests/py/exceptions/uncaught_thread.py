import threading
def w():
    raise ValueError('in thread')
t = threading.Thread(target=w, name='worker-1')
t.start()
t.join()
print('main done')

# expect: main done
