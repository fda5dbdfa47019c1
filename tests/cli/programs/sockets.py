# sockets of the system: servers and clients in threads and in an event loop, datagrams, timeouts, addresses and their errors
# oracle: native
import asyncio, http.server, json, os, select, socket, socketserver, tempfile, threading, urllib.error, urllib.request

server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]


def serve():
    connection, _ = server.accept()
    with connection:
        while data := connection.recv(100):
            connection.sendall(data.upper())


thread = threading.Thread(target=serve)
thread.start()
client = socket.create_connection(("localhost", port))
client.sendall(b"hello")
print(client.recv(10), client.getpeername() == ("127.0.0.1", port), client.fileno() > 2)
client.sendall(b"x" * 100_000)
client.shutdown(socket.SHUT_WR)
count = 0
while data := client.recv(4096):
    count += len(data)
print(count)
client.close()
thread.join()
server.close()
print(client.fileno(), "closed" in repr(client))
try:
    client.recv(1)
except OSError as error:
    print(error)
try:
    socket.create_connection(("127.0.0.1", port))
except OSError as error:
    print(repr(error))
with socket.socket() as refused:
    print(refused.connect_ex(("127.0.0.1", port)))

# datagrams, timeouts, what would block
a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
a.bind(("127.0.0.1", 0))
b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
b.sendto(b"ping", a.getsockname())
print(a.recvfrom(100)[0])
b.connect(a.getsockname())
b.send(b"one")
b.sendmsg([b"t", bytearray(b"w"), memoryview(b"o")])
buffer = bytearray(8)
print(a.recv_into(buffer), bytes(buffer), a.recv(2))
a.settimeout(0.02)
for blocking in 0.02, 0:
    a.settimeout(blocking)
    try:
        a.recv(1)
    except OSError as error:
        print(repr(error))
print(select.select([a], [a], [], 0) == ([], [a], []), a.gettimeout(), a.getblocking())
print(a.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE), a.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
a.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(a.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), a.family, a.type)
for call in (lambda: a.bind(("127.0.0.1", 70000)), lambda: a.bind("x"), lambda: a.sendto(b""), lambda: a.send("text"), lambda: a.settimeout(-1),
             lambda: a.recv(-1), lambda: a.bind(("1.2.3.4", 5)), lambda: socket.socket(77)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
a.close()
b.close()

# addresses
for text in "::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1::2:0:0:3", "1:0:0:2::3", "fe80::0:1", "::1.2.3.4", "1:2:3:4:5:6:1.2.3.4":
    packed = socket.inet_pton(socket.AF_INET6, text)
    print(packed.hex(), socket.inet_ntop(socket.AF_INET6, packed))
for text in "", ":", ":::", "1:2", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "1::2::3", "1.2.3.4::", "::1.2.3":
    try:
        print(socket.inet_pton(socket.AF_INET6, text))
    except OSError as error:
        print(error)
for text in "1.2.3.4", "1.2.3", "1", "0x7f.1", "010.1", "256.1.1.1", "1.2.3.4.5", "a", "":
    try:
        print(socket.inet_aton(text).hex())
    except OSError as error:
        print(error)
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM), socket.gethostbyname("127.0.0.1"))
print(socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV), socket.htons(258), socket.ntohl(1))
try:
    socket.getaddrinfo("127.0.0.1", 80, family=socket.AF_INET6)
except socket.gaierror as error:
    print(type(error).__name__)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/missing":
            self.send_error(404)
            return
        body = json.dumps({"path": self.path, "test": self.headers["X-Test"]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[::-1])

    def log_message(self, *arguments):
        pass


with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
    thread = threading.Thread(target=web.serve_forever)
    thread.start()
    base = f"http://127.0.0.1:{web.server_port}"
    for i in range(3):
        with urllib.request.urlopen(urllib.request.Request(f"{base}/a{i}", headers={"X-Test": "q"})) as response:
            print(response.status, json.load(response))
    try:
        urllib.request.urlopen(base + "/missing")
    except urllib.error.HTTPError as error:
        print(error.code, error.reason)
        error.close()
    with urllib.request.urlopen(base, data=b"abc" * 100_000) as response:
        data = response.read()
        print(response.status, len(data), data[:6])
    web.shutdown()
    thread.join()


async def main():
    async def answer(reader, writer):
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        writer.close()

    async def ask(n):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        answers = []
        for i in range(3):
            writer.write(f"m{n}-{i}\n".encode())
            answers.append((await reader.readline()).decode().strip())
        writer.close()
        await writer.wait_closed()
        return answers

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(await asyncio.gather(*[ask(n) for n in range(3)]))
    server.close()
    await server.wait_closed()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "s")
        server = await asyncio.start_unix_server(answer, path)
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(b"unix\n")
        print(await reader.readline(), server.sockets[0].getsockname() == path)
        writer.close()
        await writer.wait_closed()
        server.close()
        await server.wait_closed()
    loop = asyncio.get_running_loop()
    got = loop.create_future()

    class Echo(asyncio.DatagramProtocol):
        def connection_made(self, transport):
            self.transport = transport

        def datagram_received(self, data, address):
            self.transport.sendto(data + b"!", address)

    class Keep(asyncio.DatagramProtocol):
        def datagram_received(self, data, address):
            got.set_result(data)

    echo, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    keep, _ = await loop.create_datagram_endpoint(Keep, remote_addr=echo.get_extra_info("sockname"))
    keep.sendto(b"udp")
    print(await got)
    echo.close()
    keep.close()
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except OSError as error:
        print(type(error).__name__, error)


asyncio.run(main())


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().upper())


with socketserver.TCPServer(("127.0.0.1", 0), Upper) as simple:
    thread = threading.Thread(target=simple.handle_request)
    thread.start()
    with socket.create_connection(simple.server_address) as s, s.makefile("rw", newline="\n") as file:
        file.write("line\n")
        file.flush()
        print(file.readline())
    thread.join()
# expect: b'HELLO' True True
# expect: 100000
# expect: -1 True
# expect: [Errno 9] Bad file descriptor
# expect: ConnectionRefusedError(111, 'Connection refused')
# expect: 111
# expect: b'ping'
# expect: 3 b'one\x00\x00\x00\x00\x00' b'tw'
# expect: TimeoutError('timed out')
# expect: BlockingIOError(11, 'Resource temporarily unavailable')
# expect: True 0.0 False
# expect: 2 0
# expect: 1 2 2
# expect: OverflowError bind(): port must be 0-65535.
# expect: TypeError bind(): AF_INET address must be tuple, not str
# expect: TypeError sendto() takes 2 or 3 arguments (1 given)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError Timeout value out of range
# expect: ValueError negative buffersize in recv
# expect: OSError [Errno 99] Cannot assign requested address
# expect: OSError [Errno 97] Address family not supported by protocol
# expect: 00000000000000000000000000000000 ::
# expect: 00000000000000000000000000000001 ::1
# expect: 00010000000000000000000000000000 1::
# expect: 00010002000300040005000600070008 1:2:3:4:5:6:7:8
# expect: 00000000000000000000ffff01020304 ::ffff:1.2.3.4
# expect: 00010000000000000002000000000003 1::2:0:0:3
# expect: 00010000000000020000000000000003 1:0:0:2::3
# expect: fe800000000000000000000000000001 fe80::1
# expect: 00000000000000000000000001020304 ::1.2.3.4
# expect: 00010002000300040005000601020304 1:2:3:4:5:6:102:304
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: illegal IP address string passed to inet_pton
# expect: 01020304
# expect: 01020003
# expect: 00000001
# expect: 7f000001
# expect: 08000001
# expect: illegal IP address string passed to inet_aton
# expect: illegal IP address string passed to inet_aton
# expect: illegal IP address string passed to inet_aton
# expect: illegal IP address string passed to inet_aton
# expect: [(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('127.0.0.1', 80))] 127.0.0.1
# expect: ('127.0.0.1', '80') 513 16777216
# expect: gaierror
# expect: 200 {'path': '/a0', 'test': 'q'}
# expect: 200 {'path': '/a1', 'test': 'q'}
# expect: 200 {'path': '/a2', 'test': 'q'}
# expect: 404 Not Found
# expect: 201 300000 b'cbacba'
# expect: [['M0-0', 'M0-1', 'M0-2'], ['M1-0', 'M1-1', 'M1-2'], ['M2-0', 'M2-1', 'M2-2']]
# expect: b'UNIX\n' True
# expect: b'udp!'
# expect: ConnectionRefusedError [Errno 111] Connect call failed ('127.0.0.1', 1)
# expect: LINE
# expect:
