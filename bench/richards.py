"""The kernel of an operating system, simulated: tasks pass packets through queues (after Martin Richards)."""
import sys

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
TO_DEVICE, WORK = range(2)
CAPACITY = 4


class Packet:
    def __init__(self, following, owner, kind):
        self.following = following
        self.owner = owner
        self.kind = kind
        self.progress = 0
        self.data = [0] * CAPACITY


def appended(queue, packet):
    """The queue with the packet at its end."""
    packet.following = None
    if queue is None:
        return packet
    last = queue
    while last.following is not None:
        last = last.following
    last.following = packet
    return queue


class Task:
    def __init__(self, kernel, ident, priority, queue, waiting):
        self.kernel = kernel
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.waiting = waiting
        self.held = False
        self.following = kernel.first
        kernel.first = kernel.tasks[ident] = self

    def blocked(self):
        return self.held or (self.waiting and self.queue is None)

    def dispatch(self):
        packet = None
        if self.waiting:
            packet = self.queue
            self.queue = packet.following
            self.waiting = False
        return self.run(packet)

    def receive(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            if self.priority > sender.priority:
                return self
        else:
            self.queue = appended(self.queue, packet)
        return sender

    def wait(self):
        self.waiting = True
        return self

    def run(self, packet):
        raise NotImplementedError


class Idle(Task):
    def __init__(self, kernel, rounds):
        super().__init__(kernel, IDLE, 0, None, False)
        self.rounds = rounds
        self.bits = 1

    def run(self, packet):
        self.rounds -= 1
        if self.rounds == 0:
            return self.kernel.hold_current()
        if self.bits & 1:
            self.bits = self.bits >> 1 ^ 0xD008
            return self.kernel.release(DEVICE_B)
        self.bits >>= 1
        return self.kernel.release(DEVICE_A)


class Worker(Task):
    def __init__(self, kernel, queue):
        super().__init__(kernel, WORKER, 1000, queue, True)
        self.destination = HANDLER_A
        self.letter = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.progress = 0
        for i in range(CAPACITY):
            self.letter = self.letter % 26 + 1
            packet.data[i] = self.letter
        return self.kernel.send(packet)


class Handler(Task):
    def __init__(self, kernel, ident, priority, queue):
        super().__init__(kernel, ident, priority, queue, True)
        self.work = None
        self.devices = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == WORK:
                self.work = appended(self.work, packet)
            else:
                self.devices = appended(self.devices, packet)
        work = self.work
        if work is not None:
            if work.progress == CAPACITY:
                self.work = work.following
                return self.kernel.send(work)
            device = self.devices
            if device is not None:
                self.devices = device.following
                device.progress = work.data[work.progress]
                work.progress += 1
                return self.kernel.send(device)
        return self.wait()


class Device(Task):
    def __init__(self, kernel, ident, priority):
        super().__init__(kernel, ident, priority, None, True)
        self.pending = None

    def run(self, packet):
        if packet is not None:
            self.pending = packet
            return self.kernel.hold_current()
        packet = self.pending
        if packet is None:
            return self.wait()
        self.pending = None
        return self.kernel.send(packet)


class Kernel:
    def __init__(self):
        self.tasks = [None] * 6
        self.first = None
        self.current = None
        self.sent = 0
        self.holds = 0

    def run(self):
        task = self.first
        while task is not None:
            if task.blocked():
                task = task.following
            else:
                self.current = task
                task = task.dispatch()

    def send(self, packet):
        receiver = self.tasks[packet.owner]
        self.sent += 1
        packet.following = None
        packet.owner = self.current.ident
        return receiver.receive(packet, self.current)

    def release(self, ident):
        task = self.tasks[ident]
        task.held = False
        return task if task.priority > self.current.priority else self.current

    def hold_current(self):
        self.holds += 1
        self.current.held = True
        return self.current.following


def packets(n, owner, kind):
    queue = None
    for _ in range(n):
        queue = Packet(queue, owner, kind)
    return queue


def simulate(rounds):
    kernel = Kernel()
    Idle(kernel, rounds)
    Worker(kernel, packets(2, WORKER, WORK))
    Handler(kernel, HANDLER_A, 2000, packets(3, DEVICE_A, TO_DEVICE))
    Handler(kernel, HANDLER_B, 3000, packets(3, DEVICE_B, TO_DEVICE))
    Device(kernel, DEVICE_A, 4000)
    Device(kernel, DEVICE_B, 5000)
    kernel.run()
    return kernel.sent, kernel.holds


print("richards", *simulate(int(sys.argv[1]) if len(sys.argv) > 1 else 60000))
