// The Mersenne Twister behind the module random: MT19937 of M. Matsumoto and T. Nishimura (ACM TOMACS 8(1), 1998; initialisation of 2002).
// The state is a bytearray of 625 u32 (624 words and the position); src/modules/random wraps these functions in the class _random.Random.
#include "ints.h"

#define N 624
#define M 397
#define STATE_BYTES ((N + 1) * 4)
#define FUNCTION(name) static Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)

static u32 *state_of(VM *vm, Value v)
{
    if (is_exact(vm, v, TYPE_BYTEARRAY) && OBJ(vm, PyByteArray, v)->length == STATE_BYTES)
        return AT(vm, u32, OBJ(vm, PyByteArray, v)->data);
    raise_error(vm, EXC_TypeError, "a random state of %d bytes is required, not '%T'", STATE_BYTES, v);
    return NULL;
}

static void refill(u32 *mt)
{
    for (u32 k = 0; k < N; k++) {
        u32 y = (mt[k] & 0x80000000u) | (mt[(k + 1) % N] & 0x7FFFFFFFu);
        mt[k] = mt[(k + M) % N] ^ (y >> 1) ^ (y & 1 ? 0x9908B0DFu : 0);
    }
    mt[N] = 0;
}

static u32 next_word(u32 *mt)
{
    if (mt[N] >= N)
        refill(mt);
    u32 y = mt[mt[N]++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9D2C5680u;
    y ^= y << 15 & 0xEFC60000u;
    return y ^ y >> 18;
}

static void init_word(u32 *mt, u32 seed)
{
    mt[0] = seed;
    for (u32 k = 1; k < N; k++)
        mt[k] = 1812433253u * (mt[k - 1] ^ mt[k - 1] >> 30) + k;
    mt[N] = N;
}

// mt_seed(state, n): from the magnitude of an int, as init_by_array of its 32-bit words.
FUNCTION(mt_seed)
{
    u32 *mt = state_of(vm, args[0]);
    if (!mt)
        return EMPTY;
    if (!is_int_like(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "an int is required, not '%T'", args[1]);
    IntView key;
    int_view(vm, args[1], &key);
    u32 zero = 0, length = key.count ? key.count : 1;
    const u32 *words = key.count ? key.limbs : &zero;
    init_word(mt, 19650218u);
    u32 i = 1, j = 0;
    for (u32 k = N > length ? N : length; k; k--) {
        mt[i] = (mt[i] ^ (mt[i - 1] ^ mt[i - 1] >> 30) * 1664525u) + words[j] + j;
        i++, j++;
        if (i >= N)
            mt[0] = mt[N - 1], i = 1;
        if (j >= length)
            j = 0;
    }
    for (u32 k = N - 1; k; k--) {
        mt[i] = (mt[i] ^ (mt[i - 1] ^ mt[i - 1] >> 30) * 1566083941u) - i;
        i++;
        if (i >= N)
            mt[0] = mt[N - 1], i = 1;
    }
    mt[0] = 0x80000000u;
    return retain(vm, NONE);
}

// mt_random(state): a float in [0, 1) of 53 bits.
FUNCTION(mt_random)
{
    u32 *mt = state_of(vm, args[0]);
    if (!mt)
        return EMPTY;
    u32 a = next_word(mt) >> 5, b = next_word(mt) >> 6;
    return make_float((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

// mt_getrandbits(state, k): an int of k random bits.
FUNCTION(mt_getrandbits)
{
    u32 *mt = state_of(vm, args[0]);
    i64 k;
    if (!mt)
        return EMPTY;
    if (!int_fits_index(vm, args[1], &k, EXC_OverflowError))
        return EMPTY;
    if (k < 0)
        return raise_error(vm, EXC_ValueError, "Cannot convert negative int");
    if (k == 0)
        return int48(0);
    if (k <= 32)
        return int_from_u64(vm, next_word(mt) >> (32 - k));
    if (k > 0x7FFFFFFFll * 8)
        return raise_memory_error(vm);
    u32 words = (u32)((k - 1) / 32 + 1);
    PyInt *r = int_new(vm, words);
    if (!r)
        return EMPTY;
    for (u32 i = 0; i < words; i++, k -= 32) {
        u32 word = next_word(mt);
        r->limbs[i] = k < 32 ? word >> (32 - k) : word;
    }
    return int_finish(vm, r, 1, words);
}

// mt_getstate(state): tuple of 625 ints, the last the position.
FUNCTION(mt_getstate)
{
    u32 *mt = state_of(vm, args[0]);
    Value tuple = mt ? tuple_new(vm, N + 1) : EMPTY;
    for (u32 i = 0; tuple && i <= N; i++)
        OBJ(vm, PyTuple, tuple)->items[i] = int48(mt[i]);
    return tuple;
}

// mt_setstate(state, tuple)
FUNCTION(mt_setstate)
{
    u32 *mt = state_of(vm, args[0]);
    if (!mt)
        return EMPTY;
    if (!is_exact(vm, args[1], TYPE_TUPLE))
        return raise_error(vm, EXC_TypeError, "state vector must be a tuple");
    PyTuple *tuple = OBJ(vm, PyTuple, args[1]);
    if (tuple->length != N + 1)
        return raise_error(vm, EXC_ValueError, "state vector is the wrong size");
    u32 words[N + 1]; // the state changes when all is well
    for (u32 i = 0; i <= N; i++) {
        i64 word;
        if (!is_int_like(vm, tuple->items[i]) || !int_to_i64(vm, tuple->items[i], &word))
            return raise_error(vm, EXC_TypeError, "an integer is required");
        if (i == N && (word < 0 || word > N))
            return raise_error(vm, EXC_ValueError, "invalid state");
        words[i] = (u32)word;
    }
    memcpy(mt, words, sizeof words);
    return retain(vm, NONE);
}

const BuiltinDef random_defs[] = {
    {"mt_seed", mt_seed, 2, 2, 0, 0, "(state, n, /)"},       {"mt_random", mt_random, 1, 1, 0, 0, "(state, /)"},
    {"mt_getrandbits", mt_getrandbits, 2, 2, 0, 0, "(state, k, /)"}, {"mt_getstate", mt_getstate, 1, 1, 0, 0, "(state, /)"},
    {"mt_setstate", mt_setstate, 2, 2, 0, 0, "(state, words, /)"},   {"", 0, 0, 0, 0, 0, 0},
};
