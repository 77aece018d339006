# A socket closed under a thread that works with it: the thread ends in an error or at the end of the data, and never
# reads from a descriptor which somebody else has opened since.
import os, socket, threading

wrong = 0
for i in range(60):
    a, b = socket.socketpair()
    b.settimeout(5)
    ready = threading.Event()
    got = []
    def reader():
        ready.set()
        try:
            while True:
                data = b.recv(10)
                if not data: break
                got.append(data)
        except OSError: pass
    t = threading.Thread(target=reader); t.start(); ready.wait()
    b.close()
    others = [os.pipe() for _ in range(3)]
    for r, w in others: os.write(w, b'not yours')
    a.close(); t.join()
    wrong += got != []
    for pair in others: os.close(pair[0]), os.close(pair[1])
print(wrong)

server = socket.create_server(('127.0.0.1', 0)); server.settimeout(0.05)
def accepts():
    try: server.accept()
    except OSError as e: print(type(e).__name__)
t = threading.Thread(target=accepts); t.start(); t.join()
server.close()

# expect: 0
# expect: TimeoutError
