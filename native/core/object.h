// Layouts of heap objects. Written here once; TypeScript gets the offsets from layout.c (never typed twice).
// Every object starts with ObjectHead. `Ref` fields own a reference unless a comment says "borrowed".
// "block" = raw memory owned by one object (heap_alloc_block), no head, not counted.
#ifndef KRAIT_OBJECT_H
#define KRAIT_OBJECT_H

#include "value.h"

typedef struct ObjectHead {
    u32 refcount; // immortal objects start at IMMORTAL_REFCOUNT: no branch anywhere, they just never reach 0
    Ref type;     // offset of the PyType, borrowed for static types, owned for heap types
} ObjectHead;

#define IMMORTAL_REFCOUNT 0x40000000u

// How an instance's memory is laid out and so how it is freed, traversed and audited. A subclass has its base's kind.
#define LAYOUT_KINDS(X) \
    X(OBJECT) /* Instance: shape + slots */ \
    X(INT) X(FLOAT) X(COMPLEX) X(STR) X(BYTES) X(BYTEARRAY) X(MEMORYVIEW) \
    X(TUPLE) X(LIST) X(DICT) X(SET) X(RANGE) X(SLICE) \
    X(TYPE) X(FUNCTION) X(BUILTIN) X(METHOD) X(CODE) X(CELL) X(FRAME) X(TRACEBACK) X(GENERATOR) X(EXCEPTION) \
    X(PROPERTY) X(CLASSMETHOD) X(STATICMETHOD) X(SUPER) X(MODULE) X(WEAKREF) X(MEMBER) X(GETSET) \
    X(ITERATOR) X(DICTVIEW) X(SHAPE) X(HOST) X(SINGLETON) X(GENERICALIAS) X(MAPPINGPROXY) X(DEQUE)
typedef enum LayoutKind {
#define X(name) LAYOUT_##name,
    LAYOUT_KINDS(X)
#undef X
    LAYOUT_COUNT
} LayoutKind;

// --- numbers -----------------------------------------------------------------------------------------------------
// Only ints outside 48 bits (or instances of int subclasses, whatever their size) are on the heap. Little-endian limbs,
// no leading zero limb (zero has 0 limbs); sign is -1, 0 or 1.
typedef struct PyInt { ObjectHead head; i32 sign; u32 limb_count; u32 shape; Ref dict_or_slots; u32 limbs[]; } PyInt;
// Boxed only for instances of float subclasses; plain floats are never objects.
typedef struct PyFloat { ObjectHead head; double value; u32 shape; Ref dict_or_slots; } PyFloat;
typedef struct PyComplex { ObjectHead head; double real, imag; u32 shape; Ref dict_or_slots; } PyComplex;

// --- text --------------------------------------------------------------------------------------------------------
// `kind` = bytes per code point (1, 2, 4), always the smallest that fits. hash 0 = not computed (a computed 0 becomes 1).
typedef struct PyStr {
    ObjectHead head;
    u32 length; // code points
    u32 hash;
    u8 kind, ascii, interned, pad;
    u32 shape;          // for str subclasses: see Instance
    Ref dict_or_slots;
    u32 flags;          // of the strings of one character below 256: its CHAR_* (unicode.h), for traces
    u8 data[]; // length * kind bytes
} PyStr;
typedef struct PyBytes { ObjectHead head; u32 length, hash; u32 shape; Ref dict_or_slots; u8 data[]; } PyBytes;
typedef struct PyByteArray { ObjectHead head; u32 length, capacity; u32 data /* block */, exports; u32 shape; Ref dict_or_slots; } PyByteArray;

// --- containers ---------------------------------------------------------------------------------------------------
typedef struct PyTuple {
    ObjectHead head;
    u32 length;
    u32 shape; // of a subclass's instances
    union {
        Ref dict_or_slots; // of these too
        u64 hash;          // of plain tuples, which have no attributes; 0 = not computed
    };
    Value items[];
} PyTuple;
typedef struct PyList { ObjectHead head; u32 length, capacity; u32 items /* block of Value; 0 if capacity 0 */; u32 flags; u32 shape; Ref dict_or_slots; } PyList;

// Ordered compact dict: `index` is a block of u32 slots (power of two; EMPTY_SLOT / DELETED_SLOT or an entry number), `entries` a
// block of DictEntry in insertion order; a deleted entry has key EMPTY. With DICT_CELLS every value is a PyCell (module globals, class
// dictionaries): a cell whose value is EMPTY means "no such name" and is skipped everywhere but in dict_cell(). `index` is 0 while there are
// at most DICT_LINEAR_MAX entries: they are searched in order. In dicts with cells `used` counts empty cells too (see dict_length).
typedef struct DictEntry { Value key, value; u32 hash; u32 pad; } DictEntry;
typedef struct PyDict {
    ObjectHead head;
    u32 used;           // live entries
    u32 entry_count;    // entries in use, deleted ones included
    u32 entry_capacity;
    u32 index_mask;     // slots - 1
    u32 index, entries; // blocks; 0 if never filled
    u32 flags;          // DICT_*
    u32 keys_version;   // changes whenever a key is added or removed
    u32 shape;
    Ref dict_or_slots;
} PyDict;
#define DICT_CELLS 1u
#define DICT_WATCHED 2u // its keys or some of its cells are watched (watch.h)
#define DICT_LINEAR_MAX 8u
#define DICT_SLOT_EMPTY 0xFFFFFFFFu
#define DICT_SLOT_DELETED 0xFFFFFFFEu

// Set: the open addressing of CPython's setobject.c (same probing and growth), so that sets of ints iterate in CPython's order.
typedef struct SetEntry { Value key; u64 hash; } SetEntry; // key EMPTY: free (hash -1: dummy)
typedef struct PySet { ObjectHead head; u32 used, fill, mask, entries /* block */; u64 hash; u32 finger, version; u32 shape; Ref dict_or_slots; } PySet;

// collections.deque: a ring. Item i is at (first + i) & (capacity - 1); capacity is a power of two, or 0 with no block.
typedef struct PyDeque { ObjectHead head; u32 length, capacity, first, items /* block of Value */; u32 max_length /* DEQUE_UNBOUNDED: none */, version; u32 shape; Ref dict_or_slots; } PyDeque;
#define DEQUE_UNBOUNDED 0xFFFFFFFFu

typedef struct PyRange { ObjectHead head; Value start, stop, step, length; } PyRange;
typedef struct PySlice { ObjectHead head; Value start, stop, step; } PySlice;

// One layout for all builtin iterators; `code` says which (ITER_* in iterators.h), the rest is its state.
typedef struct PyIterator { ObjectHead head; u32 code, index; Value source, extra; i64 n, step; u32 of_subclass[]; } PyIterator; // of_subclass: shape and dict_or_slots, where the type is no builtin one
typedef struct PyDictView { ObjectHead head; Ref dict; u32 which; /* 0 keys, 1 values, 2 items */ } PyDictView;

// --- classes and instances ------------------------------------------------------------------------------------------
// A shape (hidden class) implies its class and says which slot holds which attribute. Shapes form a tree of "add attribute"
// transitions below the class's root shape. SHAPE_DICT: attributes live in a real dict instead (after __dict__ was asked for).
typedef struct PyShape {
    ObjectHead head;
    Ref cls;         // borrowed: the class keeps its shapes alive through root_shape
    Ref parent;      // borrowed
    Ref name;        // attribute added by this shape (interned str); 0 in the root
    u32 slot_count;  // number of attributes
    Ref transitions; // dict name -> shape, or a single shape, or 0 (owns the children)
    u32 flags;       // SHAPE_*
    u32 table;       // block: open-addressed name -> slot lookup for wide shapes, 0 otherwise
    u32 table_mask;
    u16 member_count; // __slots__ members of the class
    u16 inline_count; // inline Value slots (members included) of the instances of this tree of shapes
    u16 alloc_list, pad; // free list for the instances (OBJECT kind that fits a small block; else 0xFFFF)
    u32 names;       // a bit (SHAPE_NAME_BIT) for each attribute: most names that are looked up in vain have none
    Ref next_root;   // roots only: root of the class's previous tree (owned), made before its instances got more inline slots
} PyShape;
#define SHAPE_NAME_BIT(name) (1u << (((name) >> 4) * 0x9E3779B1u >> 27))
#define SHAPE_DICT 1u     // dict_or_slots is a PyDict
#define SHAPE_NO_DICT 2u  // class without __dict__ (only __slots__)
#define SHAPE_ROOT 4u
#define SHAPE_HIDDEN_DICT 8u // with SHAPE_DICT, classes with __slots__ on a builtin layout: the dict is word 0 of the overflow block, members follow

// An instance of a Python class derived from object. Slots are numbered: __slots__ members first (not in the shape, EMPTY = unset), then the
// attributes of the shape (attribute i is slot member_count + i and never EMPTY). Slot n is slots[n] for n < shape->inline_count, else word
// n - inline_count of the overflow block. In dict mode (SHAPE_DICT) only the members are left in the slots. Subclasses of builtin types
// have the same words `shape, dict_or_slots` (shape 0 = not looked at yet) and no inline slots.
typedef struct PyInstance {
    ObjectHead head;
    u32 shape;         // offset of the PyShape, borrowed (the class keeps it)
    u32 dict_or_slots; // SHAPE_DICT: the PyDict; else overflow block or 0
    Value slots[];
} PyInstance;

// Special methods cached per type, resolved along the MRO (borrowed refs; 0 = not defined). specials.h has the list.
typedef struct PyType {
    ObjectHead head;
    Ref name, qualname, module; // str
    Ref base;      // 0 for object
    Ref bases, mro;// tuples
    Ref dict;      // DICT_CELLS dict
    u32 flags;     // TYPE_*
    u32 version;   // changes when any attribute reachable through the MRO changes; 0 never
    u32 kind;      // LayoutKind
    u32 base_size; // bytes of the fixed part of an instance (before inline attribute slots for OBJECT kind)
    u32 member_count;  // __slots__ members (own and inherited), the first inline slots
    u32 inline_count;  // inline Value slots new instances get (members included); grows as the class is used
    Ref root_shape;
    u32 subclasses;    // block {u32 count, u32 capacity, Ref items[]} of borrowed refs (entry removed when the subclass dies), or 0
    u32 weak_list;     // first weakref
    Ref doc, heap_extra;   // heap_extra: dict for what TypeScript wants to keep (e.g. __annotate__)
    u32 init_code;     // cache for construction: see types.c
    u32 core_new;      // constructor in C: index in core_functions of __new__ for builtin types, else 0
    Ref specials[112]; // indexed by SPECIAL_*
    Ref dict_shape;    // shape of instances whose attributes are in a dict; 0 until needed
    u32 shape_count;   // shapes made for this class: too many and its instances get dicts
    u32 own_members;   // __slots__ members this class adds
    u32 cache_slot;    // for "interp"
} PyType;
#define TYPE_HEAP 1u          // made by a class statement or type()
#define TYPE_BASETYPE 2u      // may be subclassed
#define TYPE_CONTAINER 4u     // instances can be part of cycles
#define TYPE_HAS_DICT 8u      // instances have __dict__
#define TYPE_HAS_WEAKREF 16u
#define TYPE_HAS_GETATTR_HOOK 32u  // __getattr__ or __getattribute__ overridden
#define TYPE_HAS_GETATTRIBUTE 2097152u // __getattribute__ is overridden: what is there is not what is found
#define TYPE_HAS_SETATTR_HOOK 64u
#define TYPE_HAS_DEL 128u      // there may be instances whose __del__ was called (dealloc.c knows them): stays when the class has no __del__ any more
#define TYPE_ABSTRACT 256u
#define TYPE_EXCEPTION 512u
#define TYPE_IS_METACLASS 1024u
#define TYPE_SEQUENCE 2048u   // matches sequence patterns
#define TYPE_MAPPING 4096u
#define TYPE_IMMUTABLE 8192u  // attributes can't be set (builtin types)
#define TYPE_DISALLOW_NEW 16384u  // "cannot create 'X' instances"
#define TYPE_WEAKLY_REFERENCED 32768u // some instance has had a weak reference: dealloc looks in the table
#define TYPE_NUMBERS_INSTANCES 65536u // the last word of an instance's block is the number of its birth: the collector finalises in that order
#define TYPE_WATCHED 131072u // by traces (watch.h)
#define TYPE_CACHED 524288u // inline caches name it by its offset
#define TYPE_MATCHES_ITSELF 1048576u // a class pattern with one positional pattern gives that the subject, if there is no __match_args__
#define TYPE_DOTTED_NAME 262144u // messages name it with its module, as CPython does with types written in C (tp_name)

// --- code and functions ----------------------------------------------------------------------------------------------
typedef struct PyCode {
    ObjectHead head;
    u32 flags;        // CODE_*: CPython's co_flags bits where there are any
    u16 arg_count, posonly_count, kwonly_count, local_count; // local_count: registers 0..local_count-1 are locals (args, locals, cells)
    u16 reg_count;    // registers in all (locals + temporaries + outgoing call windows)
    u16 free_count, cell_count;
    u16 runs;         // how often a function of the prelude has gone over what it makes, up to a few (consumers.c)
    u32 bytecode;     // block of u64 words
    u32 word_count;
    Ref consts, names, local_names, free_names; // tuples; local_names covers every local register (arguments, locals, cells)
    Ref name, qualname, filename, doc;
    u32 first_line;
    u32 exception_table; // block of ExceptionEntry, in order of search (innermost first)
    u32 exception_count;
    u32 line_table;      // block; encoding in src/bytecode/line-table.ts
    u32 line_table_bytes;
    Ref bound_globals;   // borrowed: the globals dict the inline caches belong to; a second globals gets a copy of the code
    u32 hot;             // a trace watches its life (watch.h)
    u32 template_id;     // TypeScript's number for this code (JIT, dumps)
    u32 cell_locals;     // block of u16: registers that are cells, cell_count of them
    u32 exact_args;      // for "interp": arg_count + 1 once it has seen that the code is CODE_SIMPLE, 0 before
    Ref consumers;       // dict: functions of the prelude made for it (consumers.c), 0 if none
    u32 parameter_count; // for "interp": registers taken by parameters, *args and **kwargs included (0 until first called)
} PyCode;
#define CODE_OPTIMIZED 0x1u
#define CODE_NEWLOCALS 0x2u
#define CODE_VARARGS 0x4u
#define CODE_VARKEYWORDS 0x8u
#define CODE_NESTED 0x10u
#define CODE_GENERATOR 0x20u
#define CODE_COROUTINE 0x80u
#define CODE_ITERABLE_COROUTINE 0x100u
#define CODE_ASYNC_GENERATOR 0x200u
#define CODE_HAS_DOCSTRING 0x4000000u
#define CODE_METHOD 0x8000000u
#define CODE_NAMESPACE 0x10000000u // register 0 holds the locals mapping (module, class body, exec)
#define CODE_HIDDEN 0x20000000u    // prelude: not shown in tracebacks
#define CODE_SIMPLE 0x40000000u    // no *args, **kw, kw-only, generator: the call fast path
// What a frame of the code adds to vm->depth. In CPython what is hidden here is written in C: no Python frames, which the recursion limit counts.
INLINE u32 code_depth(const PyCode *code) { return (~code->flags & CODE_HIDDEN) / CODE_HIDDEN; }

// Pc ranges in words from the start of the bytecode; on a raise in [start, end) registers >= first_temp are dropped and the exception
// is put in register `exc_reg` (which is >= first_temp), then execution goes on at `handler`.
typedef struct ExceptionEntry { u32 start, end, handler; u16 first_temp, exc_reg; } ExceptionEntry;

typedef struct PyFunction {
    ObjectHead head;
    Ref code, globals, builtins;
    Ref closure;       // tuple of cells or 0
    Ref defaults;      // tuple or 0
    Ref kwdefaults;    // dict or 0
    Ref name, qualname, module, doc;
    Ref dict;          // 0 until used
    Ref annotations, annotate, type_params; // 0 if none
    u32 weak_list;
    u32 version;       // changes when code/defaults/kwdefaults are replaced
} PyFunction;

typedef struct PyCell { ObjectHead head; Value value; } PyCell;
typedef struct PyMethod { ObjectHead head; Value self; Value function; u32 weak_list, pad; } PyMethod; // bound method

// A function not written in Python: in C (core_functions[table].defs[index]) or in TypeScript (host id).
typedef struct PyBuiltin {
    ObjectHead head;
    u32 kind;      // BUILTIN_*
    u32 flags;     // BUILTIN_FLAG_*
    u16 table, index; // core: which definition table and row; host: index is 1 + the row of quick_functions (0: none)
    u32 host_id;   // host: index in TypeScript's table of host functions
    u16 min_args, max_args; // positional (self included for methods); max 0xFFFF = any
    Ref name, qualname, module, doc;
    Ref owner;     // type whose method/descriptor it is, borrowed (static type); 0 for plain functions
    Value self;    // bound self (or module), EMPTY if none
    Ref text_signature;
    u32 weak_list;
    u32 pad;
} PyBuiltin;
#define BUILTIN_CORE 0u
#define BUILTIN_HOST 1u
#define BUILTIN_FLAG_METHOD 1u   // binds like a method when found on a type (method_descriptor / wrapper_descriptor)
#define BUILTIN_FLAG_KEYWORDS 2u // takes keyword arguments
#define BUILTIN_FLAG_WRAPPER 4u  // shown as slot wrapper
#define BUILTIN_FLAG_STATIC 8u
#define BUILTIN_FLAG_CLASSMETHOD 16u
#define BUILTIN_FLAG_ASYNC 32u   // host: returns a promise; the run loop pauses
#define BUILTIN_FLAG_PLAIN 1024u // core: changes nothing before it raises or asks for Python code, if its arguments are builtin containers and scalars
#define BUILTIN_FLAG_NEW 512u    // a type's __new__: its first argument must be that or a subclass
#define BUILTIN_FLAG_GETTER 128u  // definition rows: makes a getset descriptor `name` of the owner; args[0] = self
#define BUILTIN_FLAG_SETTER 256u  // its setter (row after the getter's): args[0] = self, args[1] = value; nargs 1 = delete
#define BUILTIN_FLAG_CONSTRUCT 64u // core: `cls(…)` of the exact builtin type in one step (__new__ and __init__), args[0] = cls; not in the type's
                                  // dict: PyType.core_new is its row (types without such a row: that of __new__, if they have no own __init__)

// --- descriptors and the rest ------------------------------------------------------------------------------------------
typedef struct PyProperty { ObjectHead head; Value getter, setter, deleter, doc; Ref name; u32 shape; Ref dict_or_slots; u32 pad; } PyProperty;
typedef struct PyWrapperMethod { ObjectHead head; Value callable; Ref dict; u32 pad; u32 shape; Ref dict_or_slots; } PyWrapperMethod; // classmethod, staticmethod; shape as in PyModule
typedef struct PySuper { ObjectHead head; Ref type, object_type; Value object; u32 shape; Ref dict_or_slots; } PySuper;
typedef struct PyMember { ObjectHead head; Ref owner, name; u32 index; u32 flags; Ref doc; u32 pad; } PyMember; // __slots__ descriptor
#define MEMBER_FIELD 1u    // index is a byte offset in the object, EMPTY reads as None (exceptions); else a slot number
#define MEMBER_READONLY 2u
#define MEMBER_TUPLE 4u    // named tuples' _tuplegetter: index is that of an item
// Attribute computed by code: getter(self), setter(self, value or EMPTY to delete): builtins.
typedef struct PyGetSet { ObjectHead head; Ref owner, name; Ref getter, setter; Ref doc; u32 pad; } PyGetSet;
typedef struct PyModule { ObjectHead head; Ref dict; u32 weak_list; u32 shape; Ref dict_or_slots; } PyModule; // shape/dict_or_slots for subclasses' __slots__
typedef struct PyWeakref { ObjectHead head; Value referent /* borrowed; EMPTY when dead */; Value callback; u32 next, previous; /* borrowed: chain of the same referent */ u32 flags, kind; u32 shape; Ref dict_or_slots; u64 hash; /* valid if flags & WEAKREF_HASHED */ } PyWeakref;
#define WEAKREF_HASHED 1u
typedef struct PyGenericAlias { ObjectHead head; Value origin, args, parameters; u32 starred, weak_list; u32 shape; Ref dict_or_slots; } PyGenericAlias;
typedef struct PyMappingProxy { ObjectHead head; Value mapping; } PyMappingProxy;
// An object whose state TypeScript keeps (files, compiled regular expressions, …): host_index in TypeScript's table.
typedef struct PyHostObject { ObjectHead head; u32 host_index, weak_list; u32 shape; Ref dict_or_slots; Value fields[]; } PyHostObject;

typedef struct PyException {
    ObjectHead head;
    u32 shape;         // attributes as in Instance (overflow only: no inline slots unless a subclass has them)
    u32 dict_or_slots;
    Value args;        // tuple
    Value traceback, context, cause; // EMPTY = None
    u32 suppress_context, weak_list;
    Value fields[5];   // per exception type: StopIteration.value, OSError.errno …, ImportError.*, KeyError none … EMPTY reads as None.
                       // SyntaxError has 4 more behind the struct (PyType.base_size says so; names: exceptions.c)
} PyException;

typedef struct PyTraceback { ObjectHead head; Ref next, frame; u32 line, word; } PyTraceback; // word: index of the instruction in its code
// A frame object outlives its frame: on exit of the frame the registers move into `registers`.
typedef struct PyFrame {
    ObjectHead head;
    Ref function, code, back;
    u32 live;       // offset of R of the running frame, 0 once it has finished
    u32 word;       // last instruction when not live
    u32 registers;  // block of code.local_count Values once finished, 0 before
    Ref generator;  // borrowed
    u32 flags;      // FRAME_RESUMED …
    Ref locals, trace;
    Ref builtin;    // observe.c: what it has called and CPython's setprofile() functions hear of
    u32 seen_line, seen_word; // and where it was last
} PyFrame;
#define FRAME_RESUMED 1u       // a generator's that has been resumed: nobody has been told yet
#define FRAME_WITHOUT_LINES 2u // f_trace_lines is False
#define FRAME_WITH_OPCODES 4u  // f_trace_opcodes is True

// Generators, coroutines and async generators: the frame's registers rest here while it is suspended.
typedef struct PyGenerator {
    ObjectHead head;
    Ref function, name, qualname;
    u32 state;      // GEN_*
    u32 resume_pc;  // heap offset of the instruction after the YIELD / RETURN_GENERATOR
    u32 yield_dst;  // register that gets the sent value
    Value handled;  // exception being handled inside the generator, EMPTY if none
    Value yield_from; // what it is delegating to (borrowed view for cr_await/gi_yieldfrom), EMPTY if none
    Ref frame;      // frame object if one was asked for
    u32 weak_list;
    u32 live;       // offset of R while running
    u32 kind;       // 0 generator, 1 coroutine, 2 async generator
    u32 hooks;      // async generator: flags
    Ref finalizer, origin;
    u32 register_count;
    Ref code;       // borrowed: its function keeps it (function_keeps)
    Value registers[];
} PyGenerator;
#define GEN_CREATED 0u
#define GEN_SUSPENDED 1u
#define GEN_RUNNING 2u
#define GEN_CLOSED 3u
// Running, but all it does is to hand on what another one yields, and that was resumed without it (FRAME_SKIPS): its registers rest in the object.
#define GEN_DELEGATING 4u
// Whether its registers are in the object, and not in a frame.
static inline bool generator_rests(const PyGenerator *g) { return g->state == GEN_CREATED || g->state == GEN_SUSPENDED || g->state == GEN_DELEGATING; }

#endif
