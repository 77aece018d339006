"""Method calls, inherited and overridden; properties; bound methods; attributes written."""
import sys


class Shape:
    made = 0

    def __init__(self, width):
        self.width = width
        self.touched = 0
        Shape.made += 1

    def touch(self, by=1):
        self.touched += by
        return self

    def area(self):
        raise NotImplementedError

    def scaled(self, factor):
        return self.area() * factor

    @property
    def label(self):
        return self.touched % 5

    @staticmethod
    def half(x):
        return x >> 1


class Square(Shape):
    def area(self):
        return self.width * self.width


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__(width)
        self.height = height

    def area(self):
        return self.width * self.height

    def touch(self, by=1):
        return super().touch(by + 1)


class Triangle(Rectangle):
    def area(self):
        return self.half(super().area())


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 60000
    total = 0
    shapes = [Square(3), Rectangle(4, 5), Triangle(6, 7), Square(9)]
    for i in range(n):
        for shape in shapes:
            total += shape.touch().scaled(i & 7)
            if shape.label == 3:
                total -= 1
        if i % 10 == 0:
            shapes[i // 10 % 4] = Triangle(i % 11, 3) if i % 20 else Square(i % 13)
    touch = shapes[1].touch
    for i in range(n * 2):
        touch(by=2)
    print("methods", total, [s.touched for s in shapes], Shape.made)


main()
