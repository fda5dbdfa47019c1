# One-way constraints with strengths, in the manner of DeltaBlue: an incremental planner chooses which constraint
# determines each variable, then runs the plan; a class hierarchy with many small virtual methods.
N = 120

REQUIRED, STRONG, NORMAL, WEAK, WEAKEST = range(5)


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.walk_strength = WEAKEST
        self.stay = True
        self.mark = 0


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def add(self, planner):
        for v in self.variables():
            v.constraints.append(self)
        planner.add(self)

    def remove(self, planner):
        if self.satisfied():
            planner.remove(self)
        for v in self.variables():
            v.constraints.remove(self)

    def is_input(self):
        return False

    def inputs_known(self, mark):
        for v in self.inputs():
            if not (v.mark == mark or v.stay or v.determined_by is None):
                return False
        return True

    def satisfy(self, mark, planner):
        """Make this constraint hold if it is strong enough; the constraint it displaces, if any."""
        self.choose(mark)
        if not self.satisfied():
            return None
        out = self.output()
        displaced = out.determined_by
        if displaced is not None:
            displaced.unsatisfy()
        out.determined_by = self
        for v in self.inputs():
            v.mark = mark
        planner.propagate(self, mark)
        out.mark = mark
        return displaced


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.active = False
        self.add(planner)

    def variables(self):
        return (self.variable,)

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def satisfied(self):
        return self.active

    def unsatisfy(self):
        self.active = False

    def choose(self, mark):
        self.active = self.variable.mark != mark and self.strength < self.variable.walk_strength

    def recalculate(self):
        self.variable.walk_strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, left, right, strength, planner):
        super().__init__(strength)
        self.left, self.right = left, right
        self.direction = 0
        self.add(planner)

    def variables(self):
        return (self.left, self.right)

    def inputs(self):
        return (self.left,) if self.direction > 0 else (self.right,)

    def output(self):
        return self.right if self.direction > 0 else self.left

    def satisfied(self):
        return self.direction != 0

    def unsatisfy(self):
        self.direction = 0

    def choose(self, mark):
        left, right = self.left, self.right
        if left.mark == mark:
            self.direction = 1 if right.mark != mark and self.strength < right.walk_strength else 0
        elif right.mark == mark:
            self.direction = -1 if self.strength < left.walk_strength else 0
        elif left.walk_strength > right.walk_strength:
            self.direction = -1 if self.strength < left.walk_strength else 0
        else:
            self.direction = 1 if self.strength < right.walk_strength else 0

    def recalculate(self):
        source = self.inputs()[0]
        out = self.output()
        out.walk_strength = max(self.strength, source.walk_strength)
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.output().value = self.inputs()[0].value


class Scale(Binary):
    def __init__(self, left, right, factor, offset, strength, planner):
        self.factor, self.offset = factor, offset
        super().__init__(left, right, strength, planner)

    def execute(self):
        if self.direction > 0:
            self.right.value = self.left.value * self.factor + self.offset
        else:
            self.left.value = (self.right.value - self.offset) // self.factor


class Planner:
    def __init__(self):
        self.mark = 0

    def next_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.next_mark()
        displaced = constraint.satisfy(mark, self)
        while displaced is not None:
            displaced = displaced.satisfy(mark, self)

    def remove(self, constraint):
        out = constraint.output()
        constraint.unsatisfy()
        out.determined_by = None
        out.walk_strength = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            v = todo.pop()
            for c in v.constraints:
                if c is constraint:
                    continue
                if not c.satisfied():
                    unsatisfied.append(c)
                elif c is not v.determined_by:
                    c.recalculate()
                    todo.append(c.output())
        unsatisfied.sort(key=lambda c: c.strength)
        for c in unsatisfied:
            if not c.satisfied():
                self.add(c)

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            out = c.output()
            c.recalculate()
            for other in out.constraints:
                if other is not c and other is not out.determined_by and other.satisfied():
                    todo.append(other)

    def plan_from(self, sources):
        mark = self.next_mark()
        plan = []
        todo = [c for c in sources if c.is_input() and c.satisfied()]
        while todo:
            c = todo.pop()
            out = c.output()
            if out.mark != mark and c.inputs_known(mark):
                plan.append(c)
                out.mark = mark
                for other in out.constraints:
                    if other is not out.determined_by and other.satisfied():
                        todo.append(other)
        return plan


def chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, REQUIRED, planner)
    Stay(variables[-1], STRONG, planner)
    edit = Edit(variables[0], REQUIRED, planner)
    plan = planner.plan_from([edit])
    checksum = len(plan)
    for i in range(40):
        variables[0].value = i
        for c in plan:
            c.execute()
        checksum += variables[-1].value
    edit.remove(planner)
    return checksum


def projection(n):
    planner = Planner()
    checksum = 0
    sources, targets = [], []
    for i in range(n):
        source, target = Variable("s", i), Variable("t", 0)
        sources.append(source)
        targets.append(target)
        Stay(source, NORMAL, planner)
        Scale(source, target, 10, 1000, REQUIRED, planner)
    for source, target in zip(sources[::7], targets[::7]):
        edit = Edit(source, STRONG, planner)
        plan = planner.plan_from([edit])
        for value in (17, 25, 3):
            source.value = value
            for c in plan:
                c.execute()
            checksum += target.value
        edit.remove(planner)
    return checksum


def bench(n):
    total = 0
    for _ in range(50):
        total += chain(n) + projection(n * 2)
    return total
