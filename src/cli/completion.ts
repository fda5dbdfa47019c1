// Tab completion at the prompt. Looks at names and attributes without running the program's code: no property, __getattr__ or descriptor is
// called on the way.
import { PyError } from "../heap/py-error.ts";
import type { Ref } from "../heap/value.ts";
import type { Runtime } from "../runtime.ts";
import { runText } from "./main-module.ts";

const SOURCE = `
import builtins, keyword, types

_PLAIN = (types.FunctionType, types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
          classmethod, staticmethod, types.MemberDescriptorType, types.GetSetDescriptorType)

def _member(object, name):
    hooks = type(object).__mro__
    if type.__getattribute__(type(object), "__getattribute__") not in (object_get, type_get, module_get):
        raise LookupError
    for cls in hooks:
        if name in cls.__dict__:
            found = cls.__dict__[name]
            if hasattr(type(found), "__get__") and not isinstance(found, _PLAIN):
                raise LookupError
            return getattr(object, name)
    own = getattr(object, "__dict__", None)
    if type(own) in (dict, types.MappingProxyType) and name in own:
        return own[name] if not isinstance(object, type) else getattr(object, name)
    if isinstance(object, type):
        for cls in object.__mro__:
            if name in cls.__dict__ and isinstance(cls.__dict__[name], _PLAIN):
                return getattr(object, name)
    raise LookupError

object_get, type_get, module_get = object.__getattribute__, type.__getattribute__, types.ModuleType.__getattribute__

def complete(text, namespace):
    head, dot, tail = text.rpartition(".")
    if not dot:
        names = {*namespace, *vars(builtins), *keyword.kwlist, *keyword.softkwlist}
    else:
        first, *rest = head.split(".")
        try:
            value = namespace[first] if first in namespace else vars(builtins)[first]
            for name in rest:
                value = _member(value, name)
        except LookupError:
            return []
        names = {*dir(type(value)), *getattr(value, "__dict__", ())}
        if isinstance(value, type):
            for cls in value.__mro__:
                names.update(cls.__dict__)
    hidden = not tail.startswith("_")
    found = [name for name in names if isinstance(name, str) and name.startswith(tail) and not (hidden and name.startswith("_"))]
    return [head + dot + name for name in sorted(found)]
`;

/** A function that completes a dotted name in a namespace. */
export function makeCompleter(runtime: Runtime, namespace: Ref): (word: string) => string[] {
  const { machine } = runtime;
  const { heap } = machine;
  let scope: Ref | undefined;
  return (word) => {
    const mark = heap.pool.length;
    try {
      if (scope === undefined) {
        scope = heap.dict();
        heap.setName(scope, "__name__", heap.str("krait completion"));
        runText(runtime, scope, { text: SOURCE, filename: "<completion>", mode: "exec" });
        heap.incref(scope);
      }
      const list = machine.callSync(heap.getName(scope, "complete"), [heap.str(word), namespace]);
      return heap.listItems(list as Ref).map((item) => heap.text(item as Ref));
    } catch (error) {
      if (error instanceof PyError) return [];
      throw error;
    } finally {
      heap.release(mark);
    }
  };
}
