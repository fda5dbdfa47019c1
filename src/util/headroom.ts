// Recursion of our own over what may be nested without end. JavaScript's stack may overflow only where nothing is half done; anywhere else it
// would, say, part a count taken from the reference that was to be noted. So recursive code asks now and then, before it begins a level.

const LEVELS_BETWEEN = 16;
/** Spread as arguments they take 64 KB of stack: enough for the levels until the next question and what these call. */
const ARGUMENTS: readonly undefined[] = new Array(8192).fill(undefined);

function takeNothing(): void {}

/** Throws the RangeError of a stack that overflows if there is little left of it. `depth`: of the recursion; most depths aren't looked at. */
export function checkHeadroom(depth: number): void {
  if (depth % LEVELS_BETWEEN === LEVELS_BETWEEN - 1) Reflect.apply(takeNothing, undefined, ARGUMENTS);
}
