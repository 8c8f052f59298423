import type { Office } from '../../office/settings.ts';
import { type Assets, createAssets } from './assets.ts';
import { english } from './messages/english.ts';
import { indonesian, type Messages } from './messages/indonesian.ts';

export type Language = 'id' | 'en';

/**
 * The pages in one language. The language is part of the path, so that an address has one answer for
 * everybody and caches need no cookie and no `Vary`: the office's own language has no prefix, the other one
 * stands below its code. Articles stay in the language in which they were written.
 */
export type Edition = PageLanguage & {
  readonly text: Messages;
  readonly office: Office;
  /**
   * Gives all parts of a time in the office's zone. Made once, at the first page: making one costs more than using
   * it a hundred times, and a container that answers feeds never needs it.
   */
  readonly clock: () => Intl.DateTimeFormat;
  readonly assets: Assets;
  /** Every language that the pages have, the office's own first. */
  readonly languages: readonly PageLanguage[];
};

export type PageLanguage = {
  readonly language: Language;
  /** Before every path of a page: empty, or such as `/en`. */
  readonly prefix: string;
  /** What the language calls itself. */
  readonly name: string;
};

/** The office's own language first. */
export type Editions = readonly [own: Edition, other: Edition];

export function createEditions(office: Office): Editions {
  const own: Language = office.language.startsWith('id') ? 'id' : 'en';
  const other: Language = own === 'id' ? 'en' : 'id';
  const languages: readonly PageLanguage[] = [
    { language: own, prefix: '', name: messages[own].languageName },
    { language: other, prefix: `/${other}`, name: messages[other].languageName },
  ];
  const shared = { office, assets: createAssets(office), languages };
  return [createEdition(shared, own, ''), createEdition(shared, other, `/${other}`)];
}

/** The edition that a path is read in. */
export function editionAt([own, other]: Editions, path: string): Edition {
  return path === other.prefix || path.startsWith(`${other.prefix}/`) ? other : own;
}

/** The address of a page of this edition, by its path in the office's own language. */
export function pathIn({ prefix }: Pick<PageLanguage, 'prefix'>, path: string): string {
  if (prefix === '') return path;
  return /^\/(?:$|[?#])/.test(path) ? prefix + path.slice(1) : prefix + path;
}

function createEdition(
  shared: Pick<Edition, 'office' | 'assets' | 'languages'>,
  language: Language,
  prefix: string,
): Edition {
  const { timeZone } = shared.office;
  const text = messages[language];
  let made: Intl.DateTimeFormat | undefined;
  const clock = () =>
    (made ??= new Intl.DateTimeFormat(language === 'id' ? 'id' : 'en-GB', { ...allParts, timeZone }));
  return { ...shared, language, prefix, name: text.languageName, text, clock };
}

const messages: Readonly<Record<Language, Messages>> = { id: indonesian, en: english };

const allParts = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
