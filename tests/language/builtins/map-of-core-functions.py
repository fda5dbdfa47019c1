# map() and filter() with functions of the core are gone over without Python code; items that need some are not lost and not taken twice
import math
print(sum(map(len, ["ab", "c", [1,2], (), {}, {1}])))  # expect: 6
print(list(map(int, ["1", "-22", "3_0"])), list(map(str, [1, 2.5, None, True, "x"])), tuple(map(float, ["1.5", 2])), list(map(bool, [0, "", 1])))
# expect: [1, -22, 30] ['1', '2.5', 'None', 'True', 'x'] (1.5, 2.0) [False, False, True]
print(",".join(map(str, range(5))), " ".join(map(str.upper, ["a", "é"])), "-".join(filter(None, ["a", "", "b"])))
# expect: 0,1,2,3,4 A É a-b
print(list(map(str.strip, [" a ", "b\n"])), set(map(len, ["a", "bb", "cc"])), sorted(map(abs, [-3, 2, -1])), sorted(map(len, [[1], []])))
# expect: ['a', 'b'] {1, 2} [1, 2, 3] [0, 1]
print(any(map(str.isdigit, ["a", "1"])), all(map(str.isdigit, "12")), max(map(len, ["a", "bbb"])), min(map(ord, "hello")))
# expect: True True 3 101
print(list(filter(str.isalpha, "a1b2")), list(filter(None, [0, 1, "", "x", [], [0]])), list(filter(bool, [0, 2])))
# expect: ['a', 'b'] [1, 'x', [0]] [2]
class I(int):
    def __str__(self): return "I!"
    def __abs__(self): return "abs!"
    def __len__(self): return 7
class L:
    def __len__(self): return 9
    def __str__(self): return "L!"
    def __bool__(self): print("bool"); return True
    def __eq__(self, o): print("eq"); return True
    def __hash__(self): return hash("k")
    def __lt__(self, o): return True
print(list(map(str, [1, I(2), L(), 3])), list(map(len, ["a", L(), "bc"])), sum(map(len, ["a", L(), "bc"])))
# expect: ['1', 'I!', 'L!', '3'] [1, 9, 2] 12
print(",".join(map(str, [1, L(), 3])), sorted(set(map(len, [L(), "a"]))), len(list(filter(None, [1, L(), 0, 3]))))
# expect: bool
# expect: 1,L!,3 [1, 9] 3
m = map(int, ["1", "2", "x", "4"])
try: list(m)
except ValueError as e: print(e)  # expect: invalid literal for int() with base 10: 'x'
print(list(m))  # expect: [4]
m = map(int, ["0", "0", "5", "6", "x"])
print(any(m), next(m))  # expect: True 6
m = map(str, [1, 2, L(), 4, 5]); print(next(m), list(m), list(m))  # expect: 1 ['2', 'L!', '4', '5'] []
it = iter([1, 2, 3, L(), 5]); print(list(map(str, it)), list(it))  # expect: ['1', '2', '3', 'L!', '5'] []
l = [0]; l.extend(map(str, [1, L(), 2])); print(l)  # expect: [0, '1', 'L!', '2']
l += map(int, "123"); print(l)  # expect: [0, '1', 'L!', '2', 1, 2, 3]
try: l.extend(map(int, ["7", "x"]))
except ValueError as e: print(e)  # expect: invalid literal for int() with base 10: 'x'
print(l)  # expect: [0, '1', 'L!', '2', 1, 2, 3, 7]
s = {1}; s.update(map(len, ["ab", L(), "c"])); print(sorted(s))  # expect: [1, 2, 9]
d = {"a": 1, "k": 2}
print(list(map(d.get, ["a", "b"])), list(map(d.get, ["k", L(), "a"])))
# expect: eq
# expect: [1, None] [2, 2, 1]
try: print(list(map(d.__getitem__, ["a", "b"])))
except KeyError as e: print("KeyError", e)  # expect: KeyError 'b'
print(list(map(",".join, [["a", "b"], ("c",), "xy"])), list(map("a-b".split, ["-", "b"])), list(map(" ".join, [iter("ab"), "cd"])))
# expect: ['a,b', 'c', 'x,y'] [['a', 'b'], ['a-', '']] ['a b', 'c d']
print(list(map(list, ["ab", (1, 2)])), list(map(tuple, [[1], "xy"])), list(map(sorted, ["ba", [2, 1]])), list(map(sum, [[1, 2], (3,)])), list(map(set, ["aa", [1]])), list(map(max, ["ab", [3, 4]])))
# expect: [['a', 'b'], [1, 2]] [(1,), ('x', 'y')] [['a', 'b'], [1, 2]] [3, 3] [{'a'}, {1}] ['b', 4]
print([len(x) for x in map(set, [[L(), "k"], "a"])])
# expect: eq
# expect: [1, 1]
print(list(map(sorted, [[L(), L()], [2, 1]]))[1])  # expect: [1, 2]
print(list(map(math.sqrt, [4, 9.0])), list(map(math.floor, [1.5, -0.5])), list(map(chr, [65, 66])), list(map(hex, [10, 255])), list(map(repr, ["a", 1, [1]])), list(map(round, [1.5, 2.5])))
# expect: [2.0, 3.0] [1, -1] ['A', 'B'] ['0xa', '0xff'] ["'a'", '1', '[1]'] [2, 2]
try: list(map(chr, [65, -1]))
except ValueError as e: print(e)  # expect: chr() arg not in range(0x110000)
try: list(map(ord, ["a", "bc"]))
except TypeError as e: print(e)  # expect: ord() expected a character, but string of length 2 found
try: list(map(len, ["a", 5]))
except TypeError as e: print(e)  # expect: object of type 'int' has no len()
try: list(map(str.upper, ["a", 5]))
except TypeError as e: print(e)  # expect: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
try: ",".join(map(len, ["a", 5]))
except TypeError as e: print(e)  # expect: object of type 'int' has no len()
try: ",".join(map(len, ["a"]))
except TypeError as e: print(e)  # expect: sequence item 0: expected str instance, int found
print(sum(map(int, "123"), 10), sum(map(float, ["0.1"] * 10)), sum(map(int, [str(2**62), str(2**62), str(2**62)])))
# expect: 16 1.0 13835058055282163712
print(list(map(int, [2**47, 2**48, -2**63, 1e20])), list(map(int.bit_length, [1, 2**100, True])), list(map(float.hex, [1.0])))
# expect: [140737488355328, 281474976710656, -9223372036854775808, 100000000000000000000] [1, 101, 1] ['0x1.0000000000000p+0']
print(list(map(str, {1: 2, 3: 4})), list(map(str, {1: 2, 3: 4}.values())), list(map(len, {"a", "bb"} ^ {"a"})), list(map(str, b"ab")))
# expect: ['1', '3'] ['2', '4'] [2] ['97', '98']
class S(str): pass
print([type(x) for x in map(str, [S("a"), "b"])], [type(x) for x in map(str.strip, [S(" a")])])
# expect: [<class 'str'>, <class 'str'>] [<class 'str'>]
class M(map):
    def __next__(self): return "next " + super().__next__()
m = M(str, [1, 2]); print(next(m))  # expect: next 1
print(list(map(int, [True, False])), list(map(str, [True])), dict(zip("ab", map(int, "12"))))
# expect: [1, 0] ['True'] {'a': 1, 'b': 2}
print(max(map(len, []), default=3))  # expect: 3
try: max(map(len, []))
except ValueError as e: print(e)  # expect: max() iterable argument is empty
