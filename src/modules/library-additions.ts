// Lines of Krait's own at the end of modules of the standard library that take something of the system for granted which Krait has not.
export const LIBRARY_ADDITIONS: ReadonlyMap<string, string> = new Map([
  // Without os.fork() neither `fork` nor `forkserver` can start a process; CPython does the same on Windows.
  [
    "multiprocessing.context",
    `
_concrete_contexts = {"spawn": _concrete_contexts["spawn"]}
_default_context = DefaultContext(_concrete_contexts["spawn"])
DefaultContext.get_all_start_methods = lambda self: ["spawn"]
`,
  ],
]);
