// The two things for which Node-API is too slow, done with V8's own interface. That one changes between major versions of Node, so
// both return null if the running Node isn't of the version that this addon was compiled for; then Node-API does the work.
#ifndef KRAIT_ADDON_V8_DIRECT_H
#define KRAIT_ADDON_V8_DIRECT_H

#include <node_api.h>

#include <cstdint>

namespace krait {

// An ArrayBuffer over memory that V8 neither owns nor counts. Node-API's counts the whole 4 GiB as memory in use: V8 answers with
// a full garbage collection at once (4 ms). Telling it with napi_adjust_external_memory that it isn't so only moves the
// collection on Node 20 and aborts the process on Node 24.
napi_value createUncountedBuffer(napi_env env, void *memory, size_t bytes);

struct Entry {
    uint32_t (*function)(void *vm);
    void *vm;
};

// A function () => entry->function(entry->vm), without the handles and checks of a Node-API callback: half the time a call.
// `entry` must live as long as the function.
napi_value createDirectFunction(napi_env env, const Entry *entry);

} // namespace krait

#endif
