// What goes over all matches of a pattern without Python code in between: findall, split, sub with a text or template, and what Match objects say of
// their groups. Where someone wants the program to stop the answer is NotImplemented: Python begins again, match by match (src/modules/_sre.py).
#include "containers.h"
#include "sre.h"
#include "text_writer.h"

// The part of the text from `from` to `to`, as a str or bytes.
static Value part_of(VM *vm, Value text, i64 from, i64 to)
{
    if (type_at(vm, ref_type(vm, text))->kind == LAYOUT_STR)
        return from == 0 && to == OBJ(vm, PyStr, text)->length ? retain(vm, text) : str_slice(vm, text, from, 1, (u32)(to - from));
    if (from == 0 && to == OBJ(vm, PyBytes, text)->length)
        return retain(vm, text);
    return bytes_new(vm, OBJ(vm, PyBytes, text)->data + from, (u32)(to - from));
}
static bool is_subject(VM *vm, Value v) { return is_exact(vm, v, TYPE_STR) || is_exact(vm, v, TYPE_BYTES); }

// A run over all matches. An empty match may not touch the empty match before it.
typedef struct Run { Machine machine; i64 at, start, end; int found; } Run;
static bool next_match(Run *r)
{
    r->found = interrupted(r->machine.vm) ? -2 : sre_search(&r->machine, r->at, &r->start, &r->end);
    if (r->found != 1)
        return false;
    r->machine.must_pass = r->start == r->end ? r->end : -1;
    r->at = r->end;
    return true;
}
// The result when the run is over (taken); `good`: nothing was raised on the way.
static Value run_answer(Run *r, Value result, bool good)
{
    VM *vm = r->machine.vm;
    sre_end(&r->machine);
    if (good && r->found == 0)
        return result;
    decref(vm, result);
    return good && r->found == -2 ? retain(vm, NOTIMPLEMENTED) : EMPTY;
}

static Value group_text(Run *r, Value text, u32 group, Value otherwise)
{
    i64 from, to;
    return sre_group_span(&r->machine, group, &from, &to) ? part_of(r->machine.vm, text, from, to) : retain(r->machine.vm, otherwise);
}

static i64 clamp_position(i64 at, i64 length) { return at < 0 ? 0 : at > length ? length : at; }

// sre_findall(code, text, pos, endpos, groups)
static Value sre_findall(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_subject(vm, args[1]) || !is_int48(args[2]) || !is_int48(args[4]))
        return retain(vm, NOTIMPLEMENTED);
    Run run = {.at = int48_value(args[2])};
    u32 groups = (u32)int48_value(args[4]);
    if (!sre_begin(vm, &run.machine, args[0], args[1], groups))
        return EMPTY;
    i64 length = run.machine.end, end = is_int48(args[3]) ? int48_value(args[3]) : length; // (beyond 48 bits: all)
    run.machine.end = clamp_position(end, length);
    run.at = clamp_position(run.at, length);
    Value list = list_new(vm, 0), empty = run.machine.is_bytes ? EMPTY_BYTES : EMPTY_STR;
    bool good = list != EMPTY;
    while (good && run.at <= run.machine.end && next_match(&run)) {
        Value item;
        if (groups <= 1) {
            item = groups ? group_text(&run, args[1], 0, empty) : part_of(vm, args[1], run.start, run.end);
        } else {
            item = tuple_new(vm, groups);
            for (u32 g = 0; item && g < groups; g++) {
                Value text = group_text(&run, args[1], g, empty);
                if (text == EMPTY) {
                    decref(vm, item);
                    item = EMPTY;
                } else {
                    tuple_at(vm, item)->items[g] = text;
                }
            }
        }
        good = item != EMPTY && list_append_take(vm, list, item);
    }
    return run_answer(&run, list, good);
}

// sre_split(code, text, most, groups)
static Value sre_split(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_subject(vm, args[1]) || !is_int48(args[2]) || !is_int48(args[3]))
        return retain(vm, NOTIMPLEMENTED);
    Run run = {0};
    i64 most = int48_value(args[2]), done = 0, after = 0;
    u32 groups = (u32)int48_value(args[3]);
    if (!sre_begin(vm, &run.machine, args[0], args[1], groups))
        return EMPTY;
    Value list = list_new(vm, 0);
    bool good = list != EMPTY;
    for (; good && (most == 0 || done < most) && next_match(&run); done++) {
        Value part = part_of(vm, args[1], after, run.start);
        good = part != EMPTY && list_append_take(vm, list, part);
        for (u32 g = 0; good && g < groups; g++) {
            part = group_text(&run, args[1], g, NONE);
            good = part != EMPTY && list_append_take(vm, list, part);
        }
        after = run.end;
    }
    if (run.found == 1)
        run.found = 0; // enough
    if (good && run.found == 0) {
        Value part = part_of(vm, args[1], after, run.machine.end);
        good = part != EMPTY && list_append_take(vm, list, part);
    }
    return run_answer(&run, list, good);
}

// A str or bytes as it is written into a result; false: neither, or not of the text's kind.
static bool write_piece(VM *vm, TextWriter *w, Value v, bool is_bytes)
{
    if (!is_exact(vm, v, is_bytes ? TYPE_BYTES : TYPE_STR))
        return false;
    if (is_bytes)
        write_latin1(w, OBJ(vm, PyBytes, v)->data, OBJ(vm, PyBytes, v)->length);
    else
        write_text(w, OBJ(vm, PyStr, v));
    return true;
}
static void write_span(TextWriter *w, const Machine *m, i64 from, i64 to) { write_chars(w, m->text + from * m->kind, m->kind, (u32)(to - from)); }

// sre_sub(code, text, replacement, count, groups): (result, number of replacements). The replacement is a text, or a template: texts and numbers of groups.
static Value sre_sub(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool is_template = is_exact(vm, args[2], TYPE_TUPLE);
    if (!is_subject(vm, args[1]) || !(is_template || is_subject(vm, args[2])) || !is_int48(args[3]) || !is_int48(args[4]))
        return retain(vm, NOTIMPLEMENTED);
    Run run = {0};
    i64 most = int48_value(args[3]), done = 0, after = 0;
    if (!sre_begin(vm, &run.machine, args[0], args[1], (u32)int48_value(args[4])))
        return EMPTY;
    TextWriter w = {.vm = vm};
    bool is_bytes = run.machine.is_bytes, good = true;
    for (; good && !w.failed && (most == 0 || done < most) && next_match(&run); done++) {
        write_span(&w, &run.machine, after, run.start);
        after = run.end;
        u32 count = 1;
        const Value *parts = is_template ? sequence_items(vm, args[2], &count) : &args[2];
        for (u32 i = 0; good && i < count; i++) {
            i64 from, to, group = is_int48(parts[i]) ? int48_value(parts[i]) : -1;
            if (!is_int48(parts[i]))
                good = write_piece(vm, &w, parts[i], is_bytes);
            else if (group == 0)
                write_span(&w, &run.machine, run.start, run.end);
            else if (sre_group_span(&run.machine, (u32)group - 1, &from, &to))
                write_span(&w, &run.machine, from, to);
        }
    }
    if (run.found == 1)
        run.found = 0;
    if (!good) // a part of another type: Python raises
        run.found = -2;
    Value result = EMPTY;
    if (run.found == 0) {
        if (done)
            write_span(&w, &run.machine, after, run.machine.end);
        Value text = !done ? retain(vm, args[1]) : EMPTY;
        if (done && is_bytes && !w.failed) {
            text = bytes_new(vm, AT(vm, u8, w.block), w.length);
        } else if (done && !is_bytes) {
            text = writer_end(&w);
        }
        result = text ? tuple_take(vm, (Value[]){text, int48(done)}, 2) : EMPTY;
    }
    writer_drop(&w);
    return run_answer(&run, result, run.found == -2 || result != EMPTY);
}

// --- groups of a match ----------------------------------------------------------------------------------------------------------------
// `found` is what sre_match answered.
static Value found_text(VM *vm, PyTuple *found, Value text, i64 group, Value otherwise)
{
    i64 from = int48_value(found->items[2 + 2 * group]), to = int48_value(found->items[3 + 2 * group]);
    return from < 0 ? retain(vm, otherwise) : part_of(vm, text, from, to);
}
// The number of a group given by number or name; -1: Python's.
static i64 group_number(VM *vm, PyTuple *found, Value group, Value names)
{
    Value number = group;
    if (is_object(group) && is_exact(vm, group, TYPE_STR) && dict_get_peek(vm, names, group, &number) != DICT_FOUND)
        return -1;
    i64 n = is_int48(number) ? int48_value(number) : -1;
    return 2 * n + 4 <= found->length ? n : -1;
}

// match_group(found, text, groups asked for, names): as Match.group.
static Value match_group(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyTuple *found = tuple_at(vm, args[0]), *asked = tuple_at(vm, args[2]);
    u32 count = asked->length;
    if (!is_subject(vm, args[1]) || !is_exact(vm, args[3], TYPE_DICT))
        return retain(vm, NOTIMPLEMENTED);
    if (count == 0)
        return found_text(vm, found, args[1], 0, NONE);
    for (u32 i = 0; i < count; i++)
        if (group_number(vm, found, asked->items[i], args[3]) < 0)
            return retain(vm, NOTIMPLEMENTED);
    if (count == 1)
        return found_text(vm, found, args[1], group_number(vm, found, asked->items[0], args[3]), NONE);
    Value result = tuple_new(vm, count);
    for (u32 i = 0; result && i < count; i++) {
        Value text = found_text(vm, found, args[1], group_number(vm, found, asked->items[i], args[3]), NONE);
        if (!text) {
            decref(vm, result);
            return EMPTY;
        }
        tuple_at(vm, result)->items[i] = text;
    }
    return result;
}

// match_groups(found, text, otherwise): as Match.groups.
static Value match_groups(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyTuple *found = tuple_at(vm, args[0]);
    u32 groups = (found->length - 4) / 2;
    if (!is_subject(vm, args[1]))
        return retain(vm, NOTIMPLEMENTED);
    if (!groups)
        return retain(vm, EMPTY_TUPLE);
    Value result = tuple_new(vm, groups);
    for (u32 i = 0; result && i < groups; i++) {
        Value text = found_text(vm, found, args[1], i + 1, args[2]);
        if (!text) {
            decref(vm, result);
            return EMPTY;
        }
        tuple_at(vm, result)->items[i] = text;
    }
    return result;
}

extern const BuiltinDef sre_all_defs[];
const BuiltinDef sre_all_defs[] = {
    {"sre_findall", sre_findall, 5, 5, 0, 0, NULL}, {"sre_split", sre_split, 4, 4, 0, 0, NULL}, {"sre_sub", sre_sub, 5, 5, 0, 0, NULL},
    {"match_group", match_group, 4, 4, 0, 0, NULL}, {"match_groups", match_groups, 3, 3, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
