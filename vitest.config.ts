import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,integration,infra}/**/*.test.ts'],
    // Property tests on a busy machine: a guard against hanging, no measure of speed.
    testTimeout: 30_000,
    reporters: ['default'],
  },
});
