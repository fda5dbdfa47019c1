// Parser and compiler, where Krait runs from its TypeScript. scripts/build.mjs puts load-script.ts in the place of this file: in dist/ they are a script
// of their own. What it exports is to be had from here only: two copies of a class would not know each other's instances.
import * as script from "./script.ts";

export type FrontEnd = typeof script;

/** `characterNamed`: what \N{…} stands for; null if there is no such name. */
export function loadFrontEnd(characterNamed: (name: string) => number | null): FrontEnd {
  script.setUnicodeNameLookup(characterNamed);
  return script;
}
