# list.sort() with key functions and with comparisons written in Python. The items are taken out of the list meanwhile, so it looks empty to
# whatever runs; they are put back whatever happens. Only `<` is ever asked.


def list_sort(s, key, reverse, result):
    reverse = True if reverse else False
    items = list_take(s)
    done = False
    try:
        if key is None:
            keys = None
        else:
            keys = [key(x) for x in items]
        if not sort_lists(keys, items, reverse):
            merge_sort(items if keys is None else keys, items, reverse)
        done = True
    finally:
        list_give(s, items, done)
    return result


def sorted_build(iterable, key, reverse):
    s = list_build(iterable)
    return list_sort(s, key, reverse, s)


# Sorts keys and moves items along (the same list if there is no key function). As CPython: natural runs, short ones extended to a minimum by
# binary insertion, merged so that lengths stay balanced; a reverse sort reverses the list before and after.
def merge_sort(keys, items, reverse):
    if keys is items:
        a = [(x,) for x in items]
    else:
        a = [(keys[i], items[i]) for i in range(length(keys))]
    if reverse:
        a.reverse()
    n = length(a)
    minimum = n
    low_bits = 0
    while minimum >= 64:
        low_bits |= minimum & 1
        minimum >>= 1
    minimum += low_bits
    runs = []
    start = 0
    try:
        while start < n:
            end = _run_end(a, start, n)
            wanted = start + minimum
            if wanted > n:
                wanted = n
            if end < wanted:
                _insert_sorted(a, start, end, wanted)
                end = wanted
            runs.append((start, end))
            start = end
            while length(runs) > 1:
                z = _run_length(runs, 1)
                y = _run_length(runs, 2)
                x = _run_length(runs, 3)
                w = _run_length(runs, 4)
                if (x and x <= y + z) or (w and w <= x + y):
                    if x < z:
                        _merge_at(a, runs, length(runs) - 3)
                    else:
                        _merge_at(a, runs, length(runs) - 2)
                elif y <= z:
                    _merge_at(a, runs, length(runs) - 2)
                else:
                    break
        while length(runs) > 1:
            at = length(runs) - 2
            if at > 0 and _run_length(runs, 3) < _run_length(runs, 1):
                at -= 1
            _merge_at(a, runs, at)
    finally:
        if reverse:
            a.reverse()
        items[:] = [x[-1] for x in a]


def _run_length(runs, from_end):
    if from_end > length(runs):
        return 0
    start, end = runs[-from_end]
    return end - start


# End of the run that begins at `start`; a strictly descending one is turned round.
def _run_end(a, start, n):
    end = start + 1
    if end == n:
        return end
    if a[end][0] < a[start][0]:
        end += 1
        while end < n and a[end][0] < a[end - 1][0]:
            end += 1
        a[start:end] = a[start:end][::-1]
    else:
        end += 1
        while end < n and not a[end][0] < a[end - 1][0]:
            end += 1
    return end


# a[start:end] is sorted; inserts a[end:stop].
def _insert_sorted(a, start, end, stop):
    while end < stop:
        x = a[end]
        key = x[0]
        low = start
        high = end
        while low < high:
            middle = (low + high) >> 1
            if key < a[middle][0]:
                high = middle
            else:
                low = middle + 1
        if low < end:
            a[low + 1 : end + 1] = a[low:end]
            a[low] = x
        end += 1


# Merges the runs `at` and `at + 1`.
def _merge_at(a, runs, at):
    start, middle = runs[at]
    end = runs[at + 1][1]
    runs[at : at + 2] = [(start, end)]
    # What is in place already at both ends stays there.
    first = a[middle][0]
    low = start
    high = middle
    while low < high:
        half = (low + high) >> 1
        if first < a[half][0]:
            high = half
        else:
            low = half + 1
    start = low
    if start == middle:
        return
    last = a[middle - 1][0]
    low = middle
    high = end
    while low < high:
        half = (low + high) >> 1
        if a[half][0] < last:
            low = half + 1
        else:
            high = half
    end = low
    left = a[start:middle]
    right = a[middle:end]
    n_left = length(left)
    n_right = length(right)
    merged = []
    i = j = 0
    try:
        while i < n_left and j < n_right:
            if right[j][0] < left[i][0]:
                merged.append(right[j])
                j += 1
            else:
                merged.append(left[i])
                i += 1
    finally:
        merged += left[i:]
        merged += right[j:]
        a[start:end] = merged
