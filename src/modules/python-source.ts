// The parts of modules that are written in Python: the .py files beside this one.
import { pythonFile } from "../util/package-files.ts";

/** Text of src/modules/<file>. */
export function pythonSource(file: string): string {
  return pythonFile(`modules/${file}`);
}
