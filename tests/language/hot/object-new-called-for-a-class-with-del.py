# An instance made by object.__new__ lives as long as one made by its class
class Stream:
    def __new__(cls, *args):
        raise TypeError("use make_stream()")

    def __del__(self):
        log.append(self.number)

    def start(self, number):
        # A call that the interpreter makes: everything known is written back before it.
        self.number = int(*(str(number),))
        self.parts = [self.number]
        return self


log = []


def make_stream(number):
    self = object.__new__(Stream)
    self.parts = None
    return self.start(number)


def last(n):
    for i in range(n):
        stream = make_stream(i)
    return stream


stream = last(50)
print(stream.number, stream.parts, len(log), log[-3:])  # expect: 49 [49] 49 [46, 47, 48]
stream = last(60)
print(stream.number, stream.parts, len(log), log[-3:])  # expect: 59 [59] 109 [57, 58, 49]


def kept(n):
    streams = []
    for i in range(n):
        stream = make_stream(i)
        other = stream
        streams.append(stream.start(i + 1))
    return streams


streams = kept(50)
print([s.number for s in streams][:5], len(log))  # expect: [1, 2, 3, 4, 5] 109
del streams, stream
print(len(log), log[-3:])  # expect: 160 [2, 1, 59]
