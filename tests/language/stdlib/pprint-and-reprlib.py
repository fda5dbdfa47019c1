# pprint and reprlib
import pprint
import reprlib

pprint.pprint({"b": [1, 2, 3], "a": {"nested": "x" * 30, "more": list(range(20))}}, width=60)
# expect: {'a': {'more': [0,
# expect-json: "                1,"
# expect-json: "                2,"
# expect-json: "                3,"
# expect-json: "                4,"
# expect-json: "                5,"
# expect-json: "                6,"
# expect-json: "                7,"
# expect-json: "                8,"
# expect-json: "                9,"
# expect-json: "                10,"
# expect-json: "                11,"
# expect-json: "                12,"
# expect-json: "                13,"
# expect-json: "                14,"
# expect-json: "                15,"
# expect-json: "                16,"
# expect-json: "                17,"
# expect-json: "                18,"
# expect-json: "                19],"
# expect-json: "       'nested': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'},"
# expect-json: " 'b': [1, 2, 3]}"
print(pprint.pformat([list(range(5))] * 4, width=30), reprlib.repr(list(range(100))), reprlib.repr("x" * 100))
# expect: [[0, 1, 2, 3, 4],
# expect-json: " [0, 1, 2, 3, 4],"
# expect-json: " [0, 1, 2, 3, 4],"
# expect-json: " [0, 1, 2, 3, 4]] [0, 1, 2, 3, 4, 5, ...] 'xxxxxxxxxxxx...xxxxxxxxxxxxx'"
pprint.pp({"z": 1, "a": 2})  # expect: {'z': 1, 'a': 2}
