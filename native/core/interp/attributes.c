// Attribute loads, stores and method loads with inline caches. What may be cached and under which guards is decided in attrs.c
// (AttrCacheKind in core.h); here is how each kind lies in the two cache words:
//
//   word 1  u16 counter · u16 offset / 8 (stores that add) · u32 offset, cell or new shape
//   word 2  u32 type or version · u32 shape (or metatype)
//
// Type and shape are compared one by one although they are neighbours: a 64-bit load right after the 32-bit store of a shape would stall.
#include "handlers.h"

#define GUARD_1(pc) CACHE_PAIR_LOW(pc)
#define GUARD_2(pc) CACHE_PAIR_HIGH(pc)
INLINE u32 field_32(VM *vm, Value object, u64 offset) { return *(u32 *)((u8 *)vm + (u32)object + offset); }
INLINE Value *slot_at(VM *vm, Value object, u32 offset) { return AT(vm, Value, (u32)object + offset); }
#define SHAPE_AT 8u
#define OVERFLOW_AT 12u
// Guards. All of them take a register's value, which is never EMPTY.
INLINE bool has_type_and_shape(VM *vm, u64 *pc, Value o) { return is_ref(o) && ref_type(vm, o) == GUARD_1(pc) && field_32(vm, o, SHAPE_AT) == GUARD_2(pc); }
INLINE bool has_type(VM *vm, u64 *pc, Value o) { return is_ref(o) && ref_type(vm, o) == GUARD_1(pc); }
INLINE bool has_version(VM *vm, u64 *pc, Value o) { return is_ref(o) && type_at(vm, ref_type(vm, o))->version == GUARD_1(pc); }
INLINE bool has_version_and_shape(VM *vm, u64 *pc, Value o) { return has_version(vm, pc, o) && field_32(vm, o, SHAPE_AT) == GUARD_2(pc); }
INLINE bool is_cached_class(VM *vm, u64 *pc, Value o) { return is_ref(o) && ref_type(vm, o) == GUARD_2(pc) && type_at(vm, (Ref)o)->version == GUARD_1(pc); }
INLINE bool is_cached_module(VM *vm, u64 *pc, Value o)
{
    return is_ref(o) && ref_type(vm, o) == TYPE_MODULE && AT(vm, PyDict, OBJ(vm, PyModule, o)->dict)->keys_version == GUARD_1(pc);
}
INLINE Value cell_value(VM *vm, u64 *pc) { return AT(vm, PyCell, CACHE_LOW(pc))->value; }

// --- loads --------------------------------------------------------------------------------------------------------------------
// R[a] = v (owned) where the object's register is given up: both old values die.
#define STORE_RELEASING_B(v, words) do { \
        Value *from_ = &R[B(pc)], *to_ = &R[A(pc)], object_ = take(from_), old2_ = *to_; \
        *to_ = (v); \
        if (is_object(old2_) && unlikely(--head_of(vm, old2_)->refcount == 0)) \
            object_dealloc(vm, (Ref)old2_); \
        pc += (words); \
        DROP_AND_DISPATCH(object_); \
    } while (0)
#define FINISH_GETATTR(v) do { \
        if (is_ref(v)) \
            incref_object(vm, v); \
        if (FLAGS(pc) & FLAG_DROP_B) \
            STORE_RELEASING_B(v, 3); \
        STORE_NEXT(v, 3); \
    } while (0)

static NOINLINE HANDLER(getattr_slow)
{
    Value own = instance_own_peek(vm, R[B(pc)], (Ref)name_of(vm, R, C(pc)));
    if (own != EMPTY)
        FINISH_GETATTR(own);
    sync(vm, pc, R); // (what a frame's attributes say depends on it)
    vm->result = attr_get(vm, R[B(pc)], (Ref)name_of(vm, R, C(pc)));
    GOTO(answer);
}

static COLD HANDLER(getattr_miss)
{
    count_miss(pc);
    GOTO(getattr_slow);
}

static COLD HANDLER(getattr_quicken)
{
    AttrCache cache = {0};
    u32 form = 0;
    switch (attr_cache_get(vm, R[B(pc)], (Ref)name_of(vm, R, C(pc)), &cache)) {
    case ATTR_SLOT: form = cache.shape && !cache.version ? OP_GETATTR_SLOT : 0; break;
    case ATTR_OVERFLOW: form = cache.shape && !cache.version ? OP_GETATTR_OVERFLOW : 0; break;
    case ATTR_MEMBER: form = !cache.shape && !cache.version ? OP_GETATTR_MEMBER : 0; break;
    case ATTR_CONSTANT: form = cache.version ? OP_GETATTR_CONSTANT : 0; break;
    case ATTR_PROPERTY: form = cache.version ? OP_GETATTR_PROPERTY : 0; break;
    case ATTR_GETSET: form = cache.version ? OP_GETATTR_GETSET : 0; break;
    case ATTR_TYPE_CONSTANT: form = cache.version ? OP_GETATTR_TYPE : 0; break;
    case ATTR_MODULE: form = cache.type == TYPE_MODULE ? OP_GETATTR_MODULE : 0; break;
    default: break;
    }
    if (!form) {
        counter_back_off(pc);
        GOTO(getattr_slow);
    }
    bool by_type = form == OP_GETATTR_SLOT || form == OP_GETATTR_OVERFLOW || form == OP_GETATTR_MEMBER;
    GUARD_1(pc) = by_type ? cache.type : cache.version;
    GUARD_2(pc) = form == OP_GETATTR_TYPE ? cache.type : cache.shape;
    CACHE_LOW(pc) = by_type ? cache.offset : cache.cell;
    specialise(pc, form);
    REDISPATCH;
}

HANDLER(op_GETATTR)
{
    if (counter_waits_once(pc))
        GOTO(getattr_slow);
    GOTO(getattr_quicken);
}

HANDLER(op_GETATTR_SLOT)
{
    Value o = R[B(pc)];
    if (unlikely(!has_type_and_shape(vm, pc, o)))
        GOTO(getattr_miss);
    Value v = *slot_at(vm, o, CACHE_LOW(pc));
    FINISH_GETATTR(v);
}

HANDLER(op_GETATTR_OVERFLOW)
{
    Value o = R[B(pc)];
    if (unlikely(!has_type_and_shape(vm, pc, o)))
        GOTO(getattr_miss);
    Value v = *slot_at(vm, field_32(vm, o, OVERFLOW_AT), CACHE_LOW(pc));
    FINISH_GETATTR(v);
}

HANDLER(op_GETATTR_MEMBER)
{
    Value o = R[B(pc)];
    if (unlikely(!has_type(vm, pc, o)))
        GOTO(getattr_miss);
    Value v = *slot_at(vm, o, CACHE_LOW(pc));
    if (unlikely(v == EMPTY))
        GOTO(getattr_slow);
    FINISH_GETATTR(v);
}

HANDLER(op_GETATTR_CONSTANT)
{
    Value o = R[B(pc)];
    if (unlikely(!has_version(vm, pc, o)) || unlikely(GUARD_2(pc) && field_32(vm, o, SHAPE_AT) != GUARD_2(pc)))
        GOTO(getattr_miss);
    Value v = cell_value(vm, pc);
    if (unlikely(v == EMPTY))
        GOTO(getattr_slow);
    FINISH_GETATTR(v);
}

HANDLER(op_GETATTR_TYPE)
{
    if (unlikely(!is_cached_class(vm, pc, R[B(pc)])))
        GOTO(getattr_miss);
    Value v = cell_value(vm, pc);
    if (unlikely(v == EMPTY))
        GOTO(getattr_slow);
    FINISH_GETATTR(v);
}

HANDLER(op_GETATTR_MODULE)
{
    if (unlikely(!is_cached_module(vm, pc, R[B(pc)])))
        GOTO(getattr_miss);
    Value v = cell_value(vm, pc);
    if (unlikely(v == EMPTY))
        GOTO(getattr_slow);
    FINISH_GETATTR(v);
}

HANDLER(op_GETATTR_PROPERTY)
{
    Value o = R[B(pc)];
    if (unlikely(!has_version(vm, pc, o)) || unlikely(GUARD_2(pc) && field_32(vm, o, SHAPE_AT) != GUARD_2(pc)))
        GOTO(getattr_miss);
    Value getter = OBJ(vm, PyProperty, cell_value(vm, pc))->getter;
    Value *w = frame_top(vm, R);
    incref_object(vm, getter);
    incref_object(vm, o);
    w[0] = getter;
    w[4] = o;
    vm->call_base = OFFSET_OF(vm, w);
    vm->call_nargs = 1;
    vm->call_kwnames = 0;
    vm->mode = MODE_WORD(RET_STORE, RET_STORE, 0);
    vm->aux = 0;
    GOTO(call_window);
}

HANDLER(op_GETATTR_GETSET)
{
    Value o = R[B(pc)];
    if (unlikely(!has_version(vm, pc, o)) || unlikely(GUARD_2(pc) && field_32(vm, o, SHAPE_AT) != GUARD_2(pc)))
        GOTO(getattr_miss);
    sync(vm, pc, R);
    vm->result = call_builtin_core(vm, AT(vm, PyBuiltin, OBJ(vm, PyGetSet, cell_value(vm, pc))->getter), &o, 1);
    GOTO(answer);
}

// --- stores -------------------------------------------------------------------------------------------------------------------
static NOINLINE HANDLER(setattr_slow)
{
    Value tail_value = EMPTY;
    bool done = attr_set(vm, R[A(pc)], (Ref)name_of(vm, R, C(pc)), R[B(pc)], &tail_value);
    vm->result = done ? NONE : tail_value;
    GOTO(answer);
}

static COLD HANDLER(setattr_miss)
{
    count_miss(pc);
    GOTO(setattr_slow);
}

static COLD HANDLER(setattr_quicken)
{
    AttrCache cache = {0};
    u32 form = 0;
    switch (attr_cache_set(vm, R[A(pc)], (Ref)name_of(vm, R, C(pc)), &cache)) {
    case ATTR_SET_SLOT: form = cache.shape && !cache.version ? OP_SETATTR_SLOT : 0; break;
    case ATTR_SET_OVERFLOW: form = cache.shape && !cache.version ? OP_SETATTR_OVERFLOW : 0; break;
    case ATTR_SET_MEMBER: form = !cache.shape && !cache.version ? OP_SETATTR_MEMBER : 0; break;
    case ATTR_SET_ADD: form = cache.shape && !cache.version && cache.offset < 8 * 0xFFFF ? OP_SETATTR_ADD : 0; break;
    default: break;
    }
    if (!form) {
        counter_back_off(pc);
        GOTO(setattr_slow);
    }
    GUARD_1(pc) = cache.type;
    GUARD_2(pc) = cache.shape;
    CACHE_LOW(pc) = form == OP_SETATTR_ADD ? cache.new_shape : cache.offset;
    CACHE_16(pc) = (u16)(cache.offset / 8);
    specialise(pc, form);
    REDISPATCH;
}

HANDLER(op_SETATTR)
{
    if (counter_waits_once(pc))
        GOTO(setattr_slow);
    GOTO(setattr_quicken);
}

static NOINLINE HANDLER(release_a_and_next)
{
    release(vm, &R[A(pc)]);
    NEXT_CHECKED(3);
}

INLINE Value value_to_store(VM *vm, u64 *pc, Value *R)
{
    Value v = R[B(pc)];
    if (FLAGS(pc) & FLAG_DROP_B)
        R[B(pc)] = EMPTY;
    else
        incref(vm, v);
    return v;
}
// Replaces *place; the object's register is given up last, if at all.
#define FINISH_SETATTR(place) do { \
        Value *place_ = (place), v_ = value_to_store(vm, pc, R), old_ = *place_; \
        *place_ = v_; \
        if (unlikely(FLAGS(pc) & FLAG_DROP_A)) { \
            if (is_object(old_)) \
                decref_object(vm, old_); \
            GOTO(release_a_and_next); \
        } \
        pc += 3; \
        DROP_AND_DISPATCH(old_); \
    } while (0)

HANDLER(op_SETATTR_SLOT)
{
    Value o = R[A(pc)];
    if (unlikely(!has_type_and_shape(vm, pc, o)))
        GOTO(setattr_miss);
    FINISH_SETATTR(slot_at(vm, o, CACHE_LOW(pc)));
}

HANDLER(op_SETATTR_OVERFLOW)
{
    Value o = R[A(pc)];
    if (unlikely(!has_type_and_shape(vm, pc, o)))
        GOTO(setattr_miss);
    FINISH_SETATTR(slot_at(vm, field_32(vm, o, OVERFLOW_AT), CACHE_LOW(pc)));
}

HANDLER(op_SETATTR_MEMBER)
{
    Value o = R[A(pc)];
    if (unlikely(!has_type(vm, pc, o)))
        GOTO(setattr_miss);
    FINISH_SETATTR(slot_at(vm, o, CACHE_LOW(pc)));
}

HANDLER(op_SETATTR_ADD)
{
    Value o = R[A(pc)];
    if (unlikely(!has_type_and_shape(vm, pc, o)))
        GOTO(setattr_miss);
    *slot_at(vm, o, CACHE_16(pc) * 8u) = value_to_store(vm, pc, R);
    *AT(vm, u32, (u32)o + SHAPE_AT) = CACHE_LOW(pc);
    if (unlikely(FLAGS(pc) & FLAG_DROP_A))
        GOTO(release_a_and_next);
    NEXT(3);
}

HANDLER(op_DELATTR)
{
    Value tail_value = EMPTY;
    bool done = attr_set(vm, R[A(pc)], (Ref)name_of(vm, R, C(pc)), EMPTY, &tail_value);
    vm->result = done ? NONE : tail_value;
    GOTO(answer);
}

// --- methods ------------------------------------------------------------------------------------------------------------------
// R[a] = callable (owned), R[a+4] = object as its first argument. The window holds no reference before.
#define FINISH_METHOD(callable) do { \
        Value *w_ = &R[A(pc)], o_ = R[B(pc)]; \
        incref_object(vm, callable); \
        if (FLAGS(pc) & FLAG_DROP_B) \
            R[B(pc)] = EMPTY; \
        else \
            incref_object(vm, o_); \
        w_[0] = (callable); \
        w_[4] = o_; \
        NEXT(3); \
    } while (0)
// R[a] = v (owned), no first argument.
#define FINISH_NO_METHOD(v) do { \
        Value v_ = (v), *w_ = &R[A(pc)]; \
        if (unlikely(FLAGS(pc) & FLAG_DROP_B)) { \
            Value object_ = take(&R[B(pc)]); \
            w_[0] = v_; \
            w_[4] = EMPTY; \
            pc += 3; \
            DROP_AND_DISPATCH(object_); \
        } \
        w_[0] = v_; \
        w_[4] = EMPTY; \
        NEXT(3); \
    } while (0)

static NOINLINE HANDLER(load_method_slow)
{
    Value o = R[B(pc)], found;
    int status = attr_find_method(vm, o, (Ref)name_of(vm, R, C(pc)), &found);
    if (likely(status == 1)) {
        Value *w = &R[A(pc)];
        if (FLAGS(pc) & FLAG_DROP_B)
            R[B(pc)] = EMPTY;
        else
            incref(vm, o);
        w[0] = found;
        w[4] = o;
        NEXT_CHECKED(3);
    }
    vm->result = status == 3 ? found : status == 2 ? VALUE_TAIL : EMPTY;
    if (status == 0)
        vm->result = attr_get(vm, o, (Ref)name_of(vm, R, C(pc))); // for its error
    GOTO(answer);
}

static COLD HANDLER(load_method_miss)
{
    count_miss(pc);
    GOTO(load_method_slow);
}

static COLD HANDLER(load_method_quicken)
{
    AttrCache cache = {0};
    u32 form = 0;
    switch (attr_cache_get(vm, R[B(pc)], (Ref)name_of(vm, R, C(pc)), &cache)) {
    case ATTR_METHOD:
        if (cache.version)
            form = cache.shape ? OP_LOAD_METHOD_INSTANCE : OP_LOAD_METHOD_BUILTIN;
        break;
    case ATTR_SLOT: form = cache.shape && !cache.version ? OP_LOAD_METHOD_SLOT : 0; break;
    case ATTR_MODULE: form = cache.type == TYPE_MODULE ? OP_LOAD_METHOD_MODULE : 0; break;
    case ATTR_TYPE_CONSTANT: case ATTR_TYPE_STATIC: form = cache.version ? OP_LOAD_METHOD_TYPE : 0; break;
    case ATTR_TYPE_CLASSMETHOD: form = cache.version ? OP_LOAD_METHOD_CLASSMETHOD : 0; break;
    default: break;
    }
    if (!form) {
        counter_back_off(pc);
        GOTO(load_method_slow);
    }
    bool by_metatype = form == OP_LOAD_METHOD_TYPE || form == OP_LOAD_METHOD_CLASSMETHOD;
    GUARD_1(pc) = form == OP_LOAD_METHOD_SLOT ? cache.type : cache.version;
    GUARD_2(pc) = by_metatype ? cache.type : cache.shape;
    CACHE_LOW(pc) = form == OP_LOAD_METHOD_SLOT ? cache.offset : cache.cell;
    CACHE_16(pc) = cache.kind == ATTR_TYPE_STATIC;
    specialise(pc, form);
    REDISPATCH;
}

HANDLER(op_LOAD_METHOD)
{
    ASSERT(vm, A(pc) == B(pc) || !is_object(R[A(pc)]));
    if (counter_waits_once(pc))
        GOTO(load_method_slow);
    GOTO(load_method_quicken);
}

HANDLER(op_LOAD_METHOD_INSTANCE)
{
    if (unlikely(!has_version_and_shape(vm, pc, R[B(pc)])))
        GOTO(load_method_miss);
    Value callable = cell_value(vm, pc);
    FINISH_METHOD(callable);
}

HANDLER(op_LOAD_METHOD_BUILTIN)
{
    if (unlikely(!has_version(vm, pc, R[B(pc)])))
        GOTO(load_method_miss);
    Value callable = cell_value(vm, pc);
    FINISH_METHOD(callable);
}

HANDLER(op_LOAD_METHOD_SLOT)
{
    Value o = R[B(pc)];
    if (unlikely(!has_type_and_shape(vm, pc, o)))
        GOTO(load_method_miss);
    Value v = *slot_at(vm, o, CACHE_LOW(pc));
    incref(vm, v);
    FINISH_NO_METHOD(v);
}

HANDLER(op_LOAD_METHOD_MODULE)
{
    if (unlikely(!is_cached_module(vm, pc, R[B(pc)])))
        GOTO(load_method_miss);
    Value v = cell_value(vm, pc);
    if (unlikely(v == EMPTY))
        GOTO(load_method_slow);
    incref(vm, v);
    FINISH_NO_METHOD(v);
}

HANDLER(op_LOAD_METHOD_TYPE)
{
    if (unlikely(!is_cached_class(vm, pc, R[B(pc)])))
        GOTO(load_method_miss);
    Value v = cell_value(vm, pc);
    if (unlikely(v == EMPTY))
        GOTO(load_method_slow);
    if (CACHE_16(pc))
        v = OBJ(vm, PyWrapperMethod, v)->callable;
    incref(vm, v);
    FINISH_NO_METHOD(v);
}

HANDLER(op_LOAD_METHOD_CLASSMETHOD)
{
    if (unlikely(!is_cached_class(vm, pc, R[B(pc)])))
        GOTO(load_method_miss);
    Value callable = OBJ(vm, PyWrapperMethod, cell_value(vm, pc))->callable;
    FINISH_METHOD(callable);
}

// --- super --------------------------------------------------------------------------------------------------------------------
// R[b] = what `super` means here. If it is not the builtin it is called first; R[b] then holds the result and R[b+1] is EMPTY (finish_value).
static HANDLER(load_super)
{
    Value *operands = &R[B(pc)];
    Ref name = (Ref)name_of(vm, R, C(pc));
    bool method = op_at(pc) == OP_LOAD_SUPER_METHOD;
    if (operands[1] == EMPTY) {
        vm->result = attr_get(vm, operands[0], name);
        GOTO(answer);
    }
    if (operands[0] != TYPE_SUPER || !is_type(vm, operands[1])) {
        vm->result = tail_call(vm, operands[0], 2, operands[1], operands[2]);
        GOTO(answer);
    }
    Value found = EMPTY, self = EMPTY;
    int status = super_find(vm, (Ref)operands[1], operands[2], name, method, &found, &self);
    if (status == 1 && method) {
        incref(vm, self);
        release_range(vm, operands, 3);
        Value *w = &R[A(pc)];
        w[0] = found;
        w[4] = self;
        NEXT_CHECKED(2);
    }
    vm->result = status == 1 || status == 3 ? found : status == 2 ? VALUE_TAIL : EMPTY;
    GOTO(answer);
}

HANDLER(op_LOAD_SUPER_ATTR) { GOTO(load_super); }
HANDLER(op_LOAD_SUPER_METHOD) { GOTO(load_super); }

// --- back to the generic forms -------------------------------------------------------------------------------------------------
void code_reset_caches(VM *vm, PyCode *code)
{
    u64 *pc = code_start(vm, code), *end = pc + code->word_count;
    for (; pc < end; pc += width_at(pc)) {
        u32 generic = generic_op_at(pc);
        if (op_at(pc) != generic && (generic == OP_GETATTR || generic == OP_SETATTR || generic == OP_LOAD_METHOD)) {
            set_op(pc, generic);
            COUNTER(pc) = 1;
        }
    }
}
