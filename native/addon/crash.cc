// Tells where a fault in Krait's own native code happened, then lets the process die of the signal it got. Everything below
// `report` runs inside a signal handler: no allocation, no locks, no stdio. Faults elsewhere go to the handler that was there
// before (V8 catches WebAssembly's out-of-bounds accesses that way).
#include "addon.h"
#include "regions.h"

#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __APPLE__
#include <sys/ucontext.h>
#else
#include <ucontext.h>
#endif

#include <mutex>

namespace krait {

namespace {

constexpr int reportedSignals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
constexpr size_t stackBytes = 64 << 10;
constexpr size_t heapBytes = size_t{1} << 32;

struct sigaction previousActions[NSIG];

// Where the running Python function stands in the heap, as offsets: vm → frame → code → name, file name, line. Optional.
struct PythonPath {
    bool isSet;
    uint32_t vmFrame, frameCode, codeName, codeFile, codeLine, strLength, strKind, strBytes;
};

// Where the heap's table of traces is, and the fields of its entries. Optional.
struct TracePath {
    bool isSet;
    uint32_t table, size, count, codeStart, codeEnd, label;
};

struct Report {
    char version[64];
    char issues[256];
    PythonPath python;
    TracePath traces;
};
Report settings;

#if defined(__x86_64__)
constexpr const char *archName = "x86_64";
#else
constexpr const char *archName = "aarch64";
#endif
#ifdef __APPLE__
constexpr const char *systemName = "macos";
#else
constexpr const char *systemName = "linux";
#endif

struct Registers {
    uintptr_t pc, sp;
    uintptr_t general[31];
    int count;
};

Registers readRegisters(void *context)
{
    Registers r = {};
#if defined(__linux__) && defined(__x86_64__)
    const greg_t *g = static_cast<ucontext_t *>(context)->uc_mcontext.gregs;
    r.pc = g[REG_RIP];
    r.sp = g[REG_RSP];
    for (int i = 0; i < 16; i++) r.general[r.count++] = g[i]; // R8…R15, RDI, RSI, RBP, RBX, RDX, RAX, RCX, RSP
#elif defined(__linux__) && defined(__aarch64__)
    const mcontext_t &m = static_cast<ucontext_t *>(context)->uc_mcontext;
    r.pc = m.pc;
    r.sp = m.sp;
    for (int i = 0; i < 31; i++) r.general[r.count++] = m.regs[i];
#elif defined(__APPLE__) && defined(__aarch64__)
    const auto &s = static_cast<ucontext_t *>(context)->uc_mcontext->__ss;
    r.pc = arm_thread_state64_get_pc(s);
    r.sp = arm_thread_state64_get_sp(s);
    for (int i = 0; i < 29; i++) r.general[r.count++] = s.__x[i];
#elif defined(__APPLE__) && defined(__x86_64__)
    const auto &s = static_cast<ucontext_t *>(context)->uc_mcontext->__ss;
    r.pc = s.__rip;
    r.sp = s.__rsp;
    for (uintptr_t value : {s.__rax, s.__rbx, s.__rcx, s.__rdx, s.__rdi, s.__rsi, s.__rbp, s.__r8, s.__r9, s.__r10, s.__r11, s.__r12,
                            s.__r13, s.__r14, s.__r15})
        r.general[r.count++] = value;
#endif
    return r;
}

// A line put together on the stack and written with one system call.
class Line {
public:
    Line &text(const char *s, size_t limit = 300)
    {
        for (size_t i = 0; i < limit && s[i] && length_ < sizeof bytes_ - 1; i++) bytes_[length_++] = s[i];
        return *this;
    }
    Line &hex(uintptr_t value) { return text("0x").digits(value, 16); }
    Line &decimal(uintptr_t value) { return digits(value, 10); }
    void print()
    {
        bytes_[length_++] = '\n';
        for (size_t done = 0; done < length_;) {
            const ssize_t n = write(STDERR_FILENO, bytes_ + done, length_ - done);
            if (n <= 0) break;
            done += n;
        }
        length_ = 0;
    }

private:
    Line &digits(uintptr_t value, unsigned radix)
    {
        char reversed[24];
        int n = 0;
        do reversed[n++] = "0123456789abcdef"[value % radix];
        while (value /= radix);
        while (n && length_ < sizeof bytes_ - 1) bytes_[length_++] = reversed[--n];
        return *this;
    }
    char bytes_[1024];
    size_t length_ = 0;
};

// core.sym, mapped when needed; see makeSymbolTable in native/build/image.ts.
class SymbolFile {
public:
    explicit SymbolFile(const char *path)
    {
        const int fd = path && *path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
        struct stat info;
        if (fd < 0) return;
        if (fstat(fd, &info) == 0 && info.st_size > 32) {
            void *mapped = mmap(nullptr, info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
            if (mapped != MAP_FAILED && memcmp(mapped, "KRAITSYM", 8) == 0) {
                bytes_ = static_cast<const char *>(mapped);
                const uint32_t *words = static_cast<const uint32_t *>(mapped);
                const size_t size = info.st_size;
                if (words[4] <= size && words[3] <= (words[4] - 32) / 16 && words[5] <= size - words[4]) {
                    count_ = words[3];
                    strings_ = bytes_ + words[4];
                    stringBytes_ = words[5];
                }
            }
        }
        close(fd);
    }
    // "list_append+0x1c (list.c)", or just the offset
    void describe(Line &line, uint32_t offset) const
    {
        const Row *best = nullptr;
        for (uint32_t i = 0; i < count_; i++) {
            const Row *row = reinterpret_cast<const Row *>(bytes_ + 32) + i;
            if (row->offset > offset) break;
            if (offset - row->offset < (row->size ? row->size : 1)) best = row;
        }
        if (!best || best->name >= stringBytes_ || best->file >= stringBytes_) {
            line.text("core image+").hex(offset);
            return;
        }
        line.text(strings_ + best->name).text("+").hex(offset - best->offset).text(" (").text(strings_ + best->file).text(")");
    }

private:
    struct Row { uint32_t offset, size, name, file; };
    const char *bytes_ = nullptr;
    const char *strings_ = nullptr;
    uint32_t count_ = 0, stringBytes_ = 0;
};

const char *signalName(int signal)
{
    switch (signal) {
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGILL: return "SIGILL";
    case SIGFPE: return "SIGFPE";
    default: return "SIGTRAP";
    }
}

uint32_t heapWord(uintptr_t heap, uint64_t offset)
{
    return offset + 4 <= heapBytes ? *reinterpret_cast<const volatile uint32_t *>(heap + offset) : 0;
}

void addString(Line &line, uintptr_t heap, uint32_t str)
{
    const PythonPath &p = settings.python;
    if (!str) {
        line.text("?");
        return;
    }
    const uint32_t length = heapWord(heap, uint64_t{str} + p.strLength);
    const uint32_t kind = heapWord(heap, uint64_t{str} + p.strKind) & 0xff;
    if (kind != 1 && kind != 2 && kind != 4) {
        line.text("?");
        return;
    }
    char text[2] = {0, 0};
    for (uint32_t i = 0; i < length && i < 200; i++) {
        const uint64_t at = uint64_t{str} + p.strBytes + uint64_t{i} * kind;
        const uint32_t unit = heapWord(heap, at & ~uint64_t{3}) >> (8 * (at & 3));
        const uint32_t codePoint = kind == 1 ? unit & 0xff : kind == 2 ? unit & 0xffff : unit;
        text[0] = codePoint >= 32 && codePoint < 127 ? static_cast<char>(codePoint) : '?';
        line.text(text);
    }
}

void addFunction(Line &line, uintptr_t heap, uint32_t code)
{
    const PythonPath &p = settings.python;
    line.text("the Python function \"");
    addString(line, heap, heapWord(heap, uint64_t{code} + p.codeName));
    line.text("\", file \"");
    addString(line, heap, heapWord(heap, uint64_t{code} + p.codeFile));
    line.text("\", which starts at line ").decimal(heapWord(heap, uint64_t{code} + p.codeLine));
}

void addPythonLine(uintptr_t heap)
{
    const PythonPath &p = settings.python;
    const uint32_t frame = heapWord(heap, p.vmFrame);
    const uint32_t code = frame ? heapWord(heap, frame + p.frameCode) : 0; // the field may lie before the frame
    if (!code) return;
    Line line;
    line.text("krait: while running ");
    addFunction(line, heap, code);
    line.print();
}

// Which trace has the code at an offset from the core image, and which uop of it. A trace's label: its number, the code object that it
// begins in, the code offset of all uops' names (lines), a count, and for each uop offset << 10 | number.
void addTraceLine(uintptr_t heap, uintptr_t image, uint32_t offset, const Region &region)
{
    const TracePath &t = settings.traces;
    const uint64_t end = region.base.load() + region.bytes.load() - image;
    for (uint32_t i = 1; i < t.count; i++) {
        const uint64_t info = t.table + uint64_t{i} * t.size;
        const uint32_t start = heapWord(heap, info + t.codeStart), label = heapWord(heap, info + t.label);
        if (offset < start || offset >= heapWord(heap, info + t.codeEnd)) continue;
        if (!label || label % 4 || label + uint64_t{16} > end) return;
        const uint32_t *words = reinterpret_cast<const uint32_t *>(image + label);
        const uint32_t count = words[3];
        if (label + 16 + uint64_t{count} * 4 > end || words[2] >= end) return;
        Line line;
        line.text("krait: in trace ").decimal(words[0]).text(" of ");
        addFunction(line, heap, words[1]);
        uint32_t found = count;
        while (found && (words[3 + found] >> 10) > offset - start) found--;
        if (found) {
            const char *name = reinterpret_cast<const char *>(image + words[2]);
            for (uint32_t skip = words[3 + found] & 1023; skip && *name; name++)
                if (*name == '\n') skip--;
            size_t length = 0;
            while (name[length] && name[length] != '\n') length++;
            line.text(", at or behind uop ").decimal(found - 1).text(" ").text(name, length);
        }
        line.print();
        return;
    }
}

// The heap whose base is in a register: native code keeps it there all the time.
uintptr_t findHeap(const Registers &registers)
{
    for (int i = 0; i < registers.count; i++) {
        const Region *region = findRegion(registers.general[i]);
        if (region && region->kind.load() == RegionKind::heap && region->base.load() == registers.general[i])
            return registers.general[i];
    }
    return 0;
}

void report(int signal, const siginfo_t *details, const Registers &registers, const Region *region, uintptr_t heap)
{
    const uintptr_t address = reinterpret_cast<uintptr_t>(details->si_addr);
    const SymbolFile symbols(region ? region->symbols.load() : nullptr);
    Line line;
    line.text("krait: fatal: ").text(signalName(signal)).text(" in ");
    if (!region) line.text("a jump to ").hex(registers.pc).text(", where no code is");
    else if (region->kind.load() == RegionKind::core)
        symbols.describe(line, static_cast<uint32_t>(registers.pc - region->base.load()));
    else line.text("trace code+").hex(registers.pc - region->base.load());
    if (signal == SIGSEGV || signal == SIGBUS) {
        line.text(", address ").hex(address);
        if (heap && address - heap < heapBytes) line.text(" (heap offset ").hex(address - heap).text(")");
        else if (heap && address - heap < heapBytes + (64 << 20)) line.text(" (beyond the heap's end)");
    }
    line.print();
    if (heap && settings.traces.isSet && region && region->kind.load() == RegionKind::code) {
        const Region *core = findRegion(region->base.load() - 1); // the room lies right behind its image
        if (core && core->kind.load() == RegionKind::core)
            addTraceLine(heap, core->base.load(), static_cast<uint32_t>(registers.pc - core->base.load()), *region);
    }
    if (heap && settings.python.isSet) addPythonLine(heap);
    line.text("krait ").text(settings.version).text(", ").text(systemName).text(" ").text(archName);
    line.text(": this is a bug in Krait; please report it at ").text(settings.issues).print();
    // What looks like a return address near the stack's top. Last, as reading the stack may itself fault.
    const uintptr_t *words = reinterpret_cast<const uintptr_t *>(registers.sp & ~uintptr_t{7});
    for (int i = 0, shown = 0; i < 48 && shown < 6; i++) {
        const Region *caller = findRegion(words[i]);
        if (!caller || caller->kind.load() != RegionKind::core) continue;
        const SymbolFile callerSymbols(caller->symbols.load());
        line.text("krait:   perhaps called from ");
        callerSymbols.describe(line, static_cast<uint32_t>(words[i] - caller->base.load()));
        line.print();
        shown++;
    }
}

void handleFault(int signal, siginfo_t *details, void *context)
{
    const Registers registers = readRegisters(context);
    const Region *region = findRegion(registers.pc);
    if (region && region->kind.load() == RegionKind::heap) region = nullptr;
    const uintptr_t heap = findHeap(registers);
    const bool jumpedAstray =
        !region && heap && signal == SIGSEGV && reinterpret_cast<uintptr_t>(details->si_addr) == registers.pc;
    if (region || jumpedAstray) {
        report(signal, details, registers, region, heap);
        struct sigaction byDefault = {};
        byDefault.sa_handler = SIG_DFL;
        sigaction(signal, &byDefault, nullptr);
        raise(signal); // blocked until we return: the process then ends by this signal
        return;
    }
    const struct sigaction &previous = previousActions[signal];
    if (previous.sa_flags & SA_SIGINFO) previous.sa_sigaction(signal, details, context);
    else if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN) previous.sa_handler(signal);
    else {
        sigaction(signal, &previous, nullptr);
        raise(signal);
    }
}

// A fault may mean that the thread's stack is full, so each thread gets another one for the handler.
void giveAlternateStack(Napi::Env env)
{
    stack_t current;
    if (sigaltstack(nullptr, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
    void *memory = mmap(nullptr, stackBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return;
    stack_t stack = {};
    stack.ss_sp = memory;
    stack.ss_size = stackBytes;
    sigaltstack(&stack, nullptr);
    env.AddCleanupHook(
        [](void *memory) {
            stack_t none = {};
            none.ss_flags = SS_DISABLE;
            sigaltstack(&none, nullptr);
            munmap(memory, stackBytes);
        },
        memory);
}

void copyText(char *to, size_t size, const std::string &from)
{
    strncpy(to, from.c_str(), size - 1);
    to[size - 1] = 0;
}

} // namespace

// (version, issues address, python path or undefined, trace path or undefined): once a process; later calls only give their thread a stack
static Napi::Value installCrashReporter(const Napi::CallbackInfo &info)
{
    giveAlternateStack(info.Env());
    static std::once_flag once;
    std::call_once(once, [&] {
        copyText(settings.version, sizeof settings.version, info[0].As<Napi::String>().Utf8Value());
        copyText(settings.issues, sizeof settings.issues, info[1].As<Napi::String>().Utf8Value());
        if (info[2].IsObject()) {
            Napi::Object path = info[2].As<Napi::Object>();
            const auto offset = [&](const char *name) { return path.Get(name).As<Napi::Number>().Uint32Value(); };
            settings.python = PythonPath{true,
                                         offset("vmFrame"),
                                         offset("frameCode"),
                                         offset("codeName"),
                                         offset("codeFile"),
                                         offset("codeLine"),
                                         offset("strLength"),
                                         offset("strKind"),
                                         offset("strBytes")};
        }
        if (info[3].IsObject()) {
            Napi::Object path = info[3].As<Napi::Object>();
            const auto number = [&](const char *name) { return path.Get(name).As<Napi::Number>().Uint32Value(); };
            settings.traces = TracePath{true,
                                        number("table"),
                                        number("size"),
                                        number("count"),
                                        number("codeStart"),
                                        number("codeEnd"),
                                        number("label")};
        }
        for (int signal : reportedSignals) {
            struct sigaction action = {};
            action.sa_sigaction = handleFault;
            action.sa_flags = SA_SIGINFO | SA_ONSTACK;
            sigaction(signal, &action, &previousActions[signal]);
        }
    });
    return info.Env().Undefined();
}

void exportCrash(Napi::Env env, Napi::Object exports)
{
    exports.Set("installCrashReporter", Napi::Function::New(env, installCrashReporter));
}

} // namespace krait
