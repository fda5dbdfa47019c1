// Raising a flag in a heap while its thread is inside native code: after a time (one watchdog thread a process), on a signal, or
// from another JavaScript thread. Native code polls the flag at back edges and calls; nothing else can stop it.
#include "addon.h"
#include "regions.h"

#include <csignal>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace krait {

namespace {

using Clock = std::chrono::steady_clock;

struct Timeout {
    Clock::time_point deadline;
    uint32_t *flag;
    uint32_t mask;
};

struct Watchdog {
    std::mutex mutex;
    std::condition_variable changed;
    std::map<uint32_t, Timeout> timeouts;
    uint32_t lastId = 0;
    bool isRunning = false;

    void run();
};

// Leaked: the thread outlives static destructors.
Watchdog &watchdog = *new Watchdog;

// A signal handler reads these, so they are atomics in a fixed array. `flag` is written last and cleared first.
struct WatchedSignal {
    std::atomic<uint32_t *> flag{nullptr};
    std::atomic<uint32_t> mask{0};
    std::atomic<int> signal{0};
};
WatchedSignal watchedSignals[256];
struct sigaction previousActions[NSIG];
bool isHandled[NSIG];
std::mutex &signalMutex = *new std::mutex;
// While a handler runs it may hold a pointer to a flag; closing a heap waits for it.
std::atomic<int> handlersRunning{0};

void Watchdog::run()
{
    std::unique_lock<std::mutex> lock(mutex);
    for (;;) {
        Clock::time_point next = Clock::time_point::max();
        const Clock::time_point now = Clock::now();
        for (auto entry = timeouts.begin(); entry != timeouts.end();) {
            if (entry->second.deadline <= now) {
                __atomic_fetch_or(entry->second.flag, entry->second.mask, __ATOMIC_SEQ_CST);
                entry = timeouts.erase(entry);
            } else {
                next = std::min(next, entry->second.deadline);
                ++entry;
            }
        }
        if (next == Clock::time_point::max()) changed.wait(lock);
        else changed.wait_until(lock, next);
    }
}

} // namespace

// (heap base, offset, mask, milliseconds) → id
static Napi::Value arm(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    const uintptr_t address = toAddress(info[0]) + toAddress(info[1]);
    const uint32_t mask = info[2].As<Napi::Number>().Uint32Value();
    const double milliseconds = std::min(info[3].As<Napi::Number>().DoubleValue(), 1e12);
    if (!lockRegion(address, 4, RegionKind::heap)) return fail(env, "the interrupt flag lies outside the heap");
    unlockRegions();
    std::lock_guard<std::mutex> lock(watchdog.mutex);
    if (!watchdog.isRunning) {
        // Signals belong to the threads that Node has set up for them.
        sigset_t all, before;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        std::thread([] { watchdog.run(); }).detach();
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        watchdog.isRunning = true;
    }
    const auto delay = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double, std::milli>(milliseconds));
    watchdog.timeouts[++watchdog.lastId] = Timeout{Clock::now() + delay, reinterpret_cast<uint32_t *>(address), mask};
    watchdog.changed.notify_one();
    return Napi::Number::New(env, watchdog.lastId);
}

// (id) → whether it had not fired yet. Afterwards the flag won't be raised any more.
static Napi::Value disarm(const Napi::CallbackInfo &info)
{
    std::lock_guard<std::mutex> lock(watchdog.mutex);
    return Napi::Boolean::New(info.Env(), watchdog.timeouts.erase(info[0].As<Napi::Number>().Uint32Value()) > 0);
}

// (heap base, offset, mask) → false if the heap has been closed. From any thread.
static Napi::Value raiseFlag(const Napi::CallbackInfo &info)
{
    const uintptr_t address = toAddress(info[0]) + toAddress(info[1]);
    if (!lockRegion(address, 4, RegionKind::heap)) return Napi::Boolean::New(info.Env(), false);
    __atomic_fetch_or(reinterpret_cast<uint32_t *>(address), info[2].As<Napi::Number>().Uint32Value(), __ATOMIC_SEQ_CST);
    unlockRegions();
    return Napi::Boolean::New(info.Env(), true);
}

static void handleWatchedSignal(int signal, siginfo_t *details, void *context)
{
    handlersRunning.fetch_add(1);
    for (WatchedSignal &watched : watchedSignals) {
        if (watched.signal.load() != signal) continue;
        if (uint32_t *flag = watched.flag.load()) __atomic_fetch_or(flag, watched.mask.load(), __ATOMIC_SEQ_CST);
    }
    handlersRunning.fetch_sub(1);
    // libuv's handler wakes the event loop, so that listeners in JavaScript still hear of the signal. Without listeners Node has a
    // one-shot handler there that ends the process by raising the signal again: watching means that this doesn't happen.
    const struct sigaction &previous = previousActions[signal];
    if (previous.sa_flags & static_cast<int>(SA_RESETHAND)) return;
    if (previous.sa_flags & SA_SIGINFO) previous.sa_sigaction(signal, details, context);
    else if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN) previous.sa_handler(signal);
}

// (signal, heap base, offset, mask) → id
static Napi::Value watchSignal(const Napi::CallbackInfo &info)
{
    Napi::Env env = info.Env();
    const int signal = info[0].As<Napi::Number>().Int32Value();
    const uintptr_t address = toAddress(info[1]) + toAddress(info[2]);
    if (signal <= 0 || signal >= NSIG) return fail(env, "no such signal");
    if (!lockRegion(address, 4, RegionKind::heap)) return fail(env, "the interrupt flag lies outside the heap");
    unlockRegions();
    std::lock_guard<std::mutex> lock(signalMutex);
    for (uint32_t i = 0; i < 256; i++) {
        WatchedSignal &watched = watchedSignals[i];
        if (watched.flag.load()) continue;
        struct sigaction current;
        sigaction(signal, nullptr, &current);
        // Node sets its handler anew when the first listener is added, so ours may have gone.
        if (!isHandled[signal] || !(current.sa_flags & SA_SIGINFO) || current.sa_sigaction != handleWatchedSignal) {
            previousActions[signal] = current;
            struct sigaction action = {};
            action.sa_sigaction = handleWatchedSignal;
            action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
            sigaction(signal, &action, nullptr);
            isHandled[signal] = true;
        }
        watched.mask.store(info[3].As<Napi::Number>().Uint32Value());
        watched.signal.store(signal);
        watched.flag.store(reinterpret_cast<uint32_t *>(address));
        return Napi::Number::New(env, i);
    }
    return fail(env, "too many watched signals");
}

// (id): the system's or Node's own action is back when nobody watches the signal any more
static Napi::Value unwatchSignal(const Napi::CallbackInfo &info)
{
    std::lock_guard<std::mutex> lock(signalMutex);
    const uint32_t id = info[0].As<Napi::Number>().Uint32Value();
    if (id >= 256) return info.Env().Undefined();
    const int signal = watchedSignals[id].signal.load();
    watchedSignals[id].flag.store(nullptr);
    watchedSignals[id].signal.store(0);
    for (const WatchedSignal &watched : watchedSignals)
        if (watched.flag.load() && watched.signal.load() == signal) return info.Env().Undefined();
    struct sigaction current;
    if (!isHandled[signal] || sigaction(signal, nullptr, &current) != 0) return info.Env().Undefined();
    if ((current.sa_flags & SA_SIGINFO) && current.sa_sigaction == handleWatchedSignal)
        sigaction(signal, &previousActions[signal], nullptr);
    isHandled[signal] = false;
    return info.Env().Undefined();
}

void forgetFlags(uintptr_t base, size_t bytes)
{
    const auto isInside = [&](const uint32_t *flag) { return reinterpret_cast<uintptr_t>(flag) - base < bytes; };
    {
        std::lock_guard<std::mutex> lock(watchdog.mutex);
        for (auto entry = watchdog.timeouts.begin(); entry != watchdog.timeouts.end();)
            entry = isInside(entry->second.flag) ? watchdog.timeouts.erase(entry) : std::next(entry);
    }
    std::lock_guard<std::mutex> lock(signalMutex);
    for (WatchedSignal &watched : watchedSignals)
        if (isInside(watched.flag.load())) watched.flag.store(nullptr);
    while (handlersRunning.load() != 0) usleep(50);
}

void exportInterrupt(Napi::Env env, Napi::Object exports)
{
    exports.Set("arm", Napi::Function::New(env, arm));
    exports.Set("disarm", Napi::Function::New(env, disarm));
    exports.Set("raiseFlag", Napi::Function::New(env, raiseFlag));
    exports.Set("watchSignal", Napi::Function::New(env, watchSignal));
    exports.Set("unwatchSignal", Napi::Function::New(env, unwatchSignal));
}

} // namespace krait
