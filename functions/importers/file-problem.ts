import type { ImportProblem } from './messages.ts';

/** Why a file or folder cannot be read, in the system's words where there are no better ones. */
export function toFileProblem(error: unknown): ImportProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'not-found', values: {} };
  return { code: 'unreadable', values: { reason: code } };
}
