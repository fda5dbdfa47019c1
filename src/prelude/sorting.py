# list.sort() with key functions and with comparisons written in Python. The items are taken out of the list meanwhile, so it looks empty to
# whatever runs; they are put back whatever happens. Only `<` is ever asked, in CPython's order of questions (Objects/listsort.txt), as in
# native/core/sort_template.h: programs see which objects meet, and inconsistent answers give the same result.


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


# Sorts keys and moves items along (the same list if there is no key function). `a` holds the positions of both in their new order, so that
# whatever a comparison raises, nothing is lost. A reverse sort reverses the list before and after.
def merge_sort(keys, items, reverse):
    count = length(keys)
    if count < 2:
        return
    if reverse:
        keys = keys[::-1]
        items[:] = items[::-1]
    elif keys is items:
        keys = keys[:]
    a = [i for i in range(count)]
    minimum = count
    low_bits = 0
    while minimum >= 64:
        low_bits |= minimum & 1
        minimum >>= 1
    minimum += low_bits
    runs = []  # [start, length, power]
    start = 0
    eagerness = [7]
    try:
        while start < count:
            size = _sort_run(keys, a, start, count)
            if size < minimum:
                wanted = minimum if minimum < count - start else count - start
                _sort_insertion(keys, a, start, start + size, start + wanted)
                size = wanted
            if runs:
                before = runs[-1]
                power = _sort_power(before[0], before[1], size, count)
                while length(runs) > 1 and runs[-2][2] > power:
                    _sort_merge_at(keys, a, runs, length(runs) - 2, eagerness)
                runs[-1][2] = power
            runs.append([start, size, 0])
            start += size
        while length(runs) > 1:
            at = length(runs) - 2
            if at > 0 and runs[at - 1][1] < runs[at + 1][1]:
                at -= 1
            _sort_merge_at(keys, a, runs, at, eagerness)
    finally:
        items[:] = [items[i] for i in a]
        if reverse:
            items.reverse()


# The level of the boundary between two runs in a perfectly balanced merge tree.
def _sort_power(start, size, next_size, count):
    left = 2 * start + size
    right = left + size + next_size
    power = 1
    while True:
        if left >= count:
            left -= count
            right -= count
        elif right >= count:
            return power
        left *= 2
        right *= 2
        power += 1


# Length of the run that begins at `start`, which may be descending; it is ascending afterwards.
def _sort_run(keys, a, start, count):
    n = start + 1
    while n < count and not keys[a[n]] < keys[a[n - 1]]:
        n += 1
    if n == count:
        return n - start
    if n > start + 1:  # descending only if all so far are equal
        if keys[a[start]] < keys[a[n - 1]]:
            return n - start
        _sort_reverse(a, start, n)
    n += 1
    equals = 0
    while n < count:
        if keys[a[n]] < keys[a[n - 1]]:
            if equals:
                _sort_reverse(a, n - equals - 1, n)
                equals = 0
        elif keys[a[n - 1]] < keys[a[n]]:
            break
        else:
            equals += 1
        n += 1
    if equals:
        _sort_reverse(a, n - equals - 1, n)
    _sort_reverse(a, start, n)
    while n < count and not keys[a[n]] < keys[a[n - 1]]:
        n += 1
    return n - start


def _sort_reverse(a, start, end):
    a[start:end] = a[start:end][::-1]


# a[start:end] is sorted; inserts a[end:stop].
def _sort_insertion(keys, a, start, end, stop):
    while end < stop:
        x = a[end]
        key = keys[x]
        low = start
        high = end
        while low < high:
            middle = start + (low - start + high - start >> 1)
            if key < keys[a[middle]]:
                high = middle
            else:
                low = middle + 1
        if low < end:
            a[low + 1 : end + 1] = a[low:end]
            a[low] = x
        end += 1


# How many of the n from a[base] on are < key, searched in doubling steps from `hint`.
def _sort_lower(keys, key, a, base, n, hint):
    last = 0
    step = 1
    if keys[a[base + hint]] < key:
        most = n - hint
        while step < most and keys[a[base + hint + step]] < key:
            last = step
            step = step * 2 + 1
        if step > most:
            step = most
        low = hint + last + 1
        high = hint + step
    else:
        most = hint + 1
        while step < most and not keys[a[base + hint - step]] < key:
            last = step
            step = step * 2 + 1
        if step > most:
            step = most
        low = hint + 1 - step
        high = hint - last
    while low < high:
        middle = low + high >> 1
        if keys[a[base + middle]] < key:
            low = middle + 1
        else:
            high = middle
    return high


# How many of the n from a[base] on are <= key.
def _sort_upper(keys, key, a, base, n, hint):
    last = 0
    step = 1
    if key < keys[a[base + hint]]:
        most = hint + 1
        while step < most and key < keys[a[base + hint - step]]:
            last = step
            step = step * 2 + 1
        if step > most:
            step = most
        low = hint + 1 - step
        high = hint - last
    else:
        most = n - hint
        while step < most and not key < keys[a[base + hint + step]]:
            last = step
            step = step * 2 + 1
        if step > most:
            step = most
        low = hint + last + 1
        high = hint + step
    while low < high:
        middle = low + high >> 1
        if key < keys[a[base + middle]]:
            high = middle
        else:
            low = middle + 1
    return high


# Merges the runs `at` and `at + 1`.
def _sort_merge_at(keys, a, runs, at, eagerness):
    start, m, power = runs[at]
    n = runs[at + 1][1]
    runs[at : at + 2] = [[start, m + n, runs[at + 1][2]]]
    in_place = _sort_upper(keys, keys[a[start + m]], a, start, m, 0)
    start += in_place
    m -= in_place
    if m == 0:
        return
    n = _sort_lower(keys, keys[a[start + m - 1]], a, start + m, n, n - 1)
    if n == 0:
        return
    if m <= n:
        _sort_merge_left(keys, a, start, m, n, eagerness)
    else:
        _sort_merge_right(keys, a, start, m, n, eagerness)


# Merges the m positions from `start` on with the n that follow them, m <= n, from the front; the left ones are in a list of their own meanwhile.
def _sort_merge_left(keys, a, start, m, n, eagerness):
    left = a[start : start + m]
    i = 0
    j = start + m
    out = start
    gallop = eagerness[0]
    a[out] = a[j]
    out += 1
    j += 1
    n -= 1
    last_goes_last = True
    try:
        while n > 0 and m > 1:
            left_wins = right_wins = 0
            while True:
                if keys[a[j]] < keys[left[i]]:
                    a[out] = a[j]
                    out += 1
                    j += 1
                    n -= 1
                    left_wins = 0
                    if n == 0:
                        return
                    right_wins += 1
                    if right_wins >= gallop:
                        break
                else:
                    a[out] = left[i]
                    out += 1
                    i += 1
                    m -= 1
                    right_wins = 0
                    if m == 1:
                        return
                    left_wins += 1
                    if left_wins >= gallop:
                        break
            gallop += 1
            while True:
                if gallop > 1:
                    gallop -= 1
                eagerness[0] = gallop
                left_wins = _sort_upper(keys, keys[a[j]], left, i, m, 0)
                if left_wins:
                    a[out : out + left_wins] = left[i : i + left_wins]
                    out += left_wins
                    i += left_wins
                    m -= left_wins
                    if m <= 1:  # 0 only if comparisons contradict each other
                        return
                a[out] = a[j]
                out += 1
                j += 1
                n -= 1
                if n == 0:
                    return
                right_wins = _sort_lower(keys, keys[left[i]], a, j, n, 0)
                if right_wins:
                    a[out : out + right_wins] = a[j : j + right_wins]
                    out += right_wins
                    j += right_wins
                    n -= right_wins
                    if n == 0:
                        return
                a[out] = left[i]
                out += 1
                i += 1
                m -= 1
                if m == 1:
                    return
                if left_wins < 7 and right_wins < 7:
                    break
            gallop += 1
            eagerness[0] = gallop
    except:
        last_goes_last = False
        raise
    finally:
        if last_goes_last and m == 1:  # the last of the left goes behind all of the right
            a[out : out + n] = a[j : j + n]
            a[out + n] = left[i]
        else:
            a[out : out + m] = left[i : i + m]


# The same from the back, for m >= n, with the right ones in a list of their own.
def _sort_merge_right(keys, a, start, m, n, eagerness):
    right = a[start + m : start + m + n]
    i = start + m - 1
    j = n - 1
    out = start + m + n - 1
    gallop = eagerness[0]
    a[out] = a[i]
    out -= 1
    i -= 1
    m -= 1
    first_goes_first = True
    try:
        while m > 0 and n > 1:
            left_wins = right_wins = 0
            while True:
                if keys[right[j]] < keys[a[i]]:
                    a[out] = a[i]
                    out -= 1
                    i -= 1
                    m -= 1
                    right_wins = 0
                    if m == 0:
                        return
                    left_wins += 1
                    if left_wins >= gallop:
                        break
                else:
                    a[out] = right[j]
                    out -= 1
                    j -= 1
                    n -= 1
                    left_wins = 0
                    if n == 1:
                        return
                    right_wins += 1
                    if right_wins >= gallop:
                        break
            gallop += 1
            while True:
                if gallop > 1:
                    gallop -= 1
                eagerness[0] = gallop
                left_wins = m - _sort_upper(keys, keys[right[j]], a, start, m, m - 1)
                if left_wins:
                    out -= left_wins
                    i -= left_wins
                    m -= left_wins
                    a[out + 1 : out + 1 + left_wins] = a[i + 1 : i + 1 + left_wins]
                    if m == 0:
                        return
                a[out] = right[j]
                out -= 1
                j -= 1
                n -= 1
                if n == 1:
                    return
                right_wins = n - _sort_lower(keys, keys[a[i]], right, 0, n, n - 1)
                if right_wins:
                    out -= right_wins
                    j -= right_wins
                    n -= right_wins
                    a[out + 1 : out + 1 + right_wins] = right[j + 1 : j + 1 + right_wins]
                    if n <= 1:  # 0 only if comparisons contradict each other
                        return
                a[out] = a[i]
                out -= 1
                i -= 1
                m -= 1
                if m == 0:
                    return
                if left_wins < 7 and right_wins < 7:
                    break
            gallop += 1
            eagerness[0] = gallop
    except:
        first_goes_first = False
        raise
    finally:
        if first_goes_first and n == 1:  # the first of the right goes before all of the left
            a[out - m + 1 : out + 1] = a[i - m + 1 : i + 1]
            a[out - m] = right[j]
        else:
            a[start + m : start + m + n] = right[:n]
