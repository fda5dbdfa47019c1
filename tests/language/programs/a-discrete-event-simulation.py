# a discrete event simulation
import heapq


class Sim:
    def __init__(self):
        self.now, self.queue, self.seq, self.log = 0, [], 0, []

    def at(self, delay, process):
        self.seq += 1
        heapq.heappush(self.queue, (self.now + delay, self.seq, process))

    def run(self):
        while self.queue:
            self.now, _, p = heapq.heappop(self.queue)
            try:
                self.at(next(p), p)
            except StopIteration:
                pass


def customer(sim, name, shop, service):
    while shop["busy"]:
        shop["waited"] += 1
        yield 1
    shop["busy"] = True
    sim.log.append((sim.now, name, "start"))
    yield service
    shop["busy"] = False
    sim.log.append((sim.now, name, "done"))


sim = Sim()
shop = {"busy": False, "waited": 0}
for i, (arrive, service) in enumerate([(0, 3), (1, 2), (2, 4), (9, 1)]):
    sim.at(arrive, customer(sim, f"c{i}", shop, service))
sim.run()
print(sim.log, shop["waited"], sim.now)
# expect: [(0, 'c0', 'start'), (3, 'c0', 'done'), (3, 'c2', 'start'), (7, 'c2', 'done'), (7, 'c1', 'start'), (9, 'c1', 'done'), (10, 'c3', 'start'), (11, 'c3', 'done')] 8 11
