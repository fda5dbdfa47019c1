# The module _heapq: binary heaps in lists. As in CPython an item sifted down goes to the bottom first and then up, which needs fewer comparisons
# (Knuth, The Art of Computer Programming, volume 3, 5.2.3, exercise 18): the order of comparisons is part of what programs see. Items whose order
# needs no Python code are sifted by the core (native/core/heapq.c).
from _krait import heap_down, heap_up


def _need_list(heap, name):
    if not isinstance(heap, list):
        raise TypeError(f"{name} must be list, not {type(heap).__name__}")


def _up(heap, start, pos):
    # Moves the item at `pos` towards the root until its parent is not larger.
    if start == 0 and heap_up(heap, pos, False):
        return
    item = heap[pos]
    while pos > start:
        above = (pos - 1) >> 1
        parent = heap[above]
        smaller = item < parent
        if not smaller:
            break
        heap[pos] = parent
        pos = above
    heap[pos] = item


def _down(heap, pos):
    if heap_down(heap, pos, False):
        return
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _up(heap, start, pos)


def heappush(heap, item, /):
    """Push item onto heap, maintaining the heap invariant."""
    _need_list(heap, "heappush() argument 1")
    heap.append(item)
    _up(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Pop the smallest item off the heap, maintaining the heap invariant."""
    _need_list(heap, "heappop() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    result = heap[0]
    heap[0] = last
    _down(heap, 0)
    return result


def heapreplace(heap, item, /):
    """Pop and return the current smallest value, and add the new item."""
    _need_list(heap, "heapreplace() argument 1")
    if not heap:
        raise IndexError("index out of range")
    result = heap[0]
    heap[0] = item
    _down(heap, 0)
    return result


def heappushpop(heap, item, /):
    """Push item on the heap, then pop and return the smallest item from the heap."""
    _need_list(heap, "heappushpop() argument 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(heap, /):
    """Transform list into a heap, in-place, in O(len(heap)) time."""
    _need_list(heap, "heapify() argument")
    for i in range(len(heap) // 2 - 1, -1, -1):
        _down(heap, i)


def _up_max(heap, start, pos):
    if start == 0 and heap_up(heap, pos, True):
        return
    item = heap[pos]
    while pos > start:
        above = (pos - 1) >> 1
        parent = heap[above]
        if not parent < item:
            break
        heap[pos] = parent
        pos = above
    heap[pos] = item


def _down_max(heap, pos):
    if heap_down(heap, pos, True):
        return
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _up_max(heap, start, pos)


def heappush_max(heap, item, /):
    """Push item onto max heap, maintaining the heap invariant."""
    _need_list(heap, "heappush_max() argument 1")
    heap.append(item)
    _up_max(heap, 0, len(heap) - 1)


def heappop_max(heap, /):
    """Maxheap variant of heappop."""
    _need_list(heap, "heappop_max() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    result = heap[0]
    heap[0] = last
    _down_max(heap, 0)
    return result


def heapreplace_max(heap, item, /):
    """Maxheap variant of heapreplace."""
    _need_list(heap, "heapreplace_max() argument 1")
    if not heap:
        raise IndexError("index out of range")
    result = heap[0]
    heap[0] = item
    _down_max(heap, 0)
    return result


def heappushpop_max(heap, item, /):
    """Maxheap variant of heappushpop."""
    _need_list(heap, "heappushpop_max() argument 1")
    if heap and item < heap[0]:
        item, heap[0] = heap[0], item
        _down_max(heap, 0)
    return item


def heapify_max(heap, /):
    """Maxheap variant of heapify."""
    _need_list(heap, "heapify_max() argument")
    for i in range(len(heap) // 2 - 1, -1, -1):
        _down_max(heap, i)
