// Special method names cached in PyType.specials, in this order (index SPECIAL_<name>).
#ifndef KRAIT_SPECIALS_H
#define KRAIT_SPECIALS_H
#define SPECIALS(X) \
    X(new) X(init) X(del) X(call) X(getattribute) X(getattr) X(setattr) X(delattr) X(get) X(set) X(delete) \
    X(repr) X(str) X(format) X(bytes) X(hash) X(bool) X(len) X(length_hint) X(index) X(int) X(float) X(complex) \
    X(lt) X(le) X(eq) X(ne) X(gt) X(ge) \
    X(iter) X(next) X(reversed) X(contains) X(getitem) X(setitem) X(delitem) X(missing) \
    X(neg) X(pos) X(abs) X(invert) X(round) X(trunc) X(floor) X(ceil) \
    /* binary operators: in the order of BinaryOp in opcodes.ts (BINARY_ADD = 0 …): plain, reflected, in place */ \
    X(add) X(sub) X(mul) X(truediv) X(floordiv) X(mod) X(pow) X(lshift) X(rshift) X(and) X(or) X(xor) X(matmul) \
    X(radd) X(rsub) X(rmul) X(rtruediv) X(rfloordiv) X(rmod) X(rpow) X(rlshift) X(rrshift) X(rand) X(ror) X(rxor) X(rmatmul) \
    X(iadd) X(isub) X(imul) X(itruediv) X(ifloordiv) X(imod) X(ipow) X(ilshift) X(irshift) X(iand) X(ior) X(ixor) X(imatmul) \
    X(divmod) X(rdivmod) \
    X(enter) X(exit) X(await) X(aiter) X(anext) X(aenter) X(aexit) \
    X(instancecheck) X(subclasscheck) X(class_getitem) X(prepare) X(set_name) X(init_subclass) X(fspath) X(buffer)
enum {
#define X(name) SPECIAL_##name,
    SPECIALS(X)
#undef X
    SPECIAL_COUNT
};
_Static_assert(SPECIAL_COUNT <= 112, "PyType.specials is too small");
#endif
