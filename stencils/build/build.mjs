// node stencils/build/build.mjs [--check] [--report]: see main.ts.
import { runTypeScript } from "../../native/build/run-typescript.mjs";

await runTypeScript("stencils/build/main.ts");
