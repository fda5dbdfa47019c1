# type and isinstance of everything
import types

for v in (1, 1.0, 1j, "", b"", [], (), {}, set(), frozenset(), None, True, range(1), slice(1), ..., NotImplemented, len, lambda: 0, int, type, object(), iter([]), iter(""), iter({}), (x for x in ()), zip(), map(str, []), enumerate([]), bytearray(), memoryview(b""), Exception(), property(), staticmethod(len), classmethod(len), super(int, 1), types, {}.keys(), {}.values(), {}.items(), reversed([]), iter(()), iter(set()), iter(range(1)), [].append, "".join, str.upper, int.__add__, int.real, filter(None, [])):
    print(type(v).__name__, end=" ")
print()
# expect-json: "int float complex str bytes list tuple dict set frozenset NoneType bool range slice ellipsis NotImplementedType builtin_function_or_method function type type object list_iterator str_ascii_iterator dict_keyiterator generator zip map enumerate bytearray memoryview Exception property staticmethod classmethod super module dict_keys dict_values dict_items list_reverseiterator tuple_iterator set_iterator range_iterator builtin_function_or_method builtin_function_or_method method_descriptor wrapper_descriptor getset_descriptor filter "
