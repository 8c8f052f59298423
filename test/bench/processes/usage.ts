import { answer } from './answer.ts';

/** Loaded into every measured process before its own script: what it has used so far, and what it holds. */
answer({
  cpuMs: () => {
    const { user, system } = process.cpuUsage();
    return [(user + system) / 1000];
  },
  memoryMb: () => {
    const rss = process.memoryUsage.rss();
    globalThis.gc?.();
    return [rss / 1e6, process.memoryUsage().heapUsed / 1e6];
  },
});

// Nobody is left to ask, and nobody would stop it.
process.once('disconnect', () => process.exit());
