import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,integration,infra}/**/*.test.ts'],
    reporters: ['default'],
  },
});
