// node native/build/core.mjs [--arch x86_64|aarch64|all] [--debug] [--check]: see core.ts.
import { runTypeScript } from "./run-typescript.mjs";

await runTypeScript("native/build/core.ts");
