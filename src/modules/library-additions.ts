// Lines of Krait's own at the end of modules of the standard library that take something of the system for granted which Krait has not.
export const LIBRARY_ADDITIONS: ReadonlyMap<string, string> = new Map([
  // Without os.fork() neither `fork` nor `forkserver` can start a process; CPython does the same on Windows.
  [
    "multiprocessing.context",
    `
_concrete_contexts = {"spawn": _concrete_contexts["spawn"]}
_default_context = DefaultContext(_concrete_contexts["spawn"])
DefaultContext.get_all_start_methods = lambda self: ["spawn"]
`,
  ],
  // socket.socketpair() gives ends that only this process has.
  [
    "multiprocessing.connection",
    `
_one_way_pipe = Pipe
def Pipe(duplex=True):
    "Returns pair of connection objects at either end of a pipe"
    if not duplex:
        return _one_way_pipe(False)
    address = arbitrary_address("AF_UNIX")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        try:
            listener.listen(1)
            near = socket.socket(socket.AF_UNIX)
            near.connect(address)
            far = listener.accept()[0]
        finally:
            os.unlink(address)
    return Connection(near.detach()), Connection(far.detach())
`,
  ],
]);
