// Tables and regular expressions that take time to make and that most programs never need.

/** A function that gives what `make` makes, made at the first call. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
