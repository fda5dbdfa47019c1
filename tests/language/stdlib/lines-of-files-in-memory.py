# lines are read from wherever a file in memory stands, as long as it is open
import io

DATA = b"one\ntwo\r\n\nfour\rstill\nlast"
TEXT = "ein\nzwei\r\n\nvier\rnoch\nfünf 中\nend"


def tried(call, *arguments):
    try:
        return call(*arguments)
    except (ValueError, StopIteration, TypeError) as error:
        return type(error).__name__, str(error)


for make, data in (io.BytesIO, DATA), (io.StringIO, TEXT), (lambda t: io.StringIO(t, newline=None), TEXT), (lambda t: io.StringIO(t, newline=""), TEXT), (lambda t: io.StringIO(t, newline="\r\n"), TEXT):
    file = make(data)
    print(list(file), file.tell(), tried(next, file), file.readline())
    file.seek(1)
    print(file.readline(), file.tell(), file.readline(2), file.readline(0), file.readline(None), file.readline(-5), file.tell())
    print(next(file), file.readlines(), list(file))
    file.seek(1000)
    print(repr(file.readline()), tried(next, file), file.tell(), list(file))
    file.seek(2**30)
    print(repr(file.readline()), file.tell())
    file.seek(3)
    print(file.write(data[:2]), next(file), file.tell())
    file.seek(0, 2)
    file.write(data[:5])
    print(tried(next, file))
    file.seek(0)
    for line in file:
        if len(line) > 4:
            file.seek(0, 2)
        print(repr(line), end=" ")
    print()
    file.close()
    print(tried(next, file), tried(file.readline), tried(list, file), tried(iter, file) is file)
# expect: [b'one\n', b'two\r\n', b'\n', b'four\rstill\n', b'last'] 25 ('StopIteration', '') b''
# expect: b'ne\n' 4 b'tw' b'' b'o\r\n' b'\n' 10
# expect: b'four\rstill\n' [b'last'] []
# expect: b'' ('StopIteration', '') 1000 []
# expect: b'' 1073741824
# expect: 2 b'wo\r\n' 9
# expect: ('StopIteration', '')
# expect-json: "b'oneonwo\\r\\n' "
# expect: ('ValueError', 'I/O operation on closed file.') ('ValueError', 'I/O operation on closed file.') ('ValueError', 'I/O operation on closed file.') True
# expect-json: "['ein\\n', 'zwei\\r\\n', '\\n', 'vier\\rnoch\\n', 'f\u00fcnf \u4e2d\\n', 'end'] 31 ('StopIteration', '') "
# expect: in
# expect-json: " 4 zw  ei\r"
# expect-json: " "
# expect-json: " 11"
# expect-json: "vier\rnoch"
# expect-json: " ['f\u00fcnf \u4e2d\\n', 'end'] []"
# expect: '' ('StopIteration', '') 1000 []
# expect: '' 1073741824
# expect-json: "2 wei\r"
# expect-json: " 10"
# expect: ('StopIteration', '')
# expect-json: "'eineiwei\\r\\n' "
# expect: ('ValueError', 'I/O operation on closed file') ('ValueError', 'I/O operation on closed file') ('ValueError', 'I/O operation on closed file.') False
# expect-json: "['ein\\n', 'zwei\\n', '\\n', 'vier\\n', 'noch\\n', 'f\u00fcnf \u4e2d\\n', 'end'] 30 ('StopIteration', '') "
# expect: in
# expect-json: " 4 zw  ei"
# expect-json: " "
# expect-json: " 10"
# expect: vier
# expect-json: " ['noch\\n', 'f\u00fcnf \u4e2d\\n', 'end'] []"
# expect: '' ('StopIteration', '') 1000 []
# expect: '' 1073741824
# expect: 2 wei
# expect-json: " 9"
# expect: ('StopIteration', '')
# expect-json: "'eineiwei\\n' "
# expect: ('ValueError', 'I/O operation on closed file') ('ValueError', 'I/O operation on closed file') ('ValueError', 'I/O operation on closed file.') False
# expect-json: "['ein\\n', 'zwei\\r\\n', '\\n', 'vier\\r', 'noch\\n', 'f\u00fcnf \u4e2d\\n', 'end'] 31 ('StopIteration', '') "
# expect: in
# expect-json: " 4 zw  ei\r"
# expect-json: " "
# expect-json: " 11"
# expect-json: "vier\r ['noch\\n', 'f\u00fcnf \u4e2d\\n', 'end'] []"
# expect: '' ('StopIteration', '') 1000 []
# expect: '' 1073741824
# expect-json: "2 wei\r"
# expect-json: " 10"
# expect: ('StopIteration', '')
# expect-json: "'eineiwei\\r\\n' "
# expect: ('ValueError', 'I/O operation on closed file') ('ValueError', 'I/O operation on closed file') ('ValueError', 'I/O operation on closed file.') False
# expect-json: "['ein\\r\\n', 'zwei\\r\\r\\n', '\\r\\n', 'vier\\rnoch\\r\\n', 'f\u00fcnf \u4e2d\\r\\n', 'end'] 36 ('StopIteration', '') "
# expect-json: "in\r"
# expect-json: " 5 zw  ei\r\r"
# expect-json: " \r"
# expect-json: " 14"
# expect-json: "vier\rnoch\r"
# expect-json: " ['f\u00fcnf \u4e2d\\r\\n', 'end'] []"
# expect: '' ('StopIteration', '') 1000 []
# expect: '' 1073741824
# expect-json: "2 zwei\r\r"
# expect-json: " 12"
# expect: ('StopIteration', '')
# expect-json: "'eineizwei\\r\\r\\n' "
# expect: ('ValueError', 'I/O operation on closed file') ('ValueError', 'I/O operation on closed file') ('ValueError', 'I/O operation on closed file.') False

view = io.BytesIO(b"a\nb\n")
held = view.getbuffer()
held[0:1] = b"x"
print(next(view), view.readline())  # expect: b'x\n' b'b\n'
held.release()


class Marked(io.BytesIO):
    def readline(self, size=-1):
        line = super().readline(size)
        return b"> " + line if line else line


class Noted(io.StringIO):
    def readline(self, size=-1):
        line = super().readline(size)
        return "> " + line if line else line


print(Marked(b"1\n2").readlines(), Marked(b"1\n2").readlines(1), list(Marked(b"1\n2")), list(Noted("1\n2")))
# expect: [b'1\n', b'2'] [b'1\n'] [b'1\n', b'2'] ['> 1\n', '> 2']


def counted(n):
    total = 0
    for _ in range(n):
        for line in io.BytesIO(b"abc\n" * 30 + b"d"):
            total += len(line)
        for line in io.StringIO("äbc\n" * 30 + "d"):
            total += len(line)
        file = io.StringIO("x\n" * 10)
        while line := file.readline():
            total += len(line)
    return total


print(counted(30))  # expect: 7860
