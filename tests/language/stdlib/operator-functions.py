# operator functions
import operator as op

print(op.add(1, 2), op.mul("a", 3), op.floordiv(7, 2), op.neg(5), op.not_(0), op.truth([]), op.contains([1], 1), op.getitem("abc", 1), op.eq(1, 1.0), op.is_(None, None), op.index(5), op.concat([1], [2]), op.countOf("abca", "a"), op.indexOf("abc", "c"), op.pow(2, 5), op.matmul.__name__)
# expect: 3 aaa 3 -5 True False True b True True 5 [1, 2] 2 2 32 matmul
print(op.itemgetter(1)("abc"), op.itemgetter(0, 2)("abc"), op.attrgetter("real")(5), op.attrgetter("real", "imag")(2j), op.methodcaller("upper")("a"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.attrgetter("__class__.__name__")(5))
# expect: b ('a', 'c') 5 (0.0, 2.0) A ['a', 'b,c'] int
a = [1]
print(op.iadd(a, [2]), a, sorted([(2, "a"), (1, "b")], key=op.itemgetter(1)), op.call(max, 3, 4))
# expect: [1, 2] [1, 2] [(2, 'a'), (1, 'b')] 4
d = {}
op.setitem(d, "k", 1)
op.delitem(d, "k")
print(d, op.itemgetter(slice(1, 3))("abcd"))  # expect: {} bc
