// Test settings. Two workers: the build machines have two cores, and every worker may start CPython or Krait itself.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "src/**/*.test.ts", "stencils/**/*.test.ts"],
    pool: "forks",
    poolOptions: { forks: { minForks: 1, maxForks: 2 } },
    testTimeout: 120_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    // One run of the language tests reports thousands of results: only failures are worth a line.
    reporters: process.env.CI ? ["dot"] : ["default"],
  },
});
