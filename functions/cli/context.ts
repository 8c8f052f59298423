import type { Office } from '../office/settings.ts';
import type { CliSettings } from './settings.ts';

/** What the world is to a command. The entry point makes it; tests make their own. */
export type CliContext = {
  readonly office: Office;
  /** Indonesian where LANG starts with `id`. */
  readonly language: 'id' | 'en';
  readonly env: {
    /** WARTA_URL */
    readonly url: string | undefined;
    /** WARTA_TOKEN */
    readonly token: string | undefined;
    /** WARTA_SIGNING_KEY: a file. */
    readonly signingKey?: string | undefined;
  };
  /** The token that the local service keeps in its data folder; never sent to another machine. */
  readonly readLocalToken: () => Promise<string | undefined>;
  /** For results. */
  readonly stdout: Output;
  /** For progress and errors. */
  readonly stderr: Output;
  readonly fetch: typeof fetch;
  /** For addresses of others: it reaches the public network only. */
  readonly publicFetch: typeof fetch;
  /** What `warta.config.yaml` says of imports. */
  readonly importSettings?: NonNullable<CliSettings['import']>;
  readonly now: () => Date;
  /** Aborted by the first Ctrl-C: the command finishes what is under way and says so. */
  readonly signal: AbortSignal;
  /** 0 all fine, 1 something was refused, 2 usage or no service, 130 interrupted. */
  readonly setExitCode: (code: number) => void;
};

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };
