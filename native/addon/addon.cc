// The native half of src/platform: memory that is executable or bigger than JavaScript gives, and calls into it.
#include "addon.h"

static Napi::Object initialise(Napi::Env env, Napi::Object exports)
{
    krait::exportHeap(env, exports);
    krait::exportCode(env, exports);
    krait::exportInvoke(env, exports);
    krait::exportInterrupt(env, exports);
    krait::exportCrash(env, exports);
    return exports;
}

NODE_API_MODULE(krait, initialise)
