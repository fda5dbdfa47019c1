# list.sort() with key functions and with comparisons written in Python. The items are taken out of the list meanwhile, so it looks empty to
# whatever runs; they are put back whatever happens. Only `<` is ever asked, in CPython's order of questions (Objects/listsort.txt): programs see
# which objects meet, and inconsistent answers give the same result.


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


# Sorts keys and moves items along (the same list if there is no key function). What is compared with what is decided in native/core/sort_steps.c;
# whatever a comparison raises, nothing is lost. A reverse sort reverses the list before and after.
def merge_sort(keys, items, reverse):
    if length(keys) < 2:
        return
    if reverse:
        keys = keys[::-1]
        items[:] = items[::-1]
    elif keys is items:
        keys = keys[:]
    pair = [None, None]
    state = sort_begin(keys, pair)
    less = False
    try:
        while sort_step(state, less):
            less = not not pair[0] < pair[1]
    finally:
        sort_finish(state, items)
        if reverse:
            items.reverse()
