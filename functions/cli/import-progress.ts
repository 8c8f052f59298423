import { SingleBar } from 'cli-progress';
import type { CliContext } from './context.ts';
import { formatCount, renderMessage } from './import-messages.ts';

export type Progress = { readonly show: (done: number) => void; readonly stop: () => void };

/**
 * A bar on a terminal; elsewhere a line now and then.
 *
 * @param share how much of the source was read, 0 to 1; undefined while nobody can know
 */
export function createProgress(
  { stderr, language, now }: CliContext,
  share: () => number | undefined,
): Progress {
  if (stderr.isTTY === true) {
    const bar = new SingleBar({
      stream: stderr,
      format: renderMessage('bar-format', language, barTokens),
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      gracefulExit: false,
    });
    bar.start(steps, 0, { done: 0 });
    return {
      show: (done) => bar.update(Math.round((share() ?? 0) * steps), { done: formatCount(done, language) }),
      stop: () => bar.stop(),
    };
  }
  let shownAt = now().getTime();
  return {
    show: (done) => {
      if (now().getTime() - shownAt < quietMs) return;
      shownAt = now().getTime();
      const part = share();
      const percent = part === undefined ? '' : ` (${Math.floor(part * 100)}%)`;
      stderr.write(
        `${renderMessage('progress', language, { done: formatCount(done, language), percent })}\n`,
      );
    },
    stop: () => {},
  };
}

/** The bar fills in its own tokens. */
const barTokens = Object.fromEntries(
  ['bar', 'percentage', 'done', 'eta_formatted'].map((token) => [token, `{${token}}`]),
);
const steps = 1000;
const quietMs = 5000;
