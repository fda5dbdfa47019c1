# groups matched whole, in part, not at all and by several clauses, round after round: each dies when its round is over
import weakref


class Oops(Exception):
    pass


def rounds(n):
    alive = []
    seen = []
    for i in range(n):
        try:
            try:
                group = ExceptionGroup("g", [ValueError(i), Oops(i), KeyError(i)][: 1 + i % 3])
                alive.append(weakref.ref(group))
                raise group
            except* ValueError as part:
                seen.append([str(e) for e in part.exceptions])
            except* Oops as part:
                seen.append(len(part.exceptions))
                if i % 6 == 1:
                    raise KeyError("in the clause")
            except* (TypeError, IndexError):
                seen.append("never")
        except* Exception as rest:
            seen.append(("rest", len(rest.exceptions)))
        del group
    return seen[-6:], sum(r() is not None for r in alive)


print(rounds(60))  # expect: ([['57'], ['58'], 1, ['59'], 1, ('rest', 1)], 0)


def plain(n):
    count = 0
    for i in range(n):
        try:
            raise (ValueError, KeyError)[i & 1](i)
        except* ValueError as e:
            count += len(e.exceptions)
        except* KeyError:
            count += 10
    return count


print(plain(50))  # expect: 275
