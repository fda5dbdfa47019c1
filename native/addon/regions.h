// Which address ranges of this process are Krait's: heaps, core images, code regions. The crash reporter reads the table inside
// a signal handler, so it is a fixed array of atomics and never locks; writers are serialised by one mutex.
#ifndef KRAIT_ADDON_REGIONS_H
#define KRAIT_ADDON_REGIONS_H

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace krait {

enum class RegionKind : uint32_t { none, heap, core, code };

struct Region {
    std::atomic<uintptr_t> base{0};
    std::atomic<size_t> bytes{0};
    std::atomic<RegionKind> kind{RegionKind::none};
    // Path of core.sym for a core image (never freed: a crash may come at any time), else null.
    std::atomic<const char *> symbols{nullptr};
};

constexpr int maxRegions = 4096;

// Null when the table is full.
Region *addRegion(uintptr_t base, size_t bytes, RegionKind kind, const char *symbols = nullptr);
// False if there is no such region (closed twice).
bool removeRegion(uintptr_t base, RegionKind kind);
// Safe in a signal handler.
const Region *findRegion(uintptr_t address);
// True if [address, address + bytes) lies in a live region of that kind; with it, the region can't vanish until unlockRegions().
bool lockRegion(uintptr_t address, size_t bytes, RegionKind kind);
void unlockRegions();

} // namespace krait

#endif
