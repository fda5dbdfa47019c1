# data with what comes beside it: sendmsg(), recvmsg(), files handed over
# oracle: native
import socket, os, array, select, tempfile
a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); a.bind(("127.0.0.1", 0))
b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
b.sendmsg([b"one", b"two"], [], 0, a.getsockname())
data, anc, flags, address = a.recvmsg(100)
print(data, anc, flags, address == ("127.0.0.1", b.getsockname()[1]))  # expect: b'onetwo' [] 0 True
b.sendmsg([b"onetwothree"], [], 0, a.getsockname())
print(a.recvmsg(4)[::2], bool(a.type))  # expect: (b'onet', 32) True
b.sendto(b"0123456789", a.getsockname())
x, y = bytearray(4), bytearray(10)
print(a.recvmsg_into([x, memoryview(y)[2:]])[:3], x, y)
# expect: (10, [], 0) bytearray(b'0123') bytearray(b'\x00\x00456789\x00\x00')
path = tempfile.mktemp()
server = socket.socket(socket.AF_UNIX); server.bind(path); server.listen()
c = socket.socket(socket.AF_UNIX); c.connect(path); d, _ = server.accept()
for c, d in (c, d), socket.socketpair():
    r, w = os.pipe()
    os.write(w, b"through the pipe")
    c.sendmsg([b"fds"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [r]))])
    c.send(b"after")
    os.close(r)
    data, anc, flags, address = d.recvmsg(100, socket.CMSG_SPACE(4))
    print(data[:3], [(l == socket.SOL_SOCKET, t == socket.SCM_RIGHTS, len(b)) for l, t, b in anc], flags & ~socket.MSG_CMSG_CLOEXEC, address)
    fd = int.from_bytes(anc[0][2], "little")
    print(fd != r or True, os.read(fd, 100))
    os.close(fd); os.close(w)
    socket.send_fds(c, [b"x"], [0, 1]);
    data, fds, flags, addr = socket.recv_fds(d, 10 if data == b"fdsafter" else 5, 4); 
    print(len(fds), flags)
    for fd in fds: os.close(fd)
    c.close(); d.close()
# expect: b'fds' [(True, True, 4)] 0 None
# expect: True b'through the pipe'
# expect: 0 0
# expect: b'fds' [(True, True, 4)] 0 None
# expect: True b'through the pipe'
# expect: 0 0
os.unlink(path)
for call in (lambda: a.recvmsg(-1), lambda: a.recvmsg(1, -1), lambda: a.recvmsg_into([b"x"]), lambda: b.sendmsg("x"), lambda: b.sendmsg([b"x"], [1]), lambda: b.sendmsg([b"x"], [(1, 2)]), lambda: b.sendmsg(["x"]), lambda: a.recvmsg_into(5), lambda:a.recvmsg_into([5])):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
# expect: ValueError negative buffer size in recvmsg()
# expect: ValueError invalid ancillary data buffer length
# expect: TypeError recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError [sendmsg() ancillary data items]() argument must be 3-item sequence, not int
# expect: TypeError [sendmsg() ancillary data items]() argument must be sequence of length 3, not 2
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError recvmsg_into() argument 1 must be an iterable
# expect: TypeError recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers
a.setblocking(False)
try: a.recvmsg(5)
except BlockingIOError as e: print(e)  # expect: [Errno 11] Resource temporarily unavailable
print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4), socket.CMSG_SPACE(8), socket.CMSG_LEN(0))
# expect: 20 24 24 16
