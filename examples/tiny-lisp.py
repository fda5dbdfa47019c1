"""A small Lisp: reader, evaluator with lexical scope and tail calls, and a few programs in it.

Usage: krait examples/tiny-lisp.py [file]
"""

import math
import operator
import sys
from functools import reduce

PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 25)
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(map (lambda (x) (* x x)) '(1 2 3 4 5))
(define (count-down n) (if (= n 0) 'done (count-down (- n 1))))
(count-down 20000)
(define (make-counter)
  (let ((n 0))
    (lambda () (set! n (+ n 1)) n)))
(define c (make-counter))
(begin (c) (c) (c))
(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(map fib '(1 5 10 15))
(let ((x 3) (y (sqrt 16))) (list x y (/ x y)))
(cond ((> 1 2) 'wrong) ((= 1 1) "right") (else 'never))
(car '())
(undefined-function 1)
(+ 1 "two")
"""


class Symbol(str):
    pass


class LispError(Exception):
    pass


class Scope(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values, strict=True))
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        raise LispError(f"{name} is not defined")


class Lambda:
    def __init__(self, names, body, scope):
        self.names, self.body, self.scope = names, body, scope


def tokens_of(text):
    for line in text.splitlines():
        yield from line.split(";")[0].replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


def read(tokens):
    token = next(tokens, None)
    match token:
        case None:
            raise EOFError
        case "(":
            items = []
            while (item := read(tokens)) is not CLOSE:
                items.append(item)
            return items
        case ")":
            return CLOSE
        case "'":
            return [Symbol("quote"), read(tokens)]
        case str() if token.startswith('"'):
            return token.strip('"')
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            pass
    return Symbol(token)


CLOSE = object()


def evaluate(x, scope):
    while True:
        match x:
            case Symbol():
                return scope.find(x)[x]
            case [Symbol("quote"), value]:
                return value
            case [Symbol("if"), test, yes, *no]:
                x = yes if evaluate(test, scope) is not False else no[0] if no else []
            case [Symbol("define"), [name, *names], *body]:
                scope[name] = Lambda(names, body, scope)
                return None
            case [Symbol("define"), name, value]:
                scope[name] = evaluate(value, scope)
                return None
            case [Symbol("set!"), name, value]:
                scope.find(name)[name] = evaluate(value, scope)
                return None
            case [Symbol("lambda"), names, *body]:
                return Lambda(names, body, scope)
            case [Symbol("let"), bindings, *body]:
                values = [evaluate(value, scope) for _, value in bindings]
                scope = Scope([name for name, _ in bindings], values, scope)
                x = [Symbol("begin"), *body]
            case [Symbol("begin"), *body, last]:
                for item in body:
                    evaluate(item, scope)
                x = last
            case [Symbol("cond"), *clauses]:
                for test, result in clauses:
                    if test == "else" or evaluate(test, scope) is not False:
                        x = result
                        break
                else:
                    return []
            case [first, *rest]:
                function = evaluate(first, scope)
                values = [evaluate(item, scope) for item in rest]
                if not isinstance(function, Lambda):
                    return function(*values)
                if len(values) != len(function.names):
                    raise LispError(f"expected {len(function.names)} arguments, got {len(values)}")
                scope = Scope(function.names, values, function.scope)
                x = [Symbol("begin"), *function.body]
            case _:
                return x


def first_of(items):
    if not items:
        raise LispError("car of an empty list")
    return items[0]


def show(x):
    match x:
        case True:
            return "#t"
        case False:
            return "#f"
        case list():
            return "(" + " ".join(map(show, x)) + ")"
        case Symbol():
            return x
        case str():
            return f'"{x}"'
        case Lambda():
            return "#<lambda>"
    return str(x)


def standard_scope():
    scope = Scope()
    scope.update({
        "+": lambda *a: reduce(operator.add, a),
        "*": lambda *a: reduce(operator.mul, a),
        "-": lambda a, *b: reduce(operator.sub, b, a) if b else -a,
        "/": operator.truediv,
        "=": operator.eq,
        "<": operator.lt,
        ">": operator.gt,
        "car": first_of,
        "cdr": lambda items: items[1:],
        "cons": lambda item, items: [item, *items],
        "list": lambda *items: list(items),
        "null?": lambda items: items == [],
        "sqrt": math.sqrt,
    })
    return scope


def main():
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding="utf-8") as file:
            text = file.read()
    else:
        text = PROGRAM
    scope = standard_scope()
    tokens = tokens_of(text)
    while True:
        try:
            expression = read(tokens)
        except EOFError:
            break
        try:
            value = evaluate(expression, scope)
        except (LispError, TypeError) as error:
            print(f"{show(expression)} !! {type(error).__name__}: {error}")
        else:
            if value is not None:
                print(f"{show(expression)} => {show(value)}")


if __name__ == "__main__":
    main()
