import threading
def f(): raise KeyError('thread dies')
t = threading.Thread(target=f, name='T1'); t.start(); t.join()
print('main continues')

# expect: main continues
