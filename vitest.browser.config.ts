import { defineConfig } from 'vitest/config';

/** The pages in a real browser: `npm run test:browser`. Apart from the others, which need nothing but Node. */
export default defineConfig({
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/global-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    // The browsers share the machine with the service.
    maxWorkers: 2,
  },
});
