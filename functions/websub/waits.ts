/** How often a notice is tried by itself before it is given up to whoever looks after dead letters. */
export const maxAttempts = 9;

/** The wait before the next try: 1, 2, 4, … 256 minutes, 8½ hours together, or what the other side asks for. */
export function waitMs(attempt: number, retryAfterMs: number): number {
  return Math.max(2 ** Math.min(attempt, maxAttempts - 1) * 60_000, retryAfterMs);
}
