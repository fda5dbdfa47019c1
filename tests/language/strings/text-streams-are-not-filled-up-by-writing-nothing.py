# text streams are not filled up by writing nothing
import io

for text in "", "x":
    stream = io.StringIO("12345")
    stream.seek(8)
    print(stream.write(text), repr(stream.getvalue()), stream.tell())
# expect: 0 '12345' 8
# expect: 1 '12345\x00\x00\x00x' 9
