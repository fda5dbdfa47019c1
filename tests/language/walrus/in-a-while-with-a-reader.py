# in a while with a reader
import io

source = io.StringIO("line one\nline two\n\nafter gap\n")
count = 0
while line := source.readline():
    count += 1
    print(count, line.rstrip())
# expect: 1 line one
# expect: 2 line two
# expect-json: "3 "
# expect: 4 after gap
print(bool(line))  # expect: False
