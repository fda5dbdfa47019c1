# send() of a socket that blocks takes all it is given, of one with a timeout what there is room for
# oracle: native
import socket, threading, array
a,b=socket.socketpair()
got=[]
def rd():
    n=0
    while d:=b.recv(1<<20):
        n+=len(d)
    got.append(n)
t=threading.Thread(target=rd); t.start()
print(a.send(bytes(5_000_000)), a.send(memoryview(array.array('i',range(10)))), a.send(bytearray(3)))
# expect: 5000000 40 3
try: a.send("x")
except TypeError as e: print(e)  # expect: a bytes-like object is required, not 'str'
a.close(); t.join(); print(got)  # expect: [5000043]
s=socket.create_server(("127.0.0.1",0)); c=socket.create_connection(s.getsockname()); d,_=s.accept()
c.settimeout(1); n=c.send(bytes(50_000_000)); print(0<n<50_000_000)  # expect: True
c.settimeout(None)
def rd2(k):
    n=0
    while n<k: n+=len(d.recv(65536))
    got.append(n)
t=threading.Thread(target=rd2,args=(n+20_000_000,)); t.start()
print(c.send(b"a"*20_000_000)); t.join(); print(got[1]-n)
# expect: 20000000
# expect: 20000000
c.setblocking(False)
try:
    while True: c.send(b"z"*100000)
except BlockingIOError: print("full")  # expect: full
