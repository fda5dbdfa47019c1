// Parser and compiler in dist/: frontend.cjs. See load.ts.
import { runScript } from "../util/run-script.ts";

export type FrontEnd = typeof import("./script.ts");

export function loadFrontEnd(characterNamed: (name: string) => number | null): FrontEnd {
  const script = runScript<FrontEnd>("frontend");
  script.setUnicodeNameLookup(characterNamed);
  return script;
}
