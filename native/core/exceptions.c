// Exception instances: what each builtin class keeps besides args, and how its constructor fills that in. `exception_new` makes a builtin exception
// in one step (no __new__/__init__ hooks), as raising from C does.
#include "heap_inline.h"
#include "strings.h"
#include "types.h"

// Own fields of a class, in the order of PyException.fields. A class with own fields has a layout of its own: bases with different ones conflict.
typedef struct FieldRow { Ref type; u32 count; const char *names[9]; } FieldRow;
static const FieldRow field_rows[] = {
    [EXCEPTION_INDEX_StopIteration] = {EXC_StopIteration, 1, {"value"}},
    [EXCEPTION_INDEX_SystemExit] = {EXC_SystemExit, 1, {"code"}},
    [EXCEPTION_INDEX_ImportError] = {EXC_ImportError, 4, {"msg", "name", "path", "name_from"}},
    [EXCEPTION_INDEX_AttributeError] = {EXC_AttributeError, 2, {"name", "obj"}},
    [EXCEPTION_INDEX_NameError] = {EXC_NameError, 1, {"name"}},
    [EXCEPTION_INDEX_OSError] = {EXC_OSError, 4, {"errno", "strerror", "filename", "filename2"}},
    [EXCEPTION_INDEX_SyntaxError] = {EXC_SyntaxError, 9, {"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line", "_metadata"}},
    [EXCEPTION_INDEX_UnicodeDecodeError] = {EXC_UnicodeDecodeError, 5, {"encoding", "object", "start", "end", "reason"}},
    [EXCEPTION_INDEX_UnicodeEncodeError] = {EXC_UnicodeEncodeError, 5, {"encoding", "object", "start", "end", "reason"}},
    [EXCEPTION_INDEX_UnicodeTranslateError] = {EXC_UnicodeTranslateError, 5, {"encoding", "object", "start", "end", "reason"}},
    [EXCEPTION_INDEX_BaseExceptionGroup] = {EXC_BaseExceptionGroup, 2, {"message", "exceptions"}},
};
#define FIELD_ROWS (sizeof field_rows / sizeof *field_rows)

// NULL: it has none of its own.
static const FieldRow *row_of(Ref type)
{
    u32 index = (type - EXC_BaseException) / STATIC_TYPE_STRIDE + EXCEPTION_INDEX_BaseException;
    return type < STATIC_END && index < FIELD_ROWS && field_rows[index].count ? &field_rows[index] : NULL;
}

#define CHARACTERS_WRITTEN 4u // fifth field of OSError, shown as an attribute by a getset

u32 exception_field_count(Ref type)
{
    const FieldRow *row = row_of(type);
    return row ? row->count : 0;
}

void add_exception_members(VM *vm)
{
    for (u32 i = 0; i < FIELD_ROWS; i++)
        for (u32 k = 0; k < field_rows[i].count; k++) {
            PyMember *member = heap_new_container(vm, TYPE_MEMBER_DESCRIPTOR, sizeof(PyMember));
            member->owner = field_rows[i].type;
            member->name = str_intern_c(vm, field_rows[i].names[k]);
            make_immortal(vm, member->name);
            member->index = (u32)offsetof(PyException, fields) + k * 8;
            member->flags = MEMBER_FIELD | (field_rows[i].type == EXC_BaseExceptionGroup ? MEMBER_READONLY : 0);
            make_immortal(vm, OFFSET_OF(vm, member));
            dict_set_str(vm, type_at(vm, field_rows[i].type)->dict, member->name, OFFSET_OF(vm, member));
        }
}

// The builtin class whose constructor counts: the nearest with own fields, else BaseException.
static Ref family_of(VM *vm, Ref type)
{
    for (Ref t = type; t && t != TYPE_OBJECT; t = type_at(vm, t)->base)
        if (row_of(t))
            return t;
    return EXC_BaseException;
}

static void set_field(VM *vm, PyException *e, u32 i, Value v) { set_value(vm, e->fields + i, v == NONE ? EMPTY : retain(vm, v)); }

// OSError by its errno (Linux's numbers).
static Ref os_error_class(VM *vm, Value code)
{
    if (!is_int48(code))
        return EXC_OSError;
    switch (int48_value(code)) {
    case 1: case 13: return EXC_PermissionError;
    case 2: return EXC_FileNotFoundError;
    case 3: return EXC_ProcessLookupError;
    case 4: return EXC_InterruptedError;
    case 10: return EXC_ChildProcessError;
    case 11: case 114: case 115: return EXC_BlockingIOError;
    case 17: return EXC_FileExistsError;
    case 20: return EXC_NotADirectoryError;
    case 21: return EXC_IsADirectoryError;
    case 32: case 108: return EXC_BrokenPipeError;
    case 103: return EXC_ConnectionAbortedError;
    case 104: return EXC_ConnectionResetError;
    case 110: return EXC_TimeoutError;
    case 111: return EXC_ConnectionRefusedError;
    default: return EXC_OSError;
    }
}

static bool fill_os_error(VM *vm, PyException *e, Value *args, u32 nargs)
{
    if (nargs < 2 || nargs > 5)
        return true;
    set_field(vm, e, 0, args[0]);
    set_field(vm, e, 1, args[1]);
    if (nargs < 3 || args[2] == NONE)
        return true;
    if (type_is_subtype(vm, e->head.type, EXC_BlockingIOError) && (is_int48(args[2]) || is_instance(vm, args[2], TYPE_INT)))
        set_field(vm, e, CHARACTERS_WRITTEN, args[2]);
    else
        set_field(vm, e, 2, args[2]);
    if (nargs > 4)
        set_field(vm, e, 3, args[4]);
    Value two = tuple_from(vm, args, 2); // what names the file is no part of args
    if (two == EMPTY)
        return false;
    set_value(vm, &e->args, two);
    return true;
}

static bool fill_syntax_error(VM *vm, PyException *e, Value *args, u32 nargs)
{
    if (nargs)
        set_field(vm, e, 0, args[0]);
    if (nargs != 2)
        return true;
    Value info = args[1];
    u32 kind = is_object(info) ? kind_of(vm, info) : LAYOUT_COUNT, length;
    Value *items;
    if (kind == LAYOUT_TUPLE) {
        length = OBJ(vm, PyTuple, info)->length;
        items = OBJ(vm, PyTuple, info)->items;
    } else if (kind == LAYOUT_LIST) {
        length = OBJ(vm, PyList, info)->length;
        items = AT(vm, Value, OBJ(vm, PyList, info)->items);
    } else {
        raise_error(vm, EXC_TypeError, "'%T' object is not iterable", info);
        return false;
    }
    if (length < 4 || length > 7) {
        raise_error(vm, EXC_TypeError, "function takes at %s %u arguments (%u given)", length < 4 ? "least" : "most", length < 4 ? 4u : 7u, length);
        return false;
    }
    for (u32 i = 0; i < 4; i++)
        set_field(vm, e, 1 + i, items[i]);
    if (length == 5) {
        raise_error(vm, EXC_TypeError, "end_offset must be provided when end_lineno is provided");
        return false;
    }
    for (u32 i = 4; i < 6 && i < length; i++)
        set_field(vm, e, 1 + i, items[i]);
    return true;
}

static bool is_intlike(VM *vm, Value v) { return is_int48(v) || is_instance(vm, v, TYPE_INT); }

static bool fill_unicode_error(VM *vm, PyException *e, Ref family, Value *args, u32 nargs)
{
    u32 first = family == EXC_UnicodeTranslateError ? 1 : 0; // no encoding there
    if (nargs != 5 - first) {
        raise_error(vm, EXC_TypeError, "function takes exactly %u arguments (%u given)", 5 - first, nargs);
        return false;
    }
    for (u32 i = 0; i < nargs; i++) {
        u32 field = i + first;
        Value v = args[i];
        if (field == 2 || field == 3) {
            if (!is_intlike(vm, v)) {
                raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
                return false;
            }
        } else if (field == 1 && family == EXC_UnicodeDecodeError) {
            if (!is_instance(vm, v, TYPE_BYTES) && !is_instance(vm, v, TYPE_BYTEARRAY)) {
                raise_error(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", v);
                return false;
            }
            if (!is_instance(vm, v, TYPE_BYTES)) {
                PyByteArray *b = OBJ(vm, PyByteArray, v);
                v = bytes_new(vm, AT(vm, u8, b->data), b->length);
                if (v == EMPTY)
                    return false;
                set_value(vm, e->fields + 1, v);
                continue;
            }
        } else if (!is_instance(vm, v, TYPE_STR)) {
            raise_error(vm, EXC_TypeError, "argument %u must be str, not %T", i + 1, v);
            return false;
        }
        set_field(vm, e, field, v);
    }
    return true;
}

// Keyword arguments that become fields: `first` is the field of the first name.
static bool fill_keywords(VM *vm, PyException *e, const char *class_name, const FieldRow *row, u32 first, Value *values, Ref kwnames)
{
    PyTuple *names = AT(vm, PyTuple, kwnames);
    for (u32 k = 0; k < names->length; k++) {
        PyStr *name = OBJ(vm, PyStr, names->items[k]);
        u32 i = first;
        while (i < row->count && !str_is(name, row->names[i]))
            i++;
        if (i == row->count) {
            raise_error(vm, EXC_TypeError, "%s() got an unexpected keyword argument '%S'", class_name, names->items[k]);
            return false;
        }
        set_field(vm, e, i, values[k]);
    }
    return true;
}

// What __init__ of the builtin classes does. `args` without self.
static bool exception_fill(VM *vm, PyException *e, Value *args, u32 nargs, Ref kwnames)
{
    Ref type = e->head.type, family = family_of(vm, type);
    if (family == EXC_BaseException && !kwnames)
        return true;
    const FieldRow *row = row_of(family);
    if (family == EXC_ImportError || family == EXC_AttributeError || family == EXC_NameError)
        for (u32 i = 0; i < row->count; i++) // __init__ may be called again
            set_field(vm, e, i, EMPTY);
    if (kwnames && AT(vm, PyTuple, kwnames)->length) {
        if (family == EXC_ImportError || family == EXC_AttributeError || family == EXC_NameError) {
            const char *name = family == EXC_ImportError ? "ImportError" : family == EXC_AttributeError ? "AttributeError" : "NameError";
            if (!fill_keywords(vm, e, name, row, family == EXC_ImportError ? 1 : 0, args + nargs, kwnames))
                return false;
        } else {
            raise_error(vm, EXC_TypeError, "%N() takes no keyword arguments", type);
            return false;
        }
    }
    switch (family) {
    case EXC_StopIteration: set_field(vm, e, 0, nargs ? args[0] : NONE); break;
    case EXC_SystemExit: set_field(vm, e, 0, nargs == 1 ? args[0] : nargs ? e->args : NONE); break;
    case EXC_ImportError:
        if (nargs == 1)
            set_field(vm, e, 0, args[0]);
        break;
    case EXC_OSError: return fill_os_error(vm, e, args, nargs);
    case EXC_SyntaxError: return fill_syntax_error(vm, e, args, nargs);
    case EXC_UnicodeDecodeError: case EXC_UnicodeEncodeError: case EXC_UnicodeTranslateError:
        return fill_unicode_error(vm, e, family, args, nargs);
    default: break;
    }
    return true;
}

static Value exception_alloc(VM *vm, Ref type, Value args)
{
    PyType *t = type_at(vm, type);
    ASSERT(vm, t->kind == LAYOUT_EXCEPTION);
    PyException *e = heap_new_container(vm, type, t->base_size);
    if (!e)
        return EMPTY;
    e->args = args == EMPTY ? EMPTY_TUPLE : retain(vm, args);
    return OFFSET_OF(vm, e);
}

Value exception_new(VM *vm, Ref type, Value args)
{
    Value exception = exception_alloc(vm, type, args);
    if (exception == EMPTY)
        return EMPTY;
    PyException *e = OBJ(vm, PyException, exception);
    PyTuple *tuple = OBJ(vm, PyTuple, e->args);
    if (tuple->length && type != EXC_AttributeError && type != EXC_NameError && !exception_fill(vm, e, tuple->items, tuple->length, 0)) {
        decref(vm, exception);
        return EMPTY;
    }
    return exception;
}

// --- construction from Python -----------------------------------------------------------------------------------------------------
static bool check_class(VM *vm, Value cls)
{
    if (is_type(vm, cls) && type_is_subtype(vm, (Ref)cls, EXC_BaseException))
        return true;
    if (is_type(vm, cls))
        raise_error(vm, EXC_TypeError, "BaseException.__new__(%N): %N is not a subtype of BaseException", (Ref)cls, (Ref)cls);
    else
        raise_error(vm, EXC_TypeError, "BaseException.__new__(X): X is not a type object (%T)", cls);
    return false;
}

static Value base_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_class(vm, args[0]))
        return EMPTY;
    Value tuple = tuple_from(vm, args + 1, nargs - 1);
    if (tuple == EMPTY)
        return EMPTY;
    Value exception = exception_alloc(vm, (Ref)args[0], tuple);
    decref(vm, tuple);
    return exception;
}

static Value base_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyException *e = OBJ(vm, PyException, args[0]);
    Value tuple = tuple_from(vm, args + 1, nargs - 1);
    if (tuple == EMPTY)
        return EMPTY;
    set_value(vm, &e->args, tuple);
    return exception_fill(vm, e, args + 1, nargs - 1, kwnames) ? NONE : EMPTY;
}

static Value os_error_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_class(vm, args[0]))
        return EMPTY;
    Value cls = args[0];
    PyType *t = OBJ(vm, PyType, cls);
    if (t->specials[SPECIAL_init] != type_at(vm, EXC_OSError)->specials[SPECIAL_init])
        return exception_alloc(vm, (Ref)cls, EMPTY_TUPLE); // its own __init__ hands the arguments on, or does not
    if (kwnames && AT(vm, PyTuple, kwnames)->length)
        return raise_error(vm, EXC_TypeError, "%N() takes no keyword arguments", (Ref)cls);
    if (cls == EXC_OSError && nargs >= 3 && nargs <= 6)
        cls = os_error_class(vm, args[1]);
    Value tuple = tuple_from(vm, args + 1, nargs - 1);
    if (tuple == EMPTY)
        return EMPTY;
    Value exception = exception_alloc(vm, (Ref)cls, tuple);
    decref(vm, tuple);
    if (exception != EMPTY && !fill_os_error(vm, OBJ(vm, PyException, exception), args + 1, nargs - 1)) {
        decref(vm, exception);
        return EMPTY;
    }
    return exception;
}

// cls(*args) of an exact builtin class, __new__ and __init__ in one.
static Value exception_construct(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (family_of(vm, (Ref)args[0]) == EXC_OSError)
        return os_error_new(vm, args, nargs, kwnames);
    Value exception = base_new(vm, args, nargs, kwnames);
    if (exception != EMPTY && !exception_fill(vm, OBJ(vm, PyException, exception), args + 1, nargs - 1, kwnames)) {
        decref(vm, exception);
        return EMPTY;
    }
    return exception;
}

static Value none_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    // OSError's own __new__ has done it all, unless a subclass overrides __init__ and comes here from there.
    PyType *t = type_at(vm, ref_type(vm, args[0]));
    if (t->specials[SPECIAL_init] == type_at(vm, EXC_OSError)->specials[SPECIAL_init])
        return NONE;
    return base_init(vm, args, nargs, kwnames);
}

// --- attributes -------------------------------------------------------------------------------------------------------------------
static PyException *self_of(VM *vm, Value *args) { return OBJ(vm, PyException, args[0]); }
static Value shown(VM *vm, Value v) { return v == EMPTY ? NONE : retain(vm, v); }

static Value tuple_from_iterable(VM *vm, Value iterable)
{
    Value list = list_new(vm, 0);
    bool served = true;
    if (list == EMPTY)
        return EMPTY;
    Value tuple = EMPTY;
    if (list_extend_pure(vm, list, iterable, &served))
        tuple = list_to_tuple(vm, list);
    else if (!served && !type_at(vm, type_of(vm, iterable))->specials[SPECIAL_iter] && !type_at(vm, type_of(vm, iterable))->specials[SPECIAL_getitem])
        raise_error(vm, EXC_TypeError, "'%T' object is not iterable", iterable);
    else if (!served)
        raise_error(vm, EXC_NotImplementedError, "krait does not support assigning a '%T' object to the args of an exception yet", iterable);
    decref(vm, list);
    return tuple;
}

static Value get_args(VM *vm, Value *args, u32 nargs, Ref kwnames) { return retain(vm, self_of(vm, args)->args); }
static Value set_args(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs < 2)
        return raise_error(vm, EXC_TypeError, "args may not be deleted");
    Value tuple;
    if (is_instance(vm, args[1], TYPE_TUPLE))
        tuple = tuple_from(vm, OBJ(vm, PyTuple, args[1])->items, OBJ(vm, PyTuple, args[1])->length);
    else if (is_instance(vm, args[1], TYPE_LIST))
        tuple = list_to_tuple(vm, args[1]);
    else
        tuple = tuple_from_iterable(vm, args[1]);
    if (tuple == EMPTY)
        return EMPTY;
    set_value(vm, &self_of(vm, args)->args, tuple);
    return NONE;
}

static Value get_traceback(VM *vm, Value *args, u32 nargs, Ref kwnames) { return shown(vm, self_of(vm, args)->traceback); }
static Value put_traceback(VM *vm, Value exception, Value traceback)
{
    if (traceback != NONE && !is_exact(vm, traceback, TYPE_TRACEBACK))
        return raise_error(vm, EXC_TypeError, "__traceback__ must be a traceback or None");
    set_value(vm, &OBJ(vm, PyException, exception)->traceback, traceback == NONE ? EMPTY : retain(vm, traceback));
    return NONE;
}
static Value set_traceback(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return nargs < 2 ? raise_error(vm, EXC_TypeError, "__traceback__ may not be deleted") : put_traceback(vm, args[0], args[1]);
}
static Value with_traceback(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return put_traceback(vm, args[0], args[1]) == EMPTY ? EMPTY : retain(vm, args[0]);
}

static bool is_exception_or_none(VM *vm, Value v) { return v == NONE || is_instance(vm, v, EXC_BaseException); }
static Value get_context(VM *vm, Value *args, u32 nargs, Ref kwnames) { return shown(vm, self_of(vm, args)->context); }
static Value set_context(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs < 2)
        return raise_error(vm, EXC_TypeError, "__context__ may not be deleted");
    if (!is_exception_or_none(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "exception context must be None or derive from BaseException");
    set_value(vm, &self_of(vm, args)->context, args[1] == NONE ? EMPTY : retain(vm, args[1]));
    return NONE;
}
static Value get_cause(VM *vm, Value *args, u32 nargs, Ref kwnames) { return shown(vm, self_of(vm, args)->cause); }
static Value set_cause(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs < 2)
        return raise_error(vm, EXC_TypeError, "__cause__ may not be deleted");
    if (!is_exception_or_none(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "exception cause must be None or derive from BaseException");
    self_of(vm, args)->suppress_context = 1;
    set_value(vm, &self_of(vm, args)->cause, args[1] == NONE ? EMPTY : retain(vm, args[1]));
    return NONE;
}
static Value get_suppress(VM *vm, Value *args, u32 nargs, Ref kwnames) { return make_bool(self_of(vm, args)->suppress_context); }
static Value set_suppress(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs < 2)
        return raise_error(vm, EXC_TypeError, "can't delete numeric/char attribute");
    if (args[1] != TRUE && args[1] != FALSE)
        return raise_error(vm, EXC_TypeError, "attribute value type must be bool");
    self_of(vm, args)->suppress_context = args[1] == TRUE;
    return NONE;
}

static Value add_note(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_instance(vm, args[1], TYPE_STR))
        return raise_error(vm, EXC_TypeError, "add_note() argument must be str, not %T", args[1]);
    Ref name = NAME(vm, __notes__);
    Value notes = instance_get_peek(vm, args[0], name);
    if (notes == EMPTY) {
        notes = list_new(vm, 1);
        bool done = notes != EMPTY && instance_set(vm, args[0], name, notes);
        decref(vm, notes); // the exception has it
        if (!done)
            return EMPTY;
    }
    if (!is_instance(vm, notes, TYPE_LIST))
        return raise_error(vm, EXC_TypeError, "Cannot add note: __notes__ is not a list");
    return list_append(vm, notes, args[1]) ? NONE : EMPTY;
}

static Value set_state(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (args[1] == NONE)
        return NONE;
    if (!is_instance(vm, args[1], TYPE_DICT))
        return raise_error(vm, EXC_TypeError, "state is not a dictionary");
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, args[1], &position, &key, &value)) {
        if (!is_instance(vm, key, TYPE_STR))
            return raise_error(vm, EXC_TypeError, "attribute name must be string, not '%T'", key);
        Value tail = EMPTY;
        if (!attr_set_builtin(vm, args[0], str_intern(vm, key), value, &tail)) {
            if (tail == VALUE_TAIL) { // a property of a subclass: not from here
                tail_cancel(vm);
                return raise_error(vm, EXC_NotImplementedError, "krait does not support properties in __setstate__ of exceptions yet");
            }
            return EMPTY;
        }
    }
    return NONE;
}

static Value raise_not_written(VM *vm)
{
    Ref name = str_intern_c(vm, "characters_written");
    raise_object(vm, EXC_AttributeError, name);
    decref_ref(vm, name);
    return EMPTY;
}
static Value get_written(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value v = self_of(vm, args)->fields[CHARACTERS_WRITTEN];
    return v == EMPTY ? raise_not_written(vm) : retain(vm, v);
}
static Value set_written(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value *place = &self_of(vm, args)->fields[CHARACTERS_WRITTEN];
    if (nargs < 2 && *place == EMPTY)
        return raise_not_written(vm);
    if (nargs > 1 && !is_intlike(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    set_value(vm, place, nargs > 1 ? retain(vm, args[1]) : EMPTY);
    return NONE;
}

// str(e): its argument's text; the classes with texts of their own are served by the host.
static Value base_str(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyTuple *tuple = OBJ(vm, PyTuple, self_of(vm, args)->args);
    if (tuple->length == 0)
        return EMPTY_STR;
    if (tuple->length > 1)
        return op_repr(vm, self_of(vm, args)->args);
    return is_exact(vm, tuple->items[0], TYPE_STR) ? retain(vm, tuple->items[0]) : op_str(vm, tuple->items[0]);
}
static Value key_error_str(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyTuple *tuple = OBJ(vm, PyTuple, self_of(vm, args)->args);
    return tuple->length == 1 ? op_repr(vm, tuple->items[0]) : base_str(vm, args, nargs, kwnames);
}
static Value import_error_str(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value message = self_of(vm, args)->fields[0];
    return is_exact(vm, message, TYPE_STR) ? retain(vm, message) : base_str(vm, args, nargs, kwnames);
}

#define WRAPPER (BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER)
#define GETTER BUILTIN_FLAG_GETTER
#define SETTER BUILTIN_FLAG_SETTER
#define PAIR(name, getter, setter) {name, getter, 1, 1, GETTER, EXC_BaseException, NULL}, {name, setter, 1, 2, SETTER, EXC_BaseException, NULL}
#define INIT(type, function) {"__init__", function, 1, 0xFFFF, WRAPPER | BUILTIN_FLAG_KEYWORDS, type, "($self, /, *args, **kwargs)"}

const BuiltinDef exception_defs[] = {
    {"__construct__", exception_construct, 1, 0xFFFF, BUILTIN_FLAG_CONSTRUCT | BUILTIN_FLAG_KEYWORDS, EXC_BaseException, NULL},
    {"__new__", base_new, 1, 0xFFFF, BUILTIN_FLAG_KEYWORDS, EXC_BaseException, "($type, *args, **kwargs)"},
    {"__new__", os_error_new, 1, 0xFFFF, BUILTIN_FLAG_KEYWORDS, EXC_OSError, "($type, *args, **kwargs)"},
    INIT(EXC_BaseException, base_init), INIT(EXC_OSError, none_init), INIT(EXC_StopIteration, base_init), INIT(EXC_SystemExit, base_init),
    INIT(EXC_ImportError, base_init), INIT(EXC_AttributeError, base_init), INIT(EXC_NameError, base_init), INIT(EXC_SyntaxError, base_init),
    INIT(EXC_UnicodeDecodeError, base_init), INIT(EXC_UnicodeEncodeError, base_init), INIT(EXC_UnicodeTranslateError, base_init),
    PAIR("args", get_args, set_args), PAIR("__traceback__", get_traceback, set_traceback), PAIR("__context__", get_context, set_context),
    PAIR("__cause__", get_cause, set_cause), PAIR("__suppress_context__", get_suppress, set_suppress),
    {"with_traceback", with_traceback, 2, 2, BUILTIN_FLAG_METHOD, EXC_BaseException, "($self, object, /)"},
    {"add_note", add_note, 2, 2, BUILTIN_FLAG_METHOD, EXC_BaseException, "($self, object, /)"},
    {"__setstate__", set_state, 2, 2, BUILTIN_FLAG_METHOD, EXC_BaseException, "($self, object, /)"},
    {"__str__", base_str, 1, 1, WRAPPER, EXC_BaseException, "($self, /)"},
    {"__str__", key_error_str, 1, 1, WRAPPER, EXC_KeyError, "($self, /)"},
    {"__str__", import_error_str, 1, 1, WRAPPER, EXC_ImportError, "($self, /)"},
    {"characters_written", get_written, 1, 1, GETTER, EXC_OSError, NULL},
    {"characters_written", set_written, 1, 2, SETTER, EXC_OSError, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
