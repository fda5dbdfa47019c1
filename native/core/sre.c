// Regular expressions: runs the code that the library's re._compiler makes (opcodes of re._constants). A backtracking machine in the manner of
// Warren's: choice points on a stack of their own, and a trail of overwritten marks, so nothing recurses and a failure is undone exactly.
// Loops that nest keep an immutable record an iteration (Loop) and groups that must be decided at once (lookaround, atomic) a Frame; both live in
// an arena whose height a choice point remembers.
#include "sre.h"
#undef ASSERT // the opcode of that name is meant here
#include "unicode.h"

enum {
    FAILURE, SUCCESS, ANY, ANY_ALL, ASSERT, ASSERT_NOT, AT, BRANCH, CATEGORY, CHARSET, BIGCHARSET, GROUPREF, GROUPREF_EXISTS, IN, INFO, JUMP,
    LITERAL, MARK, MAX_UNTIL, MIN_UNTIL, NOT_LITERAL, NEGATE, RANGE, REPEAT, REPEAT_ONE, SUBPATTERN, MIN_REPEAT_ONE, ATOMIC_GROUP,
    POSSESSIVE_REPEAT, POSSESSIVE_REPEAT_ONE, GROUPREF_IGNORE, IN_IGNORE, LITERAL_IGNORE, NOT_LITERAL_IGNORE, GROUPREF_LOC_IGNORE, IN_LOC_IGNORE,
    LITERAL_LOC_IGNORE, NOT_LITERAL_LOC_IGNORE, GROUPREF_UNI_IGNORE, IN_UNI_IGNORE, LITERAL_UNI_IGNORE, NOT_LITERAL_UNI_IGNORE, RANGE_UNI_IGNORE
};
enum {
    AT_BEGINNING, AT_BEGINNING_LINE, AT_BEGINNING_STRING, AT_BOUNDARY, AT_NON_BOUNDARY, AT_END, AT_END_LINE, AT_END_STRING, AT_LOC_BOUNDARY,
    AT_LOC_NON_BOUNDARY, AT_UNI_BOUNDARY, AT_UNI_NON_BOUNDARY
};
#define MAXREPEAT 0xFFFFFFFFu
#define NOWHERE (-1)

typedef enum { CHOICE_GO, CHOICE_BRANCH, CHOICE_REPEAT_ONE, CHOICE_MIN_REPEAT_ONE, CHOICE_MIN_BODY } ChoiceKind;
typedef enum { FRAME_ASSERT, FRAME_ASSERT_NOT, FRAME_ATOMIC, FRAME_POSSESSIVE } FrameKind;

// `loop` and `frame` are 1 + index in the arena, 0 = none.
typedef struct Loop { u32 pattern; u32 count; i64 last; u32 parent, pad; } Loop;
typedef struct Frame { u32 kind, after; i64 at; u32 choices, loop, parent, pattern, count, pad; } Frame;
typedef union Record { Loop loop; Frame frame; } Record;
typedef struct Choice { u32 kind, pc; i64 at, extra; u32 loop, frame, trail, arena; } Choice;
typedef struct Undo { i32 slot; i32 old; } Undo;

static bool store_grow(Machine *m, Store *s)
{
    u32 capacity = s->capacity ? s->capacity * 2 : 64;
    if ((u64)capacity * s->item_bytes > 0x40000000u) {
        raise_memory_error(m->vm);
        return false;
    }
    u32 block = s->block ? heap_block_resize(m->vm, s->block, s->capacity * s->item_bytes, capacity * s->item_bytes)
                         : heap_block(m->vm, capacity * s->item_bytes);
    if (unlikely(!block))
        return false;
    s->block = block;
    s->capacity = capacity;
    return true;
}
// Place for one more item, NULL with MemoryError.
static void *store_push(Machine *m, Store *s)
{
    if (unlikely(s->count == s->capacity) && !store_grow(m, s))
        return NULL;
    return AT(m->vm, u8, s->block) + (size_t)s->count++ * s->item_bytes;
}
static void store_free(Machine *m, Store *s)
{
    if (s->block)
        heap_block_free(m->vm, s->block);
}

INLINE u32 char_at(Machine *m, i64 i) { return get_char(m->text, m->kind, (u32)i); }
INLINE i32 *marks_of(Machine *m) { return AT(m->vm, i32, m->marks); }
INLINE Record *record(Machine *m, u32 index) { return &AT(m->vm, Record, m->arena.block)[index - 1]; }

static bool set_mark(Machine *m, i32 slot, i32 value)
{
    Undo *undo = store_push(m, &m->trail);
    if (unlikely(!undo))
        return false;
    *undo = (Undo){slot, marks_of(m)[slot]};
    marks_of(m)[slot] = value;
    return true;
}

static void undo_to(Machine *m, u32 height)
{
    while (m->trail.count > height) {
        Undo *undo = &AT(m->vm, Undo, m->trail.block)[--m->trail.count];
        marks_of(m)[undo->slot] = undo->old;
    }
}

// --- characters -------------------------------------------------------------------------------------------------------------

INLINE bool ascii_word(u32 c) { return (c | 32) - 'a' < 26u || c - '0' < 10u || c == '_'; }
INLINE bool ascii_space(u32 c) { return c == ' ' || (c >= 9 && c <= 13); }
INLINE u32 ascii_lower(u32 c) { return c - 'A' < 26u ? c + 32 : c; }
INLINE u32 lower_as(u32 op_kind, u32 c) { return op_kind == 2 ? char_lower(c) : ascii_lower(c); } // 0 ASCII, 1 locale (C locale), 2 Unicode

static bool in_category(u32 category, u32 c)
{
    bool yes;
    switch (category >> 1) {
    case 0: yes = c - '0' < 10u; break;
    case 1: yes = ascii_space(c); break;
    case 2:
    case 4: yes = ascii_word(c); break;
    case 3: yes = c == '\n'; break;
    case 5: yes = c < 128 ? c - '0' < 10u : (char_flags(c) & CHAR_DECIMAL) != 0; break;
    case 6: yes = char_is_space(c); break;
    case 7: yes = c < 128 ? ascii_word(c) : char_is_word(c); break;
    default: yes = c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029; break;
    }
    return yes != (category & 1);
}

static bool in_charset(const u32 *set, u32 c)
{
    bool found = true;
    for (;;) {
        switch (*set++) {
        case FAILURE: return !found;
        case LITERAL:
            if (c == *set++)
                return found;
            break;
        case CATEGORY:
            if (in_category(*set++, c))
                return found;
            break;
        case CHARSET:
            if (c < 256 && (set[c >> 5] >> (c & 31) & 1))
                return found;
            set += 8;
            break;
        case RANGE:
            if (set[0] <= c && c <= set[1])
                return found;
            set += 2;
            break;
        case RANGE_UNI_IGNORE: {
            u32 upper = char_upper(c);
            if ((set[0] <= c && c <= set[1]) || (set[0] <= upper && upper <= set[1]))
                return found;
            set += 2;
            break;
        }
        case NEGATE: found = !found; break;
        case BIGCHARSET: {
            u32 count = *set++;
            if (c < 0x10000) {
                u32 chunk = ((const u8 *)set)[c >> 8];
                if (set[64 + chunk * 8 + ((c & 255) >> 5)] >> (c & 31) & 1)
                    return found;
            }
            set += 64 + count * 8;
            break;
        }
        default: return false;
        }
    }
}

// Does the single-character item at pc match character c?
static bool item_matches(const u32 *pc, u32 c)
{
    switch (pc[0]) {
    case ANY: return c != '\n';
    case ANY_ALL: return true;
    case LITERAL: return c == pc[1];
    case NOT_LITERAL: return c != pc[1];
    case LITERAL_IGNORE: return ascii_lower(c) == pc[1];
    case NOT_LITERAL_IGNORE: return ascii_lower(c) != pc[1];
    case LITERAL_LOC_IGNORE: return ascii_lower(c) == ascii_lower(pc[1]);
    case NOT_LITERAL_LOC_IGNORE: return ascii_lower(c) != ascii_lower(pc[1]);
    case LITERAL_UNI_IGNORE: return char_lower(c) == pc[1];
    case NOT_LITERAL_UNI_IGNORE: return char_lower(c) != pc[1];
    case IN: return in_charset(pc + 2, c);
    case IN_IGNORE: return in_charset(pc + 2, ascii_lower(c));
    case IN_LOC_IGNORE: return in_charset(pc + 2, ascii_lower(c)) || in_charset(pc + 2, c - 'a' < 26u ? c - 32 : c);
    case IN_UNI_IGNORE: return in_charset(pc + 2, char_lower(c));
    case CATEGORY: return in_category(pc[1], c);
    default: return false;
    }
}

// How many characters from `at` the item matches, at most `most`.
static i64 count_item(Machine *m, const u32 *pc, i64 at, u32 most)
{
    i64 end = m->end;
    if (most != MAXREPEAT && end - at > (i64)most)
        end = at + most;
    i64 i = at;
    if (pc[0] == ANY_ALL)
        return end - at;
    if (m->kind == 1) { // bytes and Latin-1 text: the common cases without a call a character
        const u8 *t = m->text;
        if (pc[0] == LITERAL) {
            for (u32 c = pc[1]; i < end && t[i] == c; i++) {}
            return i - at;
        }
        if (pc[0] == NOT_LITERAL || pc[0] == ANY) {
            for (u32 c = pc[0] == ANY ? '\n' : pc[1]; i < end && t[i] != c; i++) {}
            return i - at;
        }
        if (pc[0] == IN && pc[2] == CHARSET && pc[11] == FAILURE) {
            for (const u32 *bits = pc + 3; i < end && (bits[t[i] >> 5] >> (t[i] & 31) & 1); i++) {}
            return i - at;
        }
        if (pc[0] == IN && pc[2] == CATEGORY && pc[4] == FAILURE) {
            while (i < end && in_category(pc[3], t[i]))
                i++;
            return i - at;
        }
    }
    while (i < end && item_matches(pc, char_at(m, i)))
        i++;
    return i - at;
}

static bool at_position(Machine *m, u32 where, i64 at)
{
    bool before, after;
    switch (where) {
    case AT_BEGINNING:
    case AT_BEGINNING_STRING: return at == m->begin;
    case AT_BEGINNING_LINE: return at == m->begin || char_at(m, at - 1) == '\n';
    case AT_END: return at == m->end || (at == m->end - 1 && char_at(m, at) == '\n');
    case AT_END_LINE: return at == m->end || char_at(m, at) == '\n';
    case AT_END_STRING: return at == m->end;
    default:
        if (where >= AT_UNI_BOUNDARY) {
            before = at > m->begin && char_is_word(char_at(m, at - 1));
            after = at < m->end && char_is_word(char_at(m, at));
        } else {
            before = at > m->begin && ascii_word(char_at(m, at - 1));
            after = at < m->end && ascii_word(char_at(m, at));
        }
        return (before != after) == (where == AT_BOUNDARY || where == AT_LOC_BOUNDARY || where == AT_UNI_BOUNDARY);
    }
}

// --- the machine ------------------------------------------------------------------------------------------------------------------

static Choice *push_choice(Machine *m, u32 kind, u32 pc, i64 at, u32 loop, u32 frame)
{
    Choice *c = store_push(m, &m->choices);
    if (likely(c))
        *c = (Choice){kind, pc, at, 0, loop, frame, m->trail.count, m->arena.count};
    return c;
}
static u32 new_loop(Machine *m, u32 pattern, u32 count, i64 last, u32 parent)
{
    Record *r = store_push(m, &m->arena);
    if (unlikely(!r))
        return 0;
    r->loop = (Loop){pattern, count, last, parent, 0};
    return m->arena.count;
}
static u32 new_frame(Machine *m, Frame frame)
{
    Record *r = store_push(m, &m->arena);
    if (unlikely(!r))
        return 0;
    r->frame = frame;
    return m->arena.count;
}

// A group that is not set answers false.
static bool group_span(Machine *m, u32 group, i64 *from, i64 *to)
{
    i32 *marks = marks_of(m);
    if (2 * group + 1 >= m->mark_count || marks[2 * group] < 0 || marks[2 * group + 1] < marks[2 * group])
        return false;
    *from = marks[2 * group];
    *to = marks[2 * group + 1];
    return true;
}

// Tries to match at `at`: 1 and *match_end, 0, or -1 (exception).
static int run(Machine *m, i64 at, i64 *match_end)
{
    VM *vm = m->vm;
    const u32 *code = m->code;
    u32 pc = 0, loop = 0, frame = 0;
    i64 attempt = at;
#define FAIL goto fail
#define NEED(pointer) do { if (unlikely(!(pointer))) return -1; } while (0)
    for (;;) {
        switch (code[pc]) {
        case FAILURE: FAIL;
        case SUCCESS: {
            if (!frame) {
                if (m->mode == MODE_FULLMATCH && at != m->end)
                    FAIL;
                if (at == attempt && at == m->must_pass)
                    FAIL;
                *match_end = at;
                return 1;
            }
            Frame f = record(m, frame)->frame;
            if (f.kind == FRAME_ASSERT_NOT) { // the body matched: undo it, and the assertion fails
                Choice *entry = &AT(vm, Choice, m->choices.block)[f.choices];
                undo_to(m, entry->trail);
                m->arena.count = entry->arena;
                m->choices.count = f.choices;
                FAIL;
            }
            m->choices.count = f.choices;
            loop = f.loop;
            frame = f.parent;
            if (f.kind == FRAME_ASSERT) {
                at = f.at;
                pc = f.after;
            } else if (f.kind == FRAME_ATOMIC) {
                pc = f.after;
            } else { // POSSESSIVE_REPEAT: one more iteration is complete and final
                u32 least = code[f.pattern + 2], most = code[f.pattern + 3], count = f.count + 1;
                if (at == f.at && count >= least) {
                    pc = f.after;
                    break;
                }
                if (count < least || most == MAXREPEAT || count < most) {
                    if (count >= least)
                        NEED(push_choice(m, CHOICE_GO, f.after, at, loop, frame));
                    u32 height = m->choices.count - (count >= least);
                    NEED(frame = new_frame(m, (Frame){FRAME_POSSESSIVE, f.after, at, height, loop, f.parent, f.pattern, count, 0}));
                    pc = f.pattern + 4;
                } else {
                    pc = f.after;
                }
            }
            break;
        }
        case ANY:
        case ANY_ALL:
            if (at >= m->end || (code[pc] == ANY && char_at(m, at) == '\n'))
                FAIL;
            at++, pc++;
            break;
        case LITERAL:
            if (at >= m->end || char_at(m, at) != code[pc + 1])
                FAIL;
            at++, pc += 2;
            break;
        case NOT_LITERAL: case LITERAL_IGNORE: case NOT_LITERAL_IGNORE: case LITERAL_LOC_IGNORE: case NOT_LITERAL_LOC_IGNORE:
        case LITERAL_UNI_IGNORE: case NOT_LITERAL_UNI_IGNORE: case CATEGORY:
            if (at >= m->end || !item_matches(code + pc, char_at(m, at)))
                FAIL;
            at++, pc += 2;
            break;
        case IN: case IN_IGNORE: case IN_LOC_IGNORE: case IN_UNI_IGNORE:
            if (at >= m->end || !item_matches(code + pc, char_at(m, at)))
                FAIL;
            at++, pc += 1 + code[pc + 1];
            break;
        case AT:
            if (!at_position(m, code[pc + 1], at))
                FAIL;
            pc += 2;
            break;
        case MARK: {
            i32 slot = (i32)code[pc + 1], last = (i32)m->mark_count;
            if (!set_mark(m, slot, (i32)at))
                return -1;
            if (slot > marks_of(m)[last] && !set_mark(m, last, slot))
                return -1;
            if ((slot & 1) && !set_mark(m, last + 1, slot / 2 + 1))
                return -1;
            pc += 2;
            break;
        }
        case INFO:
        case JUMP: pc += 1 + code[pc + 1]; break;
        case BRANCH: {
            u32 word = pc + 1;
            if (code[word] == 0)
                FAIL;
            u32 next = word + code[word];
            if (code[next] != 0)
                NEED(push_choice(m, CHOICE_BRANCH, next, at, loop, frame));
            pc = word + 1;
            break;
        }
        case REPEAT_ONE: {
            u32 least = code[pc + 2], after = pc + 1 + code[pc + 1];
            i64 count = count_item(m, code + pc + 4, at, code[pc + 3]);
            if (count < (i64)least)
                FAIL;
            if (count > (i64)least) {
                Choice *c = push_choice(m, CHOICE_REPEAT_ONE, pc, at, loop, frame);
                NEED(c);
                c->extra = count;
                goto fail; // the choice point's own resumption does the first try too
            }
            at += count;
            pc = after;
            break;
        }
        case POSSESSIVE_REPEAT_ONE: {
            i64 count = count_item(m, code + pc + 4, at, code[pc + 3]);
            if (count < (i64)code[pc + 2])
                FAIL;
            at += count;
            pc += 1 + code[pc + 1];
            break;
        }
        case MIN_REPEAT_ONE: {
            u32 least = code[pc + 2];
            i64 count = least ? count_item(m, code + pc + 4, at, least) : 0;
            if (count < (i64)least)
                FAIL;
            at += count;
            Choice *c = push_choice(m, CHOICE_MIN_REPEAT_ONE, pc, at, loop, frame);
            NEED(c);
            c->extra = count;
            pc += 1 + code[pc + 1];
            break;
        }
        case REPEAT:
            NEED(loop = new_loop(m, pc, 0, NOWHERE, loop));
            pc += 1 + code[pc + 1]; // to the UNTIL
            break;
        case MAX_UNTIL: {
            if (unlikely(!loop)) {
                raise_error(vm, EXC_RuntimeError, "internal error in regular expression engine");
                return -1;
            }
            Loop l = record(m, loop)->loop;
            u32 least = code[l.pattern + 2], most = code[l.pattern + 3];
            // l.count bodies are complete here
            if (l.count < least) {
                NEED(loop = new_loop(m, l.pattern, l.count + 1, at, l.parent));
                pc = l.pattern + 4;
            } else if ((most == MAXREPEAT || l.count < most) && at != l.last) {
                NEED(push_choice(m, CHOICE_GO, pc + 1, at, l.parent, frame));
                NEED(loop = new_loop(m, l.pattern, l.count + 1, at, l.parent));
                pc = l.pattern + 4;
            } else {
                loop = l.parent;
                pc++;
            }
            break;
        }
        case MIN_UNTIL: {
            if (unlikely(!loop)) {
                raise_error(vm, EXC_RuntimeError, "internal error in regular expression engine");
                return -1;
            }
            Loop l = record(m, loop)->loop;
            u32 least = code[l.pattern + 2], most = code[l.pattern + 3];
            if (l.count < least) {
                NEED(loop = new_loop(m, l.pattern, l.count + 1, at, l.parent));
                pc = l.pattern + 4;
            } else {
                if ((most == MAXREPEAT || l.count < most) && at != l.last)
                    NEED(push_choice(m, CHOICE_MIN_BODY, pc, at, loop, frame));
                loop = l.parent;
                pc++;
            }
            break;
        }
        case POSSESSIVE_REPEAT: {
            // pattern: op skip min max body SUCCESS; the loop ends after that SUCCESS
            u32 least = code[pc + 2], most = code[pc + 3], after = pc + 2 + code[pc + 1];
            if (most == 0) {
                pc = after;
                break;
            }
            u32 height = m->choices.count;
            if (least == 0)
                NEED(push_choice(m, CHOICE_GO, after, at, loop, frame));
            NEED(frame = new_frame(m, (Frame){FRAME_POSSESSIVE, after, at, height, loop, frame, pc, 0, 0}));
            pc += 4;
            break;
        }
        case ATOMIC_GROUP:
            NEED(frame = new_frame(m, (Frame){FRAME_ATOMIC, pc + 1 + code[pc + 1], at, m->choices.count, loop, frame, pc, 0, 0}));
            pc += 2;
            break;
        case ASSERT:
            if (at - m->begin < (i64)code[pc + 2])
                FAIL;
            NEED(frame = new_frame(m, (Frame){FRAME_ASSERT, pc + 1 + code[pc + 1], at, m->choices.count, loop, frame, pc, 0, 0}));
            at -= code[pc + 2];
            pc += 3;
            break;
        case ASSERT_NOT:
            if (at - m->begin < (i64)code[pc + 2]) { // can't match that far back: the assertion holds
                pc += 1 + code[pc + 1];
                break;
            }
            NEED(push_choice(m, CHOICE_GO, pc + 1 + code[pc + 1], at, loop, frame));
            NEED(frame = new_frame(m, (Frame){FRAME_ASSERT_NOT, 0, at, m->choices.count - 1, loop, frame, pc, 0, 0}));
            at -= code[pc + 2];
            pc += 3;
            break;
        case GROUPREF: case GROUPREF_IGNORE: case GROUPREF_LOC_IGNORE: case GROUPREF_UNI_IGNORE: {
            i64 from, to;
            if (!group_span(m, code[pc + 1], &from, &to) || m->end - at < to - from)
                FAIL;
            u32 fold = code[pc] == GROUPREF ? 3 : code[pc] == GROUPREF_UNI_IGNORE ? 2 : 0;
            for (; from < to; from++, at++) {
                u32 a = char_at(m, from), b = char_at(m, at);
                if (fold == 3 ? a != b : lower_as(fold, a) != lower_as(fold, b))
                    break;
            }
            if (from < to)
                FAIL;
            pc += 2;
            break;
        }
        case GROUPREF_EXISTS: {
            i64 from, to;
            pc += group_span(m, code[pc + 1], &from, &to) ? 3 : 1 + code[pc + 2];
            break;
        }
        default: raise_error(vm, EXC_RuntimeError, "invalid SRE code"); return -1;
        }
        continue;

    fail:
        if (unlikely((++m->steps & 0xFFF) == 0) && (vm->interrupt & (INTERRUPT_HOST | INTERRUPT_TIMEOUT | INTERRUPT_SIGNAL)))
            return -2;
        if (!m->choices.count)
            return 0;
        Choice *c = &AT(vm, Choice, m->choices.block)[m->choices.count - 1];
        undo_to(m, c->trail);
        m->arena.count = c->arena;
        at = c->at;
        loop = c->loop;
        frame = c->frame;
        pc = c->pc;
        switch (c->kind) {
        case CHOICE_GO: m->choices.count--; break;
        case CHOICE_BRANCH: {
            m->choices.count--;
            u32 word = pc, next;
            if (code[word] == 0)
                goto fail;
            next = word + code[word];
            if (code[next] != 0)
                NEED(push_choice(m, CHOICE_BRANCH, next, at, loop, frame));
            pc = word + 1;
            break;
        }
        case CHOICE_REPEAT_ONE: {
            i64 least = code[pc + 2], count = c->extra;
            u32 after = pc + 1 + code[pc + 1];
            if (code[after] == LITERAL) // only lengths after which that character comes can go on
                while (count >= least && (at + count >= m->end || char_at(m, at + count) != code[after + 1]))
                    count--;
            if (count < least) {
                m->choices.count--;
                goto fail;
            }
            if (count == least)
                m->choices.count--;
            else
                c->extra = count - 1;
            at += count;
            pc = after;
            break;
        }
        case CHOICE_MIN_REPEAT_ONE: {
            u32 most = code[pc + 3];
            if ((most != MAXREPEAT && c->extra >= (i64)most) || at >= m->end || !item_matches(code + pc + 4, char_at(m, at))) {
                m->choices.count--;
                goto fail;
            }
            c->extra++;
            c->at = ++at;
            pc += 1 + code[pc + 1];
            break;
        }
        case CHOICE_MIN_BODY: {
            Loop l = record(m, loop)->loop;
            m->choices.count--;
            NEED(loop = new_loop(m, l.pattern, l.count + 1, at, l.parent));
            pc = l.pattern + 4;
            break;
        }
        }
    }
#undef FAIL
#undef NEED
}

static void reset(Machine *m)
{
    i32 *marks = marks_of(m);
    for (u32 i = 0; i < m->mark_count + 2; i++)
        marks[i] = -1;
    m->choices.count = m->trail.count = m->arena.count = 0;
}

// First position from `at` where a match can begin, by the INFO block's literal prefix or character set; end + 1 if there is none.
static i64 next_candidate(Machine *m, i64 at)
{
    const u32 *code = m->code;
    if (code[0] != INFO)
        return at;
    u32 mask = code[2], least = code[3];
    if (m->end - at < (i64)least)
        return m->end + 1;
    if ((mask & 1) && code[5]) { // prefix length, skip, characters
        u32 first = code[7], length = code[5];
        for (; at + length <= m->end; at++) {
            if (m->kind == 1) {
                if (first > 255 || (at = find_byte(m->text, at, m->end, (u8)first)) < 0)
                    return m->end + 1;
            } else if (char_at(m, at) != first) {
                continue;
            }
            if (at + length > m->end)
                break;
            u32 i = 1;
            while (i < length && char_at(m, at + i) == code[7 + i])
                i++;
            if (i == length)
                return at;
        }
        return m->end + 1;
    }
    if (mask & 4) {
        while (at < m->end && !in_charset(code + 5, char_at(m, at)))
            at++;
        return at < m->end ? at : m->end + 1;
    }
    return at;
}

// Makes the machine ready for code (bytes of u32 words) and text (str, bytes or bytearray). False: exception. sre_end() is due after it.
bool sre_begin(VM *vm, Machine *m, Value code, Value text, u32 groups)
{
    *m = (Machine){.vm = vm, .mode = MODE_SEARCH, .must_pass = -1};
    if (!is_exact(vm, code, TYPE_BYTES)) {
        raise_error(vm, EXC_TypeError, "compiled pattern must be bytes, not '%T'", code);
        return false;
    }
    m->code = (const u32 *)OBJ(vm, PyBytes, code)->data;
    m->words = OBJ(vm, PyBytes, code)->length / 4;
    m->kind = 1;
    u32 layout = is_object(text) ? kind_of(vm, text) : LAYOUT_INT;
    m->is_bytes = layout != LAYOUT_STR;
    if (layout == LAYOUT_STR) {
        PyStr *s = OBJ(vm, PyStr, text);
        m->text = s->data;
        m->kind = s->kind;
        m->end = s->length;
    } else if (layout == LAYOUT_BYTES) {
        m->text = OBJ(vm, PyBytes, text)->data;
        m->end = OBJ(vm, PyBytes, text)->length;
    } else if (layout == LAYOUT_BYTEARRAY) {
        m->text = AT(vm, u8, OBJ(vm, PyByteArray, text)->data);
        m->end = OBJ(vm, PyByteArray, text)->length;
    } else {
        raise_error(vm, EXC_TypeError, "expected string or bytes-like object, got '%T'", text);
        return false;
    }
    m->mark_count = 2 * groups;
    m->choices.item_bytes = sizeof(Choice);
    m->trail.item_bytes = sizeof(Undo);
    m->arena.item_bytes = sizeof(Record);
    m->marks = heap_block(vm, (m->mark_count + 2) * 4);
    return m->marks != 0;
}

void sre_end(Machine *m)
{
    heap_block_free(m->vm, m->marks);
    store_free(m, &m->choices);
    store_free(m, &m->trail);
    store_free(m, &m->arena);
}

// The first match from `at`: 1, 0, -1 (exception) or -2 (someone wants the program to stop: the search has no side effects).
int sre_search(Machine *m, i64 at, i64 *start, i64 *end)
{
    for (;; at++) {
        if (m->mode == MODE_SEARCH && (at = next_candidate(m, at)) > m->end)
            return 0;
        reset(m);
        int found = run(m, at, end);
        *start = at;
        if (found || m->mode != MODE_SEARCH || at >= m->end)
            return found;
    }
}

// A group's place; false: it is not set.
bool sre_group_span(Machine *m, u32 group, i64 *from, i64 *to) { return group_span(m, group, from, to); }

// sre_match(code, text, pos, endpos, mode, groups, must_pass): None, or a tuple (lastindex or None, lastmark, start, end, start of group 1, …);
// -1 for groups without a match. code: bytes of u32 words. mode: 0 match, 1 fullmatch, 2 search. must_pass: position where a match must not be
// empty, or -1.
static Value sre_match(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 number[5];
    for (u32 i = 0; i < 5; i++)
        if (!int_fits_index(vm, args[2 + i], &number[i], 0))
            return EMPTY;
    Machine machine, *m = &machine;
    u32 groups = (u32)number[3];
    if (!sre_begin(vm, m, args[0], args[1], groups))
        return EMPTY;
    m->mode = (Mode)number[2];
    m->must_pass = number[4];
    i64 length = m->end, pos = number[0] < 0 ? 0 : number[0] > length ? length : number[0], at = 0, match_end = 0;
    m->end = number[1] < 0 ? 0 : number[1] > length ? length : number[1];
    int found = pos > m->end ? 0 : sre_search(m, pos, &at, &match_end);
    Value result = EMPTY;
    if (found == 1) {
        result = tuple_new(vm, 4 + 2 * groups);
        if (result) {
            Value *items = OBJ(vm, PyTuple, result)->items;
            i32 *marks = marks_of(m);
            i32 last = marks[m->mark_count + 1];
            items[0] = last < 0 ? retain(vm, NONE) : int48(last);
            items[1] = int48(marks[m->mark_count]);
            items[2] = int48(at);
            items[3] = int48(match_end);
            for (u32 g = 0; g < groups; g++) {
                i64 from, to;
                bool set = group_span(m, g, &from, &to);
                items[4 + 2 * g] = int48(set ? from : -1);
                items[5 + 2 * g] = int48(set ? to : -1);
            }
        }
    } else if (found == 0) {
        result = retain(vm, NONE);
    } else if (found == -2) { // the prelude sees to it and tries again
        result = retain(vm, NOTIMPLEMENTED);
    }
    sre_end(m);
    return result;
}

// sre_pack(list of ints): the code as bytes of u32 words.
static Value sre_pack(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_exact(vm, args[0], TYPE_LIST))
        return raise_error(vm, EXC_TypeError, "list expected, got '%T'", args[0]);
    u32 count = OBJ(vm, PyList, args[0])->length;
    Value packed = bytes_new(vm, NULL, count * 4);
    for (u32 i = 0; packed && i < count; i++) {
        i64 word;
        if (!int_fits_index(vm, AT(vm, Value, OBJ(vm, PyList, args[0])->items)[i], &word, EXC_OverflowError)) {
            decref(vm, packed);
            return EMPTY;
        }
        ((u32 *)OBJ(vm, PyBytes, packed)->data)[i] = (u32)word;
    }
    return packed;
}

// sre_lower(char, unicode) and sre_cased(char, unicode): what re._compiler asks about letters.
static Value sre_lower(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 c;
    return int_fits_index(vm, args[0], &c, 0) ? int48(args[1] == TRUE ? char_lower((u32)c) : ascii_lower((u32)c)) : EMPTY;
}
static Value sre_cased(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 c;
    if (!int_fits_index(vm, args[0], &c, 0))
        return EMPTY;
    bool cased = args[1] == TRUE ? char_lower((u32)c) != c || char_upper((u32)c) != c : ((u32)c | 32) - 'a' < 26u && c < 128;
    return retain(vm, make_bool(cased));
}

const BuiltinDef sre_defs[] = {
    {"sre_match", sre_match, 7, 7, 0, 0, "(code, text, pos, endpos, mode, groups, must_pass, /)"},
    {"sre_pack", sre_pack, 1, 1, 0, 0, "(code, /)"},
    {"sre_lower", sre_lower, 2, 2, 0, 0, "(char, unicode, /)"},
    {"sre_cased", sre_cased, 2, 2, 0, 0, "(char, unicode, /)"},
    {"", 0, 0, 0, 0, 0, 0},
};
