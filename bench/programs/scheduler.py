# An operating-system kernel in miniature, in the manner of Richards: tasks with priorities pass packets through
# queues; method calls on a small class hierarchy, linked lists, state changes.
N = 3_000

IDLE, WORK, DEVICE = range(3)


class Packet:
    def __init__(self, kind, owner, payload):
        self.link = None
        self.kind = kind
        self.owner = owner
        self.payload = payload
        self.data = [0, 0, 0, 0]


class Queue:
    def __init__(self):
        self.head = None
        self.length = 0

    def put(self, packet):
        packet.link = None
        if self.head is None:
            self.head = packet
        else:
            last = self.head
            while last.link is not None:
                last = last.link
            last.link = packet
        self.length += 1

    def take(self):
        packet = self.head
        if packet is not None:
            self.head = packet.link
            packet.link = None
            self.length -= 1
        return packet


class Task:
    def __init__(self, kernel, name, priority):
        self.kernel = kernel
        self.name = name
        self.priority = priority
        self.inbox = Queue()
        self.held = False
        self.runs = 0

    def ready(self):
        return not self.held and self.inbox.length > 0

    def run(self):
        self.runs += 1
        return self.step(self.inbox.take())

    def step(self, packet):
        raise NotImplementedError


class Idle(Task):
    def __init__(self, kernel, turns):
        super().__init__(kernel, "idle", 0)
        self.turns = turns
        self.seed = 1

    def ready(self):
        return self.turns > 0

    def step(self, packet):
        self.turns -= 1
        self.seed = (self.seed * 5 + 3) & 0xFFFF
        device = "disk" if self.seed & 4 else "net"
        self.kernel.release(device)


class Worker(Task):
    def __init__(self, kernel):
        super().__init__(kernel, "worker", 10)
        self.target = "producer"
        self.counter = 0

    def step(self, packet):
        self.target = "consumer" if self.target == "producer" else "producer"
        packet.owner = self.target
        for i in range(4):
            self.counter = (self.counter + 1) % 26
            packet.data[i] = self.counter + 65
        self.kernel.send(self.target, packet)


class Handler(Task):
    def __init__(self, kernel, name, priority, device):
        super().__init__(kernel, name, priority)
        self.device = device
        self.checksum = 0

    def step(self, packet):
        if packet.kind == WORK:
            for value in packet.data:
                self.checksum = (self.checksum * 31 + value) & 0xFFFFFF
            packet.kind = DEVICE
            self.kernel.send(self.device, packet)
        else:
            packet.kind = WORK
            self.kernel.send("worker", packet)


class Device(Task):
    def __init__(self, kernel, name, priority):
        super().__init__(kernel, name, priority)
        self.held = True
        self.served = 0

    def step(self, packet):
        self.served += 1
        packet.payload += 1
        self.held = True
        self.kernel.send(packet.owner, packet)


class Kernel:
    def __init__(self, turns):
        self.tasks = {}
        self.order = []
        self.switches = 0
        self.add(Idle(self, turns))
        self.add(Worker(self))
        self.add(Handler(self, "producer", 20, "disk"))
        self.add(Handler(self, "consumer", 30, "net"))
        self.add(Device(self, "disk", 40))
        self.add(Device(self, "net", 50))
        for i in range(6):
            self.send("worker", Packet(WORK, "worker", i))

    def add(self, task):
        self.tasks[task.name] = task
        self.order.append(task)
        self.order.sort(key=lambda t: -t.priority)

    def send(self, name, packet):
        self.tasks[name].inbox.put(packet)

    def release(self, name):
        self.tasks[name].held = False

    def schedule(self):
        while True:
            for task in self.order:
                if task.ready():
                    break
            else:
                return
            task.run()
            self.switches += 1


def bench(n):
    total = 0
    for _ in range(8):
        kernel = Kernel(n)
        kernel.schedule()
        total += kernel.switches
        for task in kernel.order:
            total = (total * 7 + task.runs) % 1000003
        total += kernel.tasks["producer"].checksum + kernel.tasks["consumer"].checksum
    return total
