/** Bundles worker.ts into dist/, which must have been built, and returns where the bundle is. */
export function bundleWorker(): Promise<string>;
