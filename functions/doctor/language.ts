import { type Finding, excerpt, finding } from './finding.ts';

/** The language of a feed, by the form of BCP 47; no language is registered with more than three letters. */
export function checkLanguage(language: string | undefined, line?: number): Finding[] {
  if (language === undefined || language === '') return [finding('language-missing')];
  if (/^([a-z]{2,3}|[ix])(-[a-z0-9]{1,8})*$/i.test(language)) return [];
  return [finding('language-invalid', { value: excerpt(language) }, line === undefined ? {} : { line })];
}
