import { declareLanguageTests } from "../harness/language-suite.ts";
import { MODES } from "../harness/modes.ts";

declareLanguageTests(MODES.kept);
