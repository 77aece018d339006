import http.server, threading, urllib.request, urllib.error

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def reply(self, code, body):
        self.send_response(code); self.send_header('Content-Length', str(len(body))); self.end_headers(); self.wfile.write(body)
    def do_GET(self):
        if self.path == '/missing': self.reply(404, b'none')
        else: self.reply(200, ('path ' + self.path).encode())
    def do_POST(self):
        self.reply(201, self.rfile.read(int(self.headers['Content-Length']))[::-1])
    def log_message(self, *args): pass

with http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler) as server:
    threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01}, daemon=True).start()
    base = 'http://127.0.0.1:%d' % server.server_port
    results = [None] * 20
    def fetch(i):
        with urllib.request.urlopen(f'{base}/{i}') as r: results[i] = (r.status, r.read())
    threads = [threading.Thread(target=fetch, args=(i,)) for i in range(20)]
    for t in threads: t.start()
    for t in threads: t.join()
    print(all(results[i] == (200, b'path /%d' % i) for i in range(20)))
    with urllib.request.urlopen(base + '/x', data=b'abc') as r: print(r.status, r.read())
    try: urllib.request.urlopen(base + '/missing')
    except urllib.error.HTTPError as e: print(e.code, e.read()); e.close()
    server.shutdown()

# expect: True
# expect: 201 b'cba'
# expect: 404 b'none'
