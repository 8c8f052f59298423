import { SingleBar } from 'cli-progress';
import type { CliContext } from './context.ts';
import { formatCount, renderMessage } from './import-messages.ts';

export type Progress = { readonly show: (done: number) => void; readonly stop: () => void };

/** A bar on a terminal; elsewhere a line now and then. */
export function createProgress({ stderr, language, now }: CliContext, total: number): Progress {
  if (stderr.isTTY === true) {
    const bar = new SingleBar({
      stream: stderr,
      format: renderMessage('bar-format', language, barTokens),
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      gracefulExit: false,
    });
    bar.start(total, 0);
    return { show: (done) => bar.update(done), stop: () => bar.stop() };
  }
  let shownAt = now().getTime();
  return {
    show: (done) => {
      if (now().getTime() - shownAt < quietMs) return;
      shownAt = now().getTime();
      const counts = { done: formatCount(done, language), total: formatCount(total, language) };
      stderr.write(`${renderMessage('progress', language, counts)}\n`);
    },
    stop: () => {},
  };
}

/** The bar fills in its own tokens. */
const barTokens = Object.fromEntries(
  ['bar', 'percentage', 'value', 'total', 'eta_formatted'].map((token) => [token, `{${token}}`]),
);
const quietMs = 5000;
