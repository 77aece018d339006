# https by http.client and urllib, and TLS by asyncio, over the loopback.
import asyncio, http.client, http.server, os, socket, ssl, threading, urllib.request

# A machine need not know the name.
known = socket.getaddrinfo
socket.getaddrinfo = lambda host, *more, **options: known("127.0.0.1" if host == "localhost" else host, *more, **options)

PEM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "localhost.pem")
server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(PEM)
context = ssl.create_default_context(cafile=PEM)

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        self.answer(b"got " + self.path.encode())
    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers["Content-Length"]))[::-1])
    def log_message(self, *args):
        pass

httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
httpd.socket = server_context.wrap_socket(httpd.socket, server_side=True)
threading.Thread(target=httpd.serve_forever, daemon=True).start()
port = httpd.server_address[1]

c = http.client.HTTPSConnection("localhost", port, context=context, timeout=10)
for path in ("/a", "/b?c=d"):
    c.request("GET", path)
    r = c.getresponse()
    print(r.status, r.read())
c.request("POST", "/p", body=b"0123456789" * 10000)
print(c.getresponse().read() == b"9876543210" * 10000)
c.close()
proxies = urllib.request.ProxyHandler({})
opener = urllib.request.build_opener(proxies, urllib.request.HTTPSHandler(context=context))
with opener.open(f"https://127.0.0.1:{port}/url", timeout=10) as r:
    print(r.status, r.read())
try:
    urllib.request.build_opener(proxies).open(f"https://localhost:{port}/", timeout=10)
except urllib.error.URLError as e:
    print(type(e.reason).__name__)
httpd.shutdown()
httpd.server_close()

async def main():
    async def serve(reader, writer):
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        writer.close()
        await writer.wait_closed()
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    async def ask(n):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname="localhost")
        out = []
        for i in range(3):
            writer.write(b"line %d of %d\n" % (i, n))
            out.append(await reader.readline())
        cipher = writer.get_extra_info("cipher")
        writer.close()
        await writer.wait_closed()
        return out[-1], cipher[1]
    print(await asyncio.gather(*(ask(n) for n in range(4))))
    server.close()
    await server.wait_closed()
asyncio.run(main())

# expect: 200 b'got /a'
# expect: 200 b'got /b?c=d'
# expect: True
# expect: 200 b'got /url'
# expect: SSLCertVerificationError
# expect: [(b'LINE 2 OF 0\n', 'TLSv1.3'), (b'LINE 2 OF 1\n', 'TLSv1.3'), (b'LINE 2 OF 2\n', 'TLSv1.3'), (b'LINE 2 OF 3\n', 'TLSv1.3')]
