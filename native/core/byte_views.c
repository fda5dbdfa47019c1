// Objects as runs of bytes: see byte_views.h.
#include "byte_views.h"

static Value member_of(VM *vm, Value object, const char *name)
{
    Ref interned = (Ref)str_intern_c(vm, name), cell = interned ? type_lookup_cell(vm, ref_type(vm, object), interned) : 0;
    Value member = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    return is_exact(vm, member, TYPE_MEMBER_DESCRIPTOR) ? OBJ(vm, PyInstance, object)->slots[OBJ(vm, PyMember, member)->index] : EMPTY;
}

// A memoryview (src/modules/_memoryview.py) whose bytes lie in one piece.
static NOINLINE bool view_of_memoryview(VM *vm, Value v, ByteView *view)
{
    Ref cls = ref_type(vm, v);
    if (cls < STATIC_END || dict_get_str_peek(vm, vm->builtins_dict, (Ref)str_intern_c(vm, "memoryview")) != cls)
        return false;
    Value base = member_of(vm, v, "_base"), offset = member_of(vm, v, "_offset"), size = member_of(vm, v, "_itemsize");
    Value shape = member_of(vm, v, "_shape"), strides = member_of(vm, v, "_strides");
    if (!byte_view(vm, base, view) || !is_int48(offset) || !is_int48(size) || !is_exact(vm, shape, TYPE_TUPLE) || !is_exact(vm, strides, TYPE_TUPLE))
        return false; // (released: no base)
    i64 bytes = int48_value(size), start = int48_value(offset);
    for (u32 i = OBJ(vm, PyTuple, shape)->length; i-- > 0;) {
        i64 count = int48_value(OBJ(vm, PyTuple, shape)->items[i]);
        if (count > 1 && OBJ(vm, PyTuple, strides)->items[i] != int48(bytes))
            return false;
        bytes *= count;
    }
    if (start < 0 || bytes < 0 || start + bytes > view->length)
        return false;
    *view = (ByteView){view->data + start, (u32)bytes};
    return true;
}

bool raise_if_scattered(VM *vm, Value v)
{
    if (bytes_kind(vm, v) != LAYOUT_OBJECT || dict_get_str_peek(vm, vm->builtins_dict, (Ref)str_intern_c(vm, "memoryview")) != ref_type(vm, v))
        return false;
    if (is_object(member_of(vm, v, "_base")) && member_of(vm, v, "_base") != NONE)
        raise_error(vm, EXC_BufferError, "memoryview: underlying buffer is not C-contiguous");
    else
        raise_error(vm, EXC_ValueError, "operation forbidden on released memoryview object");
    return true;
}

bool byte_view(VM *vm, Value v, ByteView *view)
{
    u32 kind = bytes_kind(vm, v);
    if (unlikely(kind == LAYOUT_OBJECT))
        return view_of_memoryview(vm, v, view);
    if (kind == LAYOUT_BYTES) {
        PyBytes *b = OBJ(vm, PyBytes, v);
        *view = (ByteView){b->data, b->length};
        return true;
    }
    if (kind == LAYOUT_BYTEARRAY) {
        PyByteArray *b = OBJ(vm, PyByteArray, v);
        *view = (ByteView){AT(vm, u8, b->data), b->length};
        return true;
    }
    return false;
}

bool want_byte_view(VM *vm, Value v, ByteView *view)
{
    if (byte_view(vm, v, view))
        return true;
    if (raise_if_scattered(vm, v))
        return false;
    raise_error(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", v);
    return false;
}

Value bytearray_new(VM *vm, const u8 *data, u32 length)
{
    PyByteArray *b = heap_new(vm, TYPE_BYTEARRAY, sizeof(PyByteArray));
    if (unlikely(!b))
        return EMPTY;
    if (length) {
        u32 block = heap_block(vm, length);
        if (unlikely(!block)) {
            heap_free(vm, b);
            return EMPTY;
        }
        b->data = block;
        b->capacity = length;
        b->length = length;
        if (data)
            memcpy(AT(vm, u8, block), data, length);
    }
    return OFFSET_OF(vm, b);
}

Value bytes_like(VM *vm, Value model, const u8 *data, u32 length)
{
    return bytes_kind(vm, model) == LAYOUT_BYTEARRAY ? bytearray_new(vm, data, length) : bytes_new(vm, data, length);
}
u8 *bytes_data(VM *vm, Value v)
{
    return bytes_kind(vm, v) == LAYOUT_BYTEARRAY ? AT(vm, u8, OBJ(vm, PyByteArray, v)->data) : OBJ(vm, PyBytes, v)->data;
}
Value bytes_room(VM *vm, Value model, u64 length)
{
    if (length > 0xE0000000u)
        return raise_memory_error(vm);
    return bytes_like(vm, model, NULL, (u32)length);
}
Value bytes_itself(VM *vm, Value v)
{
    if (ref_type(vm, v) == TYPE_BYTES)
        return retain(vm, v);
    ByteView b;
    byte_view(vm, v, &b);
    return bytes_like(vm, v, b.data, b.length);
}
Value bytes_slice(VM *vm, Value v, i64 start, i64 end)
{
    ByteView b;
    byte_view(vm, v, &b);
    if (start == 0 && end == b.length)
        return bytes_itself(vm, v);
    return bytes_like(vm, v, b.data + start, end > start ? (u32)(end - start) : 0);
}

bool is_byte_index(VM *vm, Value v)
{
    return is_int48(v) || v == TRUE || v == FALSE || (is_object(v) && kind_of(vm, v) == LAYOUT_INT);
}
bool byte_from_value(VM *vm, Value v, u8 *byte)
{
    i64 n;
    if (!is_byte_index(vm, v)) {
        raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
        return false;
    }
    if (!int_to_i64(vm, v, &n) || n < 0 || n > 255) {
        raise_error(vm, EXC_ValueError, "byte must be in range(0, 256)");
        return false;
    }
    *byte = (u8)n;
    return true;
}
bool byte_item_index(VM *vm, Value self, Value key, i64 *index)
{
    ByteView text;
    byte_view(vm, self, &text);
    bool array = bytes_kind(vm, self) == LAYOUT_BYTEARRAY;
    if (!is_byte_index(vm, key)) {
        raise_error(vm, EXC_TypeError, array ? "bytearray indices must be integers or slices, not %T" : "byte indices must be integers or slices, not %T", key);
        return false;
    }
    if (!int_fits_index(vm, key, index, EXC_IndexError))
        return false;
    if (*index < 0)
        *index += text.length;
    if (*index < 0 || *index >= text.length) {
        raise_error(vm, EXC_IndexError, array ? "bytearray index out of range" : "index out of range");
        return false;
    }
    return true;
}
