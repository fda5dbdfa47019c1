// What functions that use up an iterable go over: items that come without Python code.
#ifndef KRAIT_PLAIN_ITEMS_H
#define KRAIT_PLAIN_ITEMS_H
#include "iterators.h"

// A function of the core, for one argument that is a number, a string or (takes_containers) a builtin container: before it raises or asks for Python
// code it changes nothing.
typedef struct PlainCall {
    CoreFunction function;          // 0: there is none, and truth is what filter() asks for
    Value (*fast)(VM *vm, Value *); // a row of fast_builtins instead
    Value first;                    // bound self, or the class; EMPTY: none
    Ref item_type;                  // all items must be of this type; 0: no matter
    bool takes_containers;
} PlainCall;

typedef struct PlainItems {
    Value iterator;  // owned: what is stepped
    Value iterable;  // borrowed
    PlainCall call;
    bool maps, filters;
    PyIterator start; // where it stood
} PlainItems;

// False without an exception: items may need Python code.
bool plain_items(VM *vm, Value iterable, PlainItems *items);
// As iterator_next. VALUE_TAIL: this item needs Python code, or the program is interrupted; all that was taken lies before the iterator again, for
// the prelude to begin anew.
Value plain_next(VM *vm, PlainItems *items, bool *done);
// Whether a map() or a filter() stands between the iterator and what is taken.
INLINE bool has_call(const PlainItems *items) { return items->maps || items->filters; }
// What the prelude is given to go on with behind an item.
INLINE Value rest_of(const PlainItems *items) { return has_call(items) ? items->iterable : items->iterator; }
#endif
