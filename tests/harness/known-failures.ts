// Language tests that Krait does not pass yet, with the reason. Such a test must fail: when it starts to pass, the run
// says so and the row goes. Keys are paths under tests/language; a row for a mode has the form "audit: path".
export const KNOWN_FAILURES: Readonly<Record<string, string>> = {};
