import { analyzerVersion } from '../search/analyzer/analyze.ts';
import {
  type ArticleSegment,
  freezeArticles,
  mergeArticleSegments,
  openArticleSegment,
} from '../search/segments/article-segment.ts';
import type { HeldSegment, SegmentCodec } from './segment-codec.ts';

/** A segment as the index is searched by, and as the indexer asks it. */
export type IndexedSegment = ArticleSegment & HeldSegment;

/** The segments of the search engine. */
export const articleCodec: SegmentCodec<IndexedSegment> = {
  get analyzerVersion() {
    return analyzerVersion();
  },
  freeze: freezeArticles,
  open(bytes) {
    const opened = openArticleSegment(bytes);
    return opened.ok ? { ok: true, segment: toIndexedSegment(opened.segment) } : opened;
  },
  merge: mergeArticleSegments,
};

function toIndexedSegment(opened: ArticleSegment): IndexedSegment {
  const { segment } = opened;
  const versions = segment.numbers('version');
  const publishedAtMs = segment.numbers('publishedAtMs');
  return {
    ...opened,
    heldAt: (number) => ({
      number,
      id: String(segment.idOf(number)),
      version: versions?.[number] ?? 0,
      publishedAtMs: publishedAtMs?.[number] ?? 0,
    }),
  };
}
