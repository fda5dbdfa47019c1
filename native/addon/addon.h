// What the files of the addon share. src/platform/addon.ts holds the other side of this interface and is its only user:
// arguments are trusted as far as types go, addresses are checked against the table of regions.
#ifndef KRAIT_ADDON_H
#define KRAIT_ADDON_H

#include <napi.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace krait {

void exportHeap(Napi::Env env, Napi::Object exports);
void exportCode(Napi::Env env, Napi::Object exports);
void exportInvoke(Napi::Env env, Napi::Object exports);
void exportInterrupt(Napi::Env env, Napi::Object exports);
void exportCrash(Napi::Env env, Napi::Object exports);

// Drops every armed timeout and watched signal whose flag lies in [base, base + bytes).
void forgetFlags(uintptr_t base, size_t bytes);

// Addresses travel as JavaScript numbers: user space ends below 2^53 on every supported system.
inline uintptr_t toAddress(const Napi::Value &value) { return static_cast<uintptr_t>(value.As<Napi::Number>().Int64Value()); }
inline Napi::Number fromAddress(Napi::Env env, uintptr_t address)
{
    return Napi::Number::New(env, static_cast<double>(address));
}

inline Napi::Value fail(Napi::Env env, const std::string &message)
{
    Napi::Error::New(env, "krait: " + message).ThrowAsJavaScriptException();
    return env.Undefined();
}
inline Napi::Value failErrno(Napi::Env env, const std::string &what) { return fail(env, what + ": " + strerror(errno)); }

} // namespace krait

#endif
