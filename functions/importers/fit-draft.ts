import { toLine } from '../articles/characters.ts';
import type { Draft } from './draft.ts';

/** A draft within what the service takes: lists and lines that are no more than labels are cut, the text never. */
export function fitDraft(draft: Draft): Draft {
  const { authors, tags, place, summary, source, slug, ...others } = draft;
  const { url, id, name } = source;
  const line = (text: string | undefined, maxLength: number) =>
    text === undefined ? '' : toLine(text).slice(0, maxLength).toWellFormed().trim();
  const lines = (texts: readonly string[], maxCount: number, maxLength: number) =>
    [...new Set(texts.map((text) => line(text, maxLength)))].filter((text) => text !== '').slice(0, maxCount);
  const [fitPlace, fitSummary, fitName] = [line(place, 120), line(summary, 1000), line(name, 200)];
  return {
    ...others,
    title: line(draft.title, 1000),
    authors: lines(authors, 20, 120),
    ...(tags !== undefined && { tags: lines(tags, 30, 80) }),
    ...(fitPlace !== '' && { place: fitPlace }),
    ...(fitSummary !== '' && { summary: fitSummary }),
    ...(slug !== undefined && isSlug.test(slug) && slug.length <= 80 && { slug }),
    source: {
      ...(url !== undefined && { url }),
      ...(id !== undefined && { id: id.slice(0, 500) }),
      ...(fitName !== '' && { name: fitName }),
    },
  };
}

const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
