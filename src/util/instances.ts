// instanceof for values that programs give us.

/** False for a proxy that throws when it is asked what it is. */
export function isInstance<T>(v: unknown, cls: { readonly prototype: T }): v is T {
  try {
    return v instanceof (cls as unknown as new () => T);
  } catch {
    return false;
  }
}
