# hierarchy of builtins
pairs = [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError), (OverflowError, ArithmeticError), (UnboundLocalError, NameError), (ModuleNotFoundError, ImportError), (RecursionError, RuntimeError), (NotImplementedError, RuntimeError), (UnicodeDecodeError, UnicodeError), (UnicodeError, ValueError), (IndentationError, SyntaxError), (TabError, IndentationError), (FileNotFoundError, OSError), (KeyboardInterrupt, Exception), (SystemExit, Exception), (GeneratorExit, Exception), (StopIteration, Exception), (DeprecationWarning, Warning), (ConnectionResetError, ConnectionError), (BrokenPipeError, ConnectionError), (TimeoutError, OSError), (PythonFinalizationError, RuntimeError), (BaseExceptionGroup, BaseException), (ExceptionGroup, Exception)]
for a, b in pairs:
    print(a.__name__, b.__name__, issubclass(a, b))
# expect: KeyError LookupError True
# expect: IndexError LookupError True
# expect: ZeroDivisionError ArithmeticError True
# expect: OverflowError ArithmeticError True
# expect: UnboundLocalError NameError True
# expect: ModuleNotFoundError ImportError True
# expect: RecursionError RuntimeError True
# expect: NotImplementedError RuntimeError True
# expect: UnicodeDecodeError UnicodeError True
# expect: UnicodeError ValueError True
# expect: IndentationError SyntaxError True
# expect: TabError IndentationError True
# expect: FileNotFoundError OSError True
# expect: KeyboardInterrupt Exception False
# expect: SystemExit Exception False
# expect: GeneratorExit Exception False
# expect: StopIteration Exception True
# expect: DeprecationWarning Warning True
# expect: ConnectionResetError ConnectionError True
# expect: BrokenPipeError ConnectionError True
# expect: TimeoutError OSError True
# expect: PythonFinalizationError RuntimeError True
# expect: BaseExceptionGroup BaseException True
# expect: ExceptionGroup Exception True
