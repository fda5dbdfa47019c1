// An ArrayBuffer over memory that V8 neither owns nor counts. The Node-API way counts the whole 4 GiB as memory in use: V8
// answers with a full garbage collection at once (4 ms). Telling V8 with
// napi_adjust_external_memory that it isn't so only moves the collection on Node 20 and aborts the process on Node 24.
#ifndef KRAIT_ADDON_EXTERNAL_BUFFER_H
#define KRAIT_ADDON_EXTERNAL_BUFFER_H

#include <node_api.h>

namespace krait {

// Null if the running Node is not of the major version that this addon was compiled for; then only Node-API may be used.
napi_value createUncountedBuffer(napi_env env, void *memory, size_t bytes);

} // namespace krait

#endif
