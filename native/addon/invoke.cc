// Calls from JavaScript into native code. `enter` is the path that counts: it takes no arguments and keeps entry point and heap
// base in a record of its own.
#include "addon.h"
#include "v8_direct.h"

namespace krait {

namespace {

enum class Result : uint32_t { none, u32, i32, f64, address };

struct Binding {
    uintptr_t address;
    Result result;
    size_t argumentCount;
};

} // namespace

static napi_value callEntry(napi_env env, napi_callback_info info)
{
    void *data;
    napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data);
    const Entry *entry = static_cast<const Entry *>(data);
    napi_value result;
    napi_create_uint32(env, entry->function(entry->vm), &result);
    return result;
}

// (entry address, heap base) → () => u32
static napi_value makeEnter(napi_env env, napi_callback_info info)
{
    napi_value arguments[2], result = nullptr;
    size_t count = 2;
    int64_t function, vm;
    napi_get_cb_info(env, info, &count, arguments, nullptr, nullptr);
    napi_get_value_int64(env, arguments[0], &function);
    napi_get_value_int64(env, arguments[1], &vm);
    Entry *entry = new Entry{reinterpret_cast<uint32_t (*)(void *)>(function), reinterpret_cast<void *>(vm)};
    result = createDirectFunction(env, entry);
    if (!result) napi_create_function(env, "enter", NAPI_AUTO_LENGTH, callEntry, entry, &result);
    napi_add_finalizer(env, result, entry, [](napi_env, void *data, void *) { delete static_cast<Entry *>(data); }, nullptr, nullptr);
    return result;
}

template <typename R> static R callWith(uintptr_t address, const uint64_t (&a)[4])
{
    // Passing more than the callee takes is harmless in both calling conventions.
    return reinterpret_cast<R (*)(uint64_t, uint64_t, uint64_t, uint64_t)>(address)(a[0], a[1], a[2], a[3]);
}

static napi_value callBinding(napi_env env, napi_callback_info info)
{
    void *data;
    napi_value values[4], result = nullptr;
    size_t count = 4;
    napi_get_cb_info(env, info, &count, values, nullptr, &data);
    const Binding &binding = *static_cast<const Binding *>(data);
    if (count < binding.argumentCount) {
        napi_throw_type_error(env, nullptr, "krait: native function called with too few arguments");
        return nullptr;
    }
    uint64_t arguments[4] = {0, 0, 0, 0};
    for (size_t i = 0; i < binding.argumentCount; i++) {
        int64_t value;
        if (napi_get_value_int64(env, values[i], &value) != napi_ok) {
            napi_throw_type_error(env, nullptr, "krait: native functions take numbers only");
            return nullptr;
        }
        arguments[i] = static_cast<uint64_t>(value);
    }
    switch (binding.result) {
    case Result::none: callWith<void>(binding.address, arguments); break;
    case Result::u32: napi_create_uint32(env, callWith<uint32_t>(binding.address, arguments), &result); break;
    case Result::i32: napi_create_int32(env, callWith<int32_t>(binding.address, arguments), &result); break;
    case Result::f64: napi_create_double(env, callWith<double>(binding.address, arguments), &result); break;
    case Result::address:
        napi_create_double(env, static_cast<double>(callWith<uint64_t>(binding.address, arguments)), &result);
        break;
    }
    return result;
}

// (address, result kind, argument count) → function
static napi_value bindFunction(napi_env env, napi_callback_info info)
{
    napi_value arguments[3], result = nullptr;
    size_t count = 3;
    int64_t address;
    uint32_t kind, argumentCount;
    napi_get_cb_info(env, info, &count, arguments, nullptr, nullptr);
    napi_get_value_int64(env, arguments[0], &address);
    napi_get_value_uint32(env, arguments[1], &kind);
    napi_get_value_uint32(env, arguments[2], &argumentCount);
    if (argumentCount > 4) {
        napi_throw_range_error(env, nullptr, "krait: native functions take at most four arguments");
        return nullptr;
    }
    Binding *binding = new Binding{static_cast<uintptr_t>(address), static_cast<Result>(kind), argumentCount};
    napi_create_function(env, "native", NAPI_AUTO_LENGTH, callBinding, binding, &result);
    napi_add_finalizer(env, result, binding, [](napi_env, void *data, void *) { delete static_cast<Binding *>(data); }, nullptr, nullptr);
    return result;
}

void exportInvoke(Napi::Env env, Napi::Object exports)
{
    napi_value function;
    napi_create_function(env, "makeEnter", NAPI_AUTO_LENGTH, makeEnter, nullptr, &function);
    exports.Set("makeEnter", Napi::Value(env, function));
    napi_create_function(env, "bindFunction", NAPI_AUTO_LENGTH, bindFunction, nullptr, &function);
    exports.Set("bindFunction", Napi::Value(env, function));
}

} // namespace krait
