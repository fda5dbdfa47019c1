# hash of builtins
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(hash(1) == hash(1.0), hash("a") == hash("a"), hash(()) == hash(()), hash(None) == hash(None), hash((1, "a")) == hash((1, "a")))
# expect: True True True True True
for v in ([], {}, set(), bytearray(), ([],), slice(1, [])):
    attempt(hash, v)
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'dict'
# expect: TypeError: unhashable type: 'set'
# expect: TypeError: unhashable type: 'bytearray'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
