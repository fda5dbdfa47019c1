// What pickles consist of: codes of protocols 2 to 5 that pickle_dump.c writes and pickle_load.c reads.
#ifndef KRAIT_PICKLE_H
#define KRAIT_PICKLE_H

enum {
    PICKLE_MARK = '(', PICKLE_STOP = '.', PICKLE_POP = '0', PICKLE_POP_MARK = '1', PICKLE_BINFLOAT = 'G', PICKLE_BININT = 'J', PICKLE_BININT1 = 'K',
    PICKLE_BININT2 = 'M', PICKLE_NONE = 'N', PICKLE_REDUCE = 'R', PICKLE_BINUNICODE = 'X', PICKLE_APPEND = 'a', PICKLE_BUILD = 'b', PICKLE_GLOBAL = 'c',
    PICKLE_APPENDS = 'e', PICKLE_BINGET = 'h', PICKLE_LONG_BINGET = 'j', PICKLE_EMPTY_LIST = ']', PICKLE_BINPUT = 'q', PICKLE_LONG_BINPUT = 'r',
    PICKLE_SETITEM = 's', PICKLE_TUPLE = 't', PICKLE_EMPTY_TUPLE = ')', PICKLE_SETITEMS = 'u', PICKLE_EMPTY_DICT = '}', PICKLE_BINBYTES = 'B',
    PICKLE_SHORT_BINBYTES = 'C', PICKLE_PROTO = 0x80, PICKLE_NEWOBJ = 0x81, PICKLE_TUPLE1 = 0x85, PICKLE_TUPLE2, PICKLE_TUPLE3, PICKLE_NEWTRUE,
    PICKLE_NEWFALSE, PICKLE_LONG1, PICKLE_LONG4, PICKLE_SHORT_BINUNICODE = 0x8C, PICKLE_BINUNICODE8, PICKLE_BINBYTES8, PICKLE_EMPTY_SET,
    PICKLE_ADDITEMS, PICKLE_FROZENSET, PICKLE_NEWOBJ_EX, PICKLE_STACK_GLOBAL, PICKLE_MEMOIZE, PICKLE_FRAME, PICKLE_BYTEARRAY8,
};
#define PICKLE_FRAME_HEAD 9u // its code and the length in eight bytes
// Whether it is a list of `length` items that begins with such objects (type 0: an int), as questions to Python are.
INLINE bool pickle_is_state(VM *vm, Value v, u32 length, const Ref *types, u32 count)
{
    if (!is_exact(vm, v, TYPE_LIST) || OBJ(vm, PyList, v)->length != length)
        return false;
    const Value *state = AT(vm, Value, OBJ(vm, PyList, v)->items);
    for (u32 i = 0; i < count; i++)
        if (types[i] ? !is_exact(vm, state[i], types[i]) : !is_int48(state[i]))
            return false;
    return true;
}
#define PICKLE_LEAST_POLLED 4096u // objects or codes between two looks at interrupts

#endif
