// One heap: 4 GiB of address space of which only touched pages exist, between two guard zones, seen as one ArrayBuffer.
// Closing detaches the buffer first, so that a view kept by mistake has length 0 instead of reading freed memory.
#include "addon.h"
#include "v8_direct.h"
#include "regions.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <map>
#include <memory>
#include <mutex>

#ifndef MAP_NORESERVE
#define MAP_NORESERVE 0
#endif

namespace krait {

constexpr size_t heapBytes = size_t{1} << 32;
// A field of the last object can't run into what lies behind; a small negative displacement can't either.
constexpr size_t guardBytes = size_t{1} << 21;

namespace {

// Shared by the JavaScript object that closes the heap, the finalizer of its buffer and the views that other threads have: whoever comes
// first closes it, and an address that is in use again by then is left alone. As long as there are views a closed heap keeps its addresses:
// it reads as zeros.
struct Reservation {
    uintptr_t base;
    bool isOpen = true;
    int views = 0;
};
using SharedReservation = std::shared_ptr<Reservation>;

// Leaked: threads may outlive static destructors.
std::mutex &reservationsMutex = *new std::mutex;
std::map<uintptr_t, SharedReservation> &openReservations = *new std::map<uintptr_t, SharedReservation>;

} // namespace

static void unmapHeap(uintptr_t base) { munmap(reinterpret_cast<void *>(base - guardBytes), heapBytes + 2 * guardBytes); }

static void releaseHeap(Reservation &reservation)
{
    std::lock_guard<std::mutex> lock(reservationsMutex);
    if (!reservation.isOpen) return;
    reservation.isOpen = false;
    const uintptr_t base = reservation.base;
    forgetFlags(base, heapBytes);
    removeRegion(base, RegionKind::heap);
    if (reservation.views == 0) unmapHeap(base);
    else
        mmap(reinterpret_cast<void *>(base), heapBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);
    openReservations.erase(base); // the last: `reservation` may be gone now
}

// (base) → an ArrayBuffer over a heap of any thread; undefined if it is closed
static Napi::Value viewHeap(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    const uintptr_t base = toAddress(info[0]);
    SharedReservation reservation;
    {
        std::lock_guard<std::mutex> lock(reservationsMutex);
        const auto found = openReservations.find(base);
        if (found == openReservations.end()) return env.Undefined();
        reservation = found->second;
        reservation->views++;
    }
    const auto finalize = [](napi_env, void *data, void *) {
        SharedReservation *shared = static_cast<SharedReservation *>(data);
        {
            std::lock_guard<std::mutex> lock(reservationsMutex);
            if (--(*shared)->views == 0 && !(*shared)->isOpen) unmapHeap((*shared)->base);
        }
        delete shared;
    };
    SharedReservation *shared = new SharedReservation(reservation);
    napi_value buffer = createUncountedBuffer(env, reinterpret_cast<void *>(base), heapBytes);
    if (!buffer || napi_add_finalizer(env, buffer, shared, finalize, nullptr, nullptr) != napi_ok) {
        finalize(env, shared, nullptr);
        return env.Undefined();
    }
    return Napi::Value(env, buffer);
}

// () → { buffer, base, reservation }
static Napi::Value reserveHeap(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    char *area = static_cast<char *>(mmap(nullptr, heapBytes + 2 * guardBytes, PROT_NONE, flags, -1, 0));
    if (area == MAP_FAILED) return failErrno(env, "cannot reserve 4 GiB of address space for the heap");
    char *base = area + guardBytes;
    if (mprotect(base, heapBytes, PROT_READ | PROT_WRITE) != 0) {
        munmap(area, heapBytes + 2 * guardBytes);
        return failErrno(env, "cannot make the heap writable");
    }
    const uintptr_t address = reinterpret_cast<uintptr_t>(base);
    if (!addRegion(address, heapBytes, RegionKind::heap)) {
        munmap(area, heapBytes + 2 * guardBytes);
        return fail(env, "too many heaps at once");
    }
    SharedReservation reservation = std::make_shared<Reservation>(Reservation{address});
    {
        std::lock_guard<std::mutex> lock(reservationsMutex);
        openReservations[address] = reservation;
    }
    napi_value buffer = createUncountedBuffer(env, base, heapBytes);
    if (!buffer) napi_create_external_arraybuffer(env, base, heapBytes, nullptr, nullptr, &buffer);
    // Runs when the buffer is collected or its environment ends; harmless after closeHeap.
    const auto finalize = [](napi_env, void *data, void *) {
        SharedReservation *shared = static_cast<SharedReservation *>(data);
        releaseHeap(**shared);
        delete shared;
    };
    SharedReservation *shared = new SharedReservation(reservation);
    if (!buffer || napi_add_finalizer(env, buffer, shared, finalize, nullptr, nullptr) != napi_ok) {
        delete shared;
        releaseHeap(*reservation);
        return fail(env, "this Node.js cannot make an ArrayBuffer over the heap");
    }
    Napi::Object result = Napi::Object::New(env);
    result.Set("buffer", Napi::Value(env, buffer));
    result.Set("base", fromAddress(env, address));
    result.Set("reservation", Napi::External<SharedReservation>::New(env, new SharedReservation(reservation),
                                                                     [](Napi::Env, SharedReservation *shared) { delete shared; }));
    return result;
}

// (reservation, buffer)
static Napi::Value closeHeap(const Napi::CallbackInfo &info)
{
    info[1].As<Napi::ArrayBuffer>().Detach();
    releaseHeap(**info[0].As<Napi::External<SharedReservation>>().Data());
    return info.Env().Undefined();
}

// (base, path, file offset, length, heap offset): a copy-on-write view of the file replaces that part of the heap
static Napi::Value mapFile(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    const std::string path = info[1].As<Napi::String>().Utf8Value();
    const off_t fileOffset = info[2].As<Napi::Number>().Int64Value();
    const size_t length = info[3].As<Napi::Number>().Int64Value();
    const uintptr_t start = toAddress(info[0]) + toAddress(info[4]);
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return failErrno(env, "cannot open " + path);
    if (!lockRegion(start, length, RegionKind::heap)) {
        close(fd);
        return fail(env, "mapping outside the heap");
    }
    void *mapped = mmap(reinterpret_cast<void *>(start), length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, fd, fileOffset);
    unlockRegions();
    const int error = errno;
    close(fd);
    errno = error;
    if (mapped == MAP_FAILED) return failErrno(env, "cannot map " + path);
    return env.Undefined();
}

// (base, offset, length): whole pages go back to the system and read as zero afterwards
static Napi::Value decommit(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    const uintptr_t start = toAddress(info[0]) + toAddress(info[1]);
    const size_t length = info[2].As<Napi::Number>().Int64Value();
    if (!lockRegion(start, length, RegionKind::heap)) return fail(env, "decommit outside the heap");
    // A new mapping, not MADV_DONTNEED, which would bring a mapped file's contents back (and zeroes nothing on macOS).
    void *mapped = mmap(reinterpret_cast<void *>(start), length, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);
    unlockRegions();
    if (mapped == MAP_FAILED) return failErrno(env, "cannot give heap pages back");
    return env.Undefined();
}

// (base, offset, length, 0 = none | 1 = read | 3 = read and write)
static Napi::Value protect(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    const uintptr_t start = toAddress(info[0]) + toAddress(info[1]);
    const size_t length = info[2].As<Napi::Number>().Int64Value();
    const int access = info[3].As<Napi::Number>().Int32Value();
    if (!lockRegion(start, length, RegionKind::heap)) return fail(env, "protect outside the heap");
    const int status = mprotect(reinterpret_cast<void *>(start), length, access);
    unlockRegions();
    if (status != 0) return failErrno(env, "cannot protect heap pages");
    return env.Undefined();
}

void exportHeap(Napi::Env env, Napi::Object exports)
{
    exports.Set("pageBytes", Napi::Number::New(env, sysconf(_SC_PAGESIZE)));
    exports.Set("reserveHeap", Napi::Function::New(env, reserveHeap));
    exports.Set("viewHeap", Napi::Function::New(env, viewHeap));
    exports.Set("closeHeap", Napi::Function::New(env, closeHeap));
    exports.Set("mapFile", Napi::Function::New(env, mapFile));
    exports.Set("decommit", Napi::Function::New(env, decommit));
    exports.Set("protect", Napi::Function::New(env, protect));
}

} // namespace krait
