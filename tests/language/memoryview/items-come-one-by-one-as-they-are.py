# iterating sees what is there when an item is asked for
import array
data = bytearray(b"abcdef")
view = memoryview(data)
seen = []
for item in view:
    seen.append(item)
    data[5] = 9
    data[0] = 1
print(seen, list(view[::2]), list(view[::-1]), list(view[2:2]))
# expect: [97, 98, 99, 100, 101, 9] [1, 99, 101] [9, 101, 100, 99, 98, 1] []
print(list(memoryview(b"abc")), sum(memoryview(bytes(range(100)))), list(memoryview(b"abcdefgh").cast("H")), list(memoryview(b"abcd")[::-2]), list(memoryview(b"ab").cast("c")))
# expect: [97, 98, 99] 4950 [25185, 25699, 26213, 26727] [100, 98] [b'a', b'b']
for view in memoryview(array.array("d", [1.5, 2.5])), memoryview(bytearray(8)).cast("i"), memoryview(bytearray(b"ab")).cast("b"):
    print(list(view), max(view), 0 in view)
# expect: [1.5, 2.5] 2.5 False
# expect: [0, 0] 0 True
# expect: [97, 98] 98 False
view = memoryview(bytearray(3))
items = iter(view)
print(next(items))  # expect: 0
view.release()
try:
    next(items)
except ValueError as error:
    print(error)  # expect: operation forbidden on released memoryview object
for view in memoryview(b"abcd").cast("B", (2, 2)), memoryview(b"a").cast("B", ()):
    try:
        print(list(view))
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__, error)
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: TypeError invalid indexing of 0-dim memory
