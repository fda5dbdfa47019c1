#include "regions.h"

#include <mutex>

namespace krait {

static Region regions[maxRegions];
static std::atomic<int> used{0};
// Leaked on purpose: other threads may outlive static destructors.
static std::mutex &mutex = *new std::mutex;

Region *addRegion(uintptr_t base, size_t bytes, RegionKind kind, const char *symbols)
{
    std::lock_guard<std::mutex> lock(mutex);
    for (int i = 0; i < maxRegions; i++) {
        Region &region = regions[i];
        if (region.kind.load() != RegionKind::none) continue;
        region.base.store(base);
        region.bytes.store(bytes);
        region.symbols.store(symbols);
        region.kind.store(kind);
        if (i >= used.load()) used.store(i + 1);
        return &region;
    }
    return nullptr;
}

bool removeRegion(uintptr_t base, RegionKind kind)
{
    std::lock_guard<std::mutex> lock(mutex);
    for (int i = 0; i < used.load(); i++) {
        if (regions[i].kind.load() != kind || regions[i].base.load() != base) continue;
        regions[i].kind.store(RegionKind::none);
        return true;
    }
    return false;
}

const Region *findRegion(uintptr_t address)
{
    for (int i = 0, n = used.load(); i < n; i++) {
        const Region &region = regions[i];
        if (region.kind.load() != RegionKind::none && address - region.base.load() < region.bytes.load()) return &region;
    }
    return nullptr;
}

bool lockRegion(uintptr_t address, size_t bytes, RegionKind kind)
{
    mutex.lock();
    const Region *region = findRegion(address);
    if (region && region->kind.load() == kind && bytes <= region->bytes.load() &&
        address - region->base.load() <= region->bytes.load() - bytes)
        return true;
    mutex.unlock();
    return false;
}

void unlockRegions() { mutex.unlock(); }

} // namespace krait
