// The module _pickle: Python code that drives the core's pickler and unpickler (native/core/pickle_dump.c, pickle_load.c).
import { defineModule } from "../host/module-definition.ts";
import { pythonSource } from "./python-source.ts";

export const pickleModule = defineModule("_pickle", {
  get pythonSource() {
    return pythonSource("_pickle.py");
  },
});

/** What _pickle.py takes the most of itself from. */
export const pickleCodeModule = defineModule("_pickle_code", {
  get pythonSource() {
    return pythonSource("_pickle_code.py");
  },
});
