import { analyzerVersion } from '../search/analyzer/analyze.ts';
import {
  type ArticleSegment,
  freezeArticles,
  mergeArticleSegments,
  openArticleSegment,
} from '../search/segments/article-segment.ts';
import type { SegmentCodec } from './segment-codec.ts';

/** The segments of the search engine. */
export const articleCodec: SegmentCodec<ArticleSegment> = {
  get analyzerVersion() {
    return analyzerVersion();
  },
  freeze: freezeArticles,
  open: openArticleSegment,
  merge: mergeArticleSegments,
};
