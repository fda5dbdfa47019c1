from typing import *
Ts=TypeVarTuple('Ts'); T=TypeVar('T'); P=ParamSpec('P')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: tuple[int,*Ts][str,bool])  # expect: tuple[int, str, bool]
t(lambda: tuple[int,*Ts])  # expect: tuple[int, typing.Unpack[Ts]]
t(lambda: tuple[int,*Ts].__parameters__)  # expect: (Ts,)
t(lambda: tuple[int,Unpack[Ts]][str,bool])  # expect: tuple[int, str, bool]
t(lambda: Tuple[int,*Ts][str,bool])  # expect: typing.Tuple[int, str, bool]
t(lambda: list[T][int])  # expect: list[int]
t(lambda: dict[T,list[T]][int])  # expect: dict[int, list[int]]
t(lambda: dict[T,int][int,str])  # expect: TypeError Too many arguments for dict[~T, int]; actual 2, expected 1
t(lambda: tuple[*Ts,T][int,str,bool])  # expect: tuple[int, str, bool]
t(lambda: tuple[T,*Ts][()])
# expect: TypeError Too few arguments for tuple[~T, typing.Unpack[Ts]]; actual 0, expected at least 1
t(lambda: tuple[T,*Ts][int])  # expect: tuple[int]
t(lambda: tuple[T,*tuple[int,...]][str])  # expect: tuple[str, *tuple[int, ...]]
t(lambda: tuple[int,*tuple[int,...]])  # expect: tuple[int, *tuple[int, ...]]
class A(Generic[T,*Ts]): pass
t(lambda: A[int,str,bool]); t(lambda: A[int,*Ts][str]); t(lambda: A[int]); t(lambda: A[()])
# expect: __main__.A[int, str, bool]
# expect: __main__.A[int, str]
# expect: __main__.A[int]
# expect: TypeError Too few arguments for <class '__main__.A'>; actual 0, expected at least 1
t(lambda: c.Callable[P,T][[int,str],bool]); t(lambda: c.Callable[[*Ts],T][int,str,bool]); t(lambda:c.Callable[Concatenate[int,P],T][[str],bool])
# expect: NameError name 'c' is not defined
# expect: NameError name 'c' is not defined
# expect: NameError name 'c' is not defined
t(lambda: Callable[P,T][[int,str],bool]); t(lambda: c.Callable[[int],str].__args__); t(lambda:c.Callable[...,T][int])
# expect: typing.Callable[[int, str], bool]
# expect: NameError name 'c' is not defined
# expect: NameError name 'c' is not defined
t(lambda: dict[T]); t(lambda: dict[T,T][int].__args__); t(lambda: list[T][T][int]); t(lambda: (list[T]|int)[str]); t(lambda: (T|None)[int]); t(lambda: Union[T,list[T]][int])
# expect: dict[~T]
# expect: (<class 'int'>, <class 'int'>)
# expect: list[int]
# expect: list[str] | int
# expect: int | None
# expect: int | list[int]
T=TypeVar('T');U=TypeVar('U');Ts=TypeVarTuple('Ts'); V=TypeVar('V',default=int)
for f in (lambda:dict[T,U][int], lambda:tuple[T,U,list[T]][()],lambda:tuple[T,V,list[T]][()], lambda: tuple[T,*Ts][()], lambda: tuple[*Ts,T][()], lambda: Tuple[T,U][int], lambda: tuple[T,U,*Ts][int], lambda: tuple[T,U][1,2,3], lambda:tuple[U,V,T][1]):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
# expect: TypeError Too few arguments for dict[~T, ~U]; actual 1, expected at least 2
# expect: TypeError Too few arguments for tuple[~T, ~U, list[~T]]; actual 0, expected at least 1
# expect: TypeError Too few arguments for tuple[~T, ~V, list[~T]]; actual 0, expected at least 1
# expect: TypeError Too few arguments for tuple[~T, typing.Unpack[Ts]]; actual 0, expected at least 1
# expect: TypeError Too few arguments for tuple[typing.Unpack[Ts], ~T]; actual 0, expected at least 1
# expect: TypeError Too few arguments for typing.Tuple[~T, ~U]; actual 1, expected at least 2
# expect: TypeError Too few arguments for tuple[~T, ~U, typing.Unpack[Ts]]; actual 1, expected at least 2
# expect: TypeError Too many arguments for tuple[~T, ~U]; actual 3, expected 2
# expect: TypeError Too few arguments for tuple[~U, ~V, ~T]; actual 2, expected at least 3
