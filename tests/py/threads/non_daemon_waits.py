import threading, time
done = threading.Event()
def f():
    done.wait(); print('worker finished')
threading.Thread(target=f).start()
print('main done'); done.set()

# expect: main done
# expect: worker finished
