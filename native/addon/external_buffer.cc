#include "external_buffer.h"

#undef NAPI_VERSION // node_version.h names the newest that Node has; we keep to the one in binding.gyp
#include <node_version.h>
#include <v8.h>

#include <cstring>

namespace krait {

napi_value createUncountedBuffer(napi_env env, void *memory, size_t bytes)
{
    const napi_node_version *running;
    if (napi_get_node_version(env, &running) != napi_ok || running->major != NODE_MAJOR_VERSION) return nullptr;
    // An empty deleter is V8's sign for "not yours, don't count it".
    std::unique_ptr<v8::BackingStore> store =
        v8::ArrayBuffer::NewBackingStore(memory, bytes, v8::BackingStore::EmptyDeleter, nullptr);
    v8::Local<v8::ArrayBuffer> buffer = v8::ArrayBuffer::New(v8::Isolate::GetCurrent(), std::move(store));
    // Node-API's values are V8's local handles (node's own js_native_api_v8.h converts them like this).
    napi_value value;
    static_assert(sizeof value == sizeof buffer, "napi_value no longer is a local handle");
    memcpy(&value, static_cast<void *>(&buffer), sizeof value);
    return value;
}

} // namespace krait
