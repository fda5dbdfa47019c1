#include "v8_direct.h"

#undef NAPI_VERSION // node_version.h names the newest that Node has; we keep to the one in binding.gyp
#include <node_version.h>
#include <v8.h>

#include <cstring>

namespace krait {

static bool isSameNode(napi_env env)
{
    const napi_node_version *running;
    return napi_get_node_version(env, &running) == napi_ok && running->major == NODE_MAJOR_VERSION;
}

// Node-API's values are V8's local handles (node's own js_native_api_v8.h converts them like this).
template <typename T> static napi_value toNodeApi(v8::Local<T> local)
{
    napi_value value;
    static_assert(sizeof value == sizeof local, "napi_value no longer is a local handle");
    memcpy(&value, static_cast<void *>(&local), sizeof value);
    return value;
}

napi_value createUncountedBuffer(napi_env env, void *memory, size_t bytes)
{
    if (!isSameNode(env)) return nullptr;
    // An empty deleter is V8's sign for "not yours, don't count it".
    std::unique_ptr<v8::BackingStore> store =
        v8::ArrayBuffer::NewBackingStore(memory, bytes, v8::BackingStore::EmptyDeleter, nullptr);
    return toNodeApi(v8::ArrayBuffer::New(v8::Isolate::GetCurrent(), std::move(store)));
}

static void callEntry(const v8::FunctionCallbackInfo<v8::Value> &info)
{
    const Entry *entry = static_cast<const Entry *>(info.Data().As<v8::External>()->Value());
    info.GetReturnValue().Set(entry->function(entry->vm));
}

napi_value createDirectFunction(napi_env env, const Entry *entry)
{
    if (!isSameNode(env)) return nullptr;
    v8::Isolate *isolate = v8::Isolate::GetCurrent();
    v8::Local<v8::External> data = v8::External::New(isolate, const_cast<Entry *>(entry));
    v8::Local<v8::Function> function;
    if (!v8::Function::New(isolate->GetCurrentContext(), callEntry, data, 0, v8::ConstructorBehavior::kThrow).ToLocal(&function))
        return nullptr;
    return toNodeApi(function);
}

} // namespace krait
