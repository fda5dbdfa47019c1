# epoll: what it tells of pipes and sockets, once and at edges, and its errors
# oracle: native
import tempfile, select, selectors, socket, os, asyncio
print(selectors.DefaultSelector.__name__)  # expect: EpollSelector
r, w = os.pipe()
with select.epoll() as ep:
    ep.register(r, select.EPOLLIN)
    ep.register(w, select.EPOLLOUT)
    print(ep.poll(0) == [(w, select.EPOLLOUT)], ep.closed)
    os.write(w, b"x")
    print(sorted(ep.poll(1)) == sorted([(r, select.EPOLLIN), (w, select.EPOLLOUT)]), len(ep.poll(1, 1)))
    ep.modify(w, 0)
    print(ep.poll(1) == [(r, 1)])
    ep.unregister(w)
    ep.modify(r, select.EPOLLIN | select.EPOLLONESHOT)
    print(len(ep.poll(0)), len(ep.poll(0)))
    ep.modify(r, select.EPOLLIN | select.EPOLLET)
    print(len(ep.poll(0)), len(ep.poll(0)), os.read(r, 1), len(ep.poll(0)), os.write(w, b"y"), len(ep.poll(0)), len(ep.poll(0.05)))
    for call in (lambda: ep.register(r), lambda: ep.unregister(w), lambda: ep.modify(w, 1), lambda: ep.register(-1), lambda: ep.register("x"), lambda: ep.poll("x"), lambda: ep.poll(1, 0), lambda: ep.poll(0, -2), lambda: select.epoll(-2), lambda: select.epoll(flags=12356), lambda: ep.register(999, 1), lambda: ep.register(w, -1)):
        try: print(call())
        except Exception as e: print(type(e).__name__, e)
    os.close(w)
    print(os.read(r, 5), ep.poll(0) == [(r, select.EPOLLHUP)])
    print(ep.fileno() >= 0)
# expect: True False
# expect: True 1
# expect: True
# expect: 1 0
# expect: 1 0 b'x' 0 1 1 0
# expect: FileExistsError [Errno 17] File exists
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: ValueError file descriptor cannot be a negative integer (-1)
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: TypeError timeout must be an integer or None
# expect: ValueError maxevents must be greater than 0, got 0
# expect: ValueError maxevents must be greater than 0, got -2
# expect: ValueError negative sizehint
# expect: OSError invalid flags
# expect: OSError [Errno 9] Bad file descriptor
# expect: OSError [Errno 22] Invalid argument
# expect: b'y' True
# expect: True



















print(ep.closed)  # expect: True
try: ep.poll()
except ValueError as e: print(e)  # expect: I/O operation on closed epoll object
try: ep.fileno()
except ValueError as e: print(e)  # expect: I/O operation on closed epoll object
f = tempfile.TemporaryFile()
with select.epoll(10) as ep:
    try: ep.register(f)
    except OSError as e: print(repr(e))  # expect: PermissionError(1, 'Operation not permitted')
async def main():
    async def serve(r, w):
        w.write((await r.readline()).upper()); await w.drain(); w.close()
    s = await asyncio.start_server(serve, '127.0.0.1', 0)
    for i in range(3):
        r, w = await asyncio.open_connection(*s.sockets[0].getsockname())
        w.write(b"hello\n")
        print(await r.read())
        w.close()
    s.close()
    await asyncio.sleep(0.01)
asyncio.run(main())
# expect: b'HELLO\n'
# expect: b'HELLO\n'
# expect: b'HELLO\n'
