// Executable memory. A core image is written once and then read-only or executable. Behind it, in the same reservation (so that a
// 32-bit distance always reaches), lies room for trace code, which is patched while it lives: on Linux one memfd is mapped twice (a
// writable view elsewhere, an executable view in the room), so no page is ever both; on macOS the room is MAP_JIT memory whose
// writability is switched per thread around each write.
#include "addon.h"
#include "v8_direct.h"
#include "regions.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <map>
#include <mutex>

#ifdef __APPLE__
#include <libkern/OSCacheControl.h>
#include <pthread.h>
#endif

namespace krait {

static void flushInstructions(uintptr_t start, size_t length)
{
#if defined(__APPLE__)
    sys_icache_invalidate(reinterpret_cast<void *>(start), length);
#elif defined(__aarch64__)
    __builtin___clear_cache(reinterpret_cast<char *>(start), reinterpret_cast<char *>(start + length));
#ifdef KRAIT_FOR_QEMU
    // qemu-user before version 8.1 does not see that code changed through another mapping, but that pages become writable.
    const uintptr_t page = sysconf(_SC_PAGESIZE), first = start & ~(page - 1), end = (start + length + page - 1) & ~(page - 1);
    mprotect(reinterpret_cast<void *>(first), end - first, PROT_READ | PROT_WRITE);
    mprotect(reinterpret_cast<void *>(first), end - first, PROT_READ | PROT_EXEC);
#endif
#else
    (void)start, (void)length; // x86: instruction fetch sees stores
#endif
}

namespace {

// Executable memory that is unmapped when it is closed or, at the latest, when its thread's environment ends. Not when an object is
// collected: functions bound to addresses in it may outlive every JavaScript object that knows of it.
struct Executable {
    uintptr_t base;
    size_t bytes;     // of the image
    size_t codeBytes; // of the room for trace code behind it
    void *writable;   // second mapping of that room once it is in use, or null
};
std::map<uintptr_t, Executable *> &executables = *new std::map<uintptr_t, Executable *>;
std::mutex &executablesMutex = *new std::mutex;

void unmapExecutable(void *data)
{
    Executable *executable = static_cast<Executable *>(data);
    {
        std::lock_guard<std::mutex> lock(executablesMutex);
        executables.erase(executable->base);
    }
    removeRegion(executable->base, RegionKind::core);
    removeRegion(executable->base + executable->bytes, RegionKind::code);
    munmap(reinterpret_cast<void *>(executable->base), executable->bytes + executable->codeBytes);
    if (executable->writable) munmap(executable->writable, executable->codeBytes);
    delete executable;
}

// Null if it was closed before.
Executable *findExecutable(uintptr_t base)
{
    std::lock_guard<std::mutex> lock(executablesMutex);
    const auto found = executables.find(base);
    return found == executables.end() ? nullptr : found->second;
}

} // namespace

// (bytes, bytes for trace code) → base: address space for both, not accessible yet
static Napi::Value reserveImage(const Napi::CallbackInfo &info)
{
    const size_t bytes = info[0].As<Napi::Number>().Int64Value();
    const size_t codeBytes = info[1].As<Napi::Number>().Int64Value();
#ifdef __APPLE__
    // MAP_JIT memory can't be put at a fixed address: all of it is mapped so, then the image's part anew.
    void *base = mmap(nullptr, bytes + codeBytes, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS | MAP_JIT, -1, 0);
    if (base != MAP_FAILED && mmap(base, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) {
        const int error = errno;
        munmap(base, bytes + codeBytes);
        errno = error;
        base = MAP_FAILED;
    }
#else
    void *base = mmap(nullptr, bytes + codeBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
#endif
    if (base == MAP_FAILED) return failErrno(info.Env(), "cannot reserve memory for the core image");
    Executable *executable = new Executable{reinterpret_cast<uintptr_t>(base), bytes, codeBytes, nullptr};
    std::lock_guard<std::mutex> lock(executablesMutex);
    executables[executable->base] = executable;
    napi_add_env_cleanup_hook(info.Env(), unmapExecutable, executable);
    return fromAddress(info.Env(), executable->base);
}

// (base, bytes, text, data, data offset, offsets of words to relocate, offsets and addresses of imports, path of core.sym): fills the
// image and fixes it: text executable, data read-only
static Napi::Value fillImage(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    char *base = reinterpret_cast<char *>(toAddress(info[0]));
    const size_t bytes = info[1].As<Napi::Number>().Int64Value();
    Napi::Uint8Array text = info[2].As<Napi::Uint8Array>();
    Napi::Uint8Array data = info[3].As<Napi::Uint8Array>();
    const size_t dataOffset = info[4].As<Napi::Number>().Int64Value();
    Napi::Uint32Array relocations = info[5].As<Napi::Uint32Array>();
    Napi::Uint32Array importOffsets = info[6].As<Napi::Uint32Array>();
    Napi::Float64Array importAddresses = info[7].As<Napi::Float64Array>();
    if (text.ByteLength() > dataOffset || dataOffset > bytes || data.ByteLength() > bytes - dataOffset ||
        importOffsets.ElementLength() != importAddresses.ElementLength())
        return fail(env, "the core image is damaged");
    if (mprotect(base, bytes, PROT_READ | PROT_WRITE) != 0) return failErrno(env, "cannot write the core image");
    memcpy(base, text.Data(), text.ByteLength());
    memcpy(base + dataOffset, data.Data(), data.ByteLength());
    const auto word = [&](uint32_t offset) -> uint64_t * {
        const bool isInside = offset % 8 == 0 && offset + size_t{8} <= data.ByteLength();
        return isInside ? reinterpret_cast<uint64_t *>(base + dataOffset + offset) : nullptr;
    };
    for (size_t i = 0; i < relocations.ElementLength(); i++) {
        uint64_t *at = word(relocations[i]);
        if (!at) return fail(env, "the core image is damaged");
        *at += reinterpret_cast<uintptr_t>(base);
    }
    for (size_t i = 0; i < importOffsets.ElementLength(); i++) {
        uint64_t *at = word(importOffsets[i]);
        if (!at) return fail(env, "the core image is damaged");
        *at = static_cast<uint64_t>(importAddresses[i]);
    }
    if (mprotect(base, dataOffset, PROT_READ | PROT_EXEC) != 0 || mprotect(base + dataOffset, bytes - dataOffset, PROT_READ) != 0)
        return failErrno(env, "cannot make the core image executable");
    flushInstructions(reinterpret_cast<uintptr_t>(base), text.ByteLength());
    char *symbols = strdup(info[8].As<Napi::String>().Utf8Value().c_str());
    const Executable *executable = findExecutable(reinterpret_cast<uintptr_t>(base));
    if (!executable || !addRegion(executable->base, bytes, RegionKind::core, symbols) ||
        !addRegion(executable->base + bytes, executable->codeBytes, RegionKind::code))
        return fail(env, "too many core images");
    return env.Undefined();
}

// (name) → address of a function of libc or libm, 0 if there is none
static Napi::Value findHostSymbol(const Napi::CallbackInfo &info)
{
    const std::string name = info[0].As<Napi::String>().Utf8Value();
    void *address = dlsym(RTLD_DEFAULT, name.c_str());
#ifdef __linux__
    if (!address) {
        static void *const libm = dlopen("libm.so.6", RTLD_LAZY | RTLD_LOCAL);
        if (libm) address = dlsym(libm, name.c_str());
    }
#endif
    return fromAddress(info.Env(), reinterpret_cast<uintptr_t>(address));
}

#ifdef __linux__
static int createMemoryFile()
{
    // A few kernels refuse executable mappings of a memfd without MFD_EXEC, older ones don't know the flag.
    int fd = memfd_create("krait-code", MFD_CLOEXEC | 0x0010U /* MFD_EXEC */);
    return fd >= 0 ? fd : memfd_create("krait-code", MFD_CLOEXEC);
}
#endif

// (base of the image) → the writable view of its room for trace code; undefined on macOS
static Napi::Value openCode(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    Executable *executable = findExecutable(toAddress(info[0]));
    if (!executable || executable->writable) return fail(env, "the core image has no unused room for trace code");
#ifdef __APPLE__
    return env.Undefined();
#else
    const size_t bytes = executable->codeBytes;
    void *const room = reinterpret_cast<void *>(executable->base + executable->bytes);
    const int fd = createMemoryFile();
    if (fd < 0) return failErrno(env, "cannot create memory for trace code");
    void *writable = MAP_FAILED, *executableView = MAP_FAILED;
    if (ftruncate(fd, bytes) == 0) {
        writable = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        executableView = mmap(room, bytes, PROT_READ | PROT_EXEC, MAP_SHARED | MAP_FIXED, fd, 0);
    }
    const int error = errno;
    close(fd);
    if (writable == MAP_FAILED || executableView == MAP_FAILED) {
        if (writable != MAP_FAILED) munmap(writable, bytes);
        errno = error;
        return failErrno(env, "cannot map memory for trace code");
    }
    napi_value buffer = createUncountedBuffer(env, writable, bytes);
    if (!buffer) napi_create_external_arraybuffer(env, writable, bytes, nullptr, nullptr, &buffer);
    if (!buffer) {
        munmap(writable, bytes);
        return fail(env, "this Node.js cannot make an ArrayBuffer over trace code");
    }
    executable->writable = writable;
    return Napi::Value(env, buffer);
#endif
}

// (address, bytes as Uint8Array): where there is no writable view
static Napi::Value writeCode(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    const uintptr_t start = toAddress(info[0]);
    Napi::Uint8Array bytes = info[1].As<Napi::Uint8Array>();
    if (!lockRegion(start, bytes.ByteLength(), RegionKind::code)) return fail(env, "write outside the code region");
#if defined(__APPLE__)
    // No JavaScript may run between the two switches: V8's own code lies in MAP_JIT memory, too.
    if (__builtin_available(macOS 11.0, *)) pthread_jit_write_protect_np(0);
    memcpy(reinterpret_cast<void *>(start), bytes.Data(), bytes.ByteLength());
    if (__builtin_available(macOS 11.0, *)) pthread_jit_write_protect_np(1);
    flushInstructions(start, bytes.ByteLength());
    unlockRegions();
    return env.Undefined();
#else
    unlockRegions();
    return fail(env, "writeCode is for systems without a second mapping");
#endif
}

// (address, length)
static Napi::Value flushCode(const Napi::CallbackInfo &info)
{
    const uintptr_t start = toAddress(info[0]);
    const size_t length = info[1].As<Napi::Number>().Int64Value();
    if (!lockRegion(start, length, RegionKind::code)) return fail(info.Env(), "flush outside the code region");
    flushInstructions(start, length);
    unlockRegions();
    return info.Env().Undefined();
}

// (base of the image, the writable view if there is one)
static Napi::Value closeImage(const Napi::CallbackInfo &info)
{
    if (info[1].IsArrayBuffer()) info[1].As<Napi::ArrayBuffer>().Detach();
    Executable *executable = findExecutable(toAddress(info[0]));
    if (!executable) return info.Env().Undefined();
    napi_remove_env_cleanup_hook(info.Env(), unmapExecutable, executable);
    unmapExecutable(executable);
    return info.Env().Undefined();
}

void exportCode(Napi::Env env, Napi::Object exports)
{
    exports.Set("reserveImage", Napi::Function::New(env, reserveImage));
    exports.Set("fillImage", Napi::Function::New(env, fillImage));
    exports.Set("closeImage", Napi::Function::New(env, closeImage));
    exports.Set("findHostSymbol", Napi::Function::New(env, findHostSymbol));
    exports.Set("openCode", Napi::Function::New(env, openCode));
    exports.Set("writeCode", Napi::Function::New(env, writeCode));
    exports.Set("flushCode", Napi::Function::New(env, flushCode));
}

} // namespace krait
