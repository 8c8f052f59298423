import { defineConfig } from 'vitest/config';

/** `npm run test:artifact`: the bundles of the stack, run as Lambda runs them. */
export default defineConfig({
  test: { include: ['test/artifact/**/*.test.ts'], testTimeout: 60_000, reporters: ['default'] },
});
