// Checksums of files that Krait keeps for itself (compiled code, traces): they name a file and tell a damaged one. Nothing is proved against somebody
// who forges. Node's own hashes would do, but loading node:crypto takes four milliseconds, a sixth of a start, and JavaScript that has not been
// compiled yet takes longer still.
//
// Two lanes of 64 bits, each folding products of 128 bits, as in wyhash (Wang Yi, public domain). The state lies in vm->scratch[0] and [1].
#include "core.h"

static u64 folded_product(u64 x, u64 y)
{
    const unsigned __int128 product = (unsigned __int128)x * y;
    return (u64)product ^ (u64)(product >> 64);
}

static void add_words(u64 *state, u64 one, u64 two)
{
    const u64 first = state[0], second = state[1];
    state[0] = folded_product(first ^ one ^ 0x9E3779B97F4A7C15ull, second ^ two ^ 0xD6E8FEB86659FD93ull) + second;
    state[1] = folded_product(second ^ one ^ 0xA0761D6478BD642Full, first ^ two ^ 0xE7037ED1A0B428DBull) + first;
}

// Adds `length` bytes of CHECKSUM_WINDOW. However a text is divided into pieces belongs to its checksum.
CORE_EXPORT void checksum_add(VM *vm, u32 length)
{
    u64 *state = (u64 *)vm->scratch;
    const u8 *bytes = AT(vm, u8, CHECKSUM_WINDOW);
    u32 at = 0;
    for (; at + 16 <= length; at += 16) {
        u64 words[2];
        memcpy(words, bytes + at, 16);
        add_words(state, words[0], words[1]);
    }
    u64 rest[2] = {0, 0};
    memcpy(rest, bytes + at, length - at);
    add_words(state, rest[0], rest[1]);
    add_words(state, length, 1);
}
