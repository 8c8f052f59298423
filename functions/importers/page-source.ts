import type { ImportProblem } from './messages.ts';

/** A page as it lies on disk or came over the network. */
export type RawPage = {
  /** File name or address, as people know it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As the HTTP answer declares it. */
  readonly charset?: string;
  readonly url?: string;
};

/** Pages that are read one after the other; where they stand in one archive it is open meanwhile. */
export type PageGroup = { readonly count: number; readonly pages: AsyncIterable<PageSource> };

export type PageSource = {
  readonly name: string;
  readonly read: () => Promise<
    { readonly ok: true; readonly page: RawPage } | { readonly ok: false; readonly problem: ImportProblem }
  >;
};

/** Whether a name is that of a page, and of none that is hidden. */
export function isPageName(name: string): boolean {
  return isPage.test(name) && !name.split('/').some((part) => part.startsWith('.'));
}

export function refusedSource(name: string, problem: ImportProblem): PageSource {
  return { name, read: () => Promise.resolve({ ok: false, problem }) };
}

const isPage = /\.(?:txt|x?html?)$/i;
