# The memory of ctypes objects. A block is a bytearray (or a view of somebody's buffer) that gets an address when a program asks for one: addresses count up
# from far outside of what the heap's offsets are, and only blocks that live can be found by them. What a block's bytes point at, it keeps alive (holds).
import weakref as _weakref
from bisect import bisect_right as _bisect_right

_FIRST_ADDRESS = 0x7F0000001000
_GAP = 64  # bytes between blocks: an address one past the end of one is not the start of the next
_next_address = _FIRST_ADDRESS
_starts = []  # addresses of the blocks that have one, ascending
_blocks = {}  # by address: weak references


class Block:
    __slots__ = ("memory", "size", "address", "holds", "shared", "__weakref__")

    def __init__(self, memory, size, shared=False):
        self.memory = memory
        self.size = size
        self.address = 0
        self.holds = None  # by offset: what the pointer there leads to
        self.shared = shared  # memory is a view of another object's

    def address_of(self, offset):
        if not self.address:
            global _next_address
            address = _next_address
            self.address = address
            # (Blocks can grow when they are resized: the addresses behind are theirs.)
            _next_address += (max(self.size, 1) * 2 + _GAP + 15) & ~15
            _starts.append(address)
            _blocks[address] = _weakref.ref(self, lambda _: _forget(address))
        return self.address + offset

    def hold(self, offset, what):
        if self.holds is None:
            if what is None:
                return
            self.holds = {}
        if what is None:
            self.holds.pop(offset, None)
        else:
            self.holds[offset] = what

    def take_holds(self, offset, size, other, other_offset):
        """The same bytes as another block's: what they point at is kept alive here too."""
        if self.holds is not None:
            for at in [at for at in self.holds if offset <= at < offset + size]:
                del self.holds[at]
        if other.holds is not None:
            for at, what in [*other.holds.items()]:
                if other_offset <= at < other_offset + size:
                    self.hold(at - other_offset + offset, what)


def _forget(address):
    del _blocks[address]
    index = _bisect_right(_starts, address) - 1
    del _starts[index]


def find(address, size=0):
    """The block and the offset in it of an address."""
    index = _bisect_right(_starts, address) - 1
    if index >= 0:
        block = _blocks[_starts[index]]()
        if block is not None and address - block.address + size <= block.size:
            return block, address - block.address
    raise NotImplementedError(f"krait does not support memory that is not of ctypes objects (address {address:#x})")


def block_of_bytes(data):
    return Block(bytearray(data), len(data))


def text_at(address, unit):
    """The bytes from an address up to the first unit of zeros."""
    block, offset = find(address)
    memory = block.memory
    end = offset
    zeros = bytes(unit)
    while end + unit <= block.size and memory[end:end + unit] != zeros:
        end += unit
    return bytes(memory[offset:end])
