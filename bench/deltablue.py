"""An incremental solver of one-way constraints in a hierarchy of strengths
(after Freeman-Benson, Maloney and Borning, "An Incremental Constraint Solver", 1990)."""
import sys

# Strengths, strongest first.
REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, DEFAULT, WEAK_DEFAULT, WEAKEST = range(7)


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walkabout = WEAKEST
        self.stays = True

    def detach(self, constraint):
        self.constraints.remove(constraint)
        if self.determined_by is constraint:
            self.determined_by = None


class Constraint:
    is_input = False

    def __init__(self, strength):
        self.strength = strength

    def attach(self):
        for variable in self.variables():
            variable.constraints.append(self)
        self.unsatisfy()

    def destroy(self, planner):
        output = self.output() if self.satisfied() else None
        self.unsatisfy()
        for variable in self.variables():
            variable.detach(self)
        if output is not None:
            planner.freed(output)

    def satisfy(self, mark, planner):
        """Takes over its output; the constraint that loses it, or None."""
        self.choose_method(mark)
        if not self.satisfied():
            if self.strength == REQUIRED:
                raise ValueError("a required constraint cannot be satisfied")
            return None
        for variable in self.inputs():
            variable.mark = mark
        output = self.output()
        overridden = output.determined_by
        if overridden is not None:
            overridden.unsatisfy()
        output.determined_by = self
        if not planner.propagate_from(self, mark):
            raise ValueError("a circle of constraints")
        output.mark = mark
        return overridden

    def inputs_known(self, mark):
        for variable in self.inputs():
            if not (variable.mark == mark or variable.stays or variable.determined_by is None):
                return False
        return True

    def recalculate(self):
        output = self.output()
        output.walkabout = self.weakest_on_the_way()
        output.stays = self.output_stays()
        if output.stays:
            self.execute()

    def weakest_on_the_way(self):
        return max([self.strength] + [v.walkabout for v in self.inputs()])

    def output_stays(self):
        return all([v.stays for v in self.inputs()])


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.chosen = False
        self.attach()
        planner.add(self)

    def variables(self):
        return (self.variable,)

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def satisfied(self):
        return self.chosen

    def unsatisfy(self):
        self.chosen = False

    def choose_method(self, mark):
        self.chosen = self.variable.mark != mark and self.strength < self.variable.walkabout

    def output_stays(self):
        return not self.is_input

    def execute(self):
        pass


class Stay(Unary):
    """The variable keeps its value."""


class Edit(Unary):
    """The variable is changed from outside."""
    is_input = True


class Binary(Constraint):
    def __init__(self, first, second, strength, planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.target = None
        self.attach()
        planner.add(self)

    def variables(self):
        return (self.first, self.second)

    def inputs(self):
        return (self.first if self.target is self.second else self.second,)

    def output(self):
        return self.target

    def satisfied(self):
        return self.target is not None

    def unsatisfy(self):
        self.target = None

    def choose_method(self, mark):
        first, second = self.first, self.second
        self.target = None
        if first.mark == mark:
            if second.mark != mark and self.strength < second.walkabout:
                self.target = second
        elif second.mark == mark:
            if self.strength < first.walkabout:
                self.target = first
        else:
            weaker = first if first.walkabout > second.walkabout else second
            if self.strength < weaker.walkabout:
                self.target = weaker


class Equal(Binary):
    def execute(self):
        if self.target is self.second:
            self.second.value = self.first.value
        else:
            self.first.value = self.second.value


class Scale(Binary):
    """second = first * factor + offset."""

    def __init__(self, first, factor, offset, second, strength, planner):
        self.factor = factor
        self.offset = offset
        super().__init__(first, second, strength, planner)

    def variables(self):
        return (self.first, self.second, self.factor, self.offset)

    def inputs(self):
        if self.target is self.second:
            return (self.first, self.factor, self.offset)
        return (self.second, self.factor, self.offset)

    def weakest_on_the_way(self):
        near = self.first if self.target is self.second else self.second
        return max(self.strength, near.walkabout)

    def execute(self):
        if self.target is self.second:
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value


class Planner:
    def __init__(self):
        self.last_mark = 0

    def new_mark(self):
        self.last_mark += 1
        return self.last_mark

    def add(self, constraint):
        mark = self.new_mark()
        while constraint is not None:
            constraint = constraint.satisfy(mark, self)

    def freed(self, output):
        """What determined the output is gone: others may take over, the stronger first."""
        unsatisfied = self.forget_downstream(output)
        for strength in range(REQUIRED, WEAKEST + 1):
            for each in unsatisfied:
                if each.strength == strength:
                    self.add(each)

    def forget_downstream(self, variable):
        variable.determined_by = None
        variable.walkabout = WEAKEST
        variable.stays = True
        unsatisfied = []
        todo = [variable]
        while todo:
            variable = todo.pop()
            unsatisfied += [c for c in variable.constraints if not c.satisfied()]
            for constraint in consumers(variable):
                constraint.recalculate()
                todo.append(constraint.output())
        return unsatisfied

    def propagate_from(self, constraint, mark):
        todo = [constraint]
        while todo:
            each = todo.pop()
            if each.output().mark == mark:
                return False
            each.recalculate()
            todo += consumers(each.output())
        return True

    def plan_from(self, sources):
        """The constraints downstream of the sources, in an order in which to execute them."""
        mark = self.new_mark()
        plan = []
        todo = [c for c in sources if c.is_input and c.satisfied()]
        while todo:
            constraint = todo.pop()
            output = constraint.output()
            if output.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                output.mark = mark
                todo += consumers(output)
        return plan


def consumers(variable):
    determining = variable.determined_by
    return [c for c in variable.constraints if c is not determining and c.satisfied()]


def change(variable, value, planner):
    edit = Edit(variable, PREFERRED, planner)
    plan = planner.plan_from([edit])
    for _ in range(10):
        variable.value = value
        for constraint in plan:
            constraint.execute()
    edit.destroy(planner)


def chain(n):
    """A long chain of equalities: adding and removing the edit at its head walks all of it."""
    planner = Planner()
    variables = [Variable("v%d" % i, 0) for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, REQUIRED, planner)
    first, last = variables[0], variables[-1]
    Stay(last, STRONG_DEFAULT, planner)
    edit = Edit(first, PREFERRED, planner)
    plan = planner.plan_from([edit])
    total = 0
    for i in range(100):
        first.value = i
        for constraint in plan:
            constraint.execute()
        if last.value != i:
            raise AssertionError("the chain is broken")
        total += last.value
    edit.destroy(planner)
    return total


def projection(n):
    """Many scaled copies that hang on the same factor and offset."""
    planner = Planner()
    factor = Variable("factor", 10)
    offset = Variable("offset", 1000)
    targets = []
    for i in range(n):
        source = Variable("source%d" % i, i)
        target = Variable("target%d" % i, i)
        Stay(source, DEFAULT, planner)
        Scale(source, factor, offset, target, REQUIRED, planner)
        targets.append((source, target))
    change(targets[0][0], 17, planner)
    if targets[0][1].value != 1170:
        raise AssertionError("forwards")
    change(targets[0][1], 1050, planner)
    if targets[0][0].value != 5:
        raise AssertionError("backwards")
    change(factor, 5, planner)
    if any([t.value != s.value * 5 + 1000 for s, t in targets[:-1]]):
        raise AssertionError("factor")
    change(offset, 2000, planner)
    if any([t.value != s.value * 5 + 2000 for s, t in targets[:-1]]):
        raise AssertionError("offset")
    return sum(t.value for _, t in targets)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    print("deltablue", chain(n), projection(n))


main()
