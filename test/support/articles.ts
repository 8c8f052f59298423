import type { ArticleContent } from '../../functions/articles/article.ts';

/** A valid article's content; `change` says what matters to the test. */
export function someContent(change: Partial<ArticleContent> = {}): ArticleContent {
  return {
    title: 'Jembatan Kali Welang Dibuka',
    summary: 'Bupati membuka jembatan.',
    bodyHtml: '<p>Bupati membuka jembatan.</p>',
    authors: ['rin'],
    category: 'pembangunan',
    tags: ['jembatan'],
    images: [],
    language: 'id',
    publishedAt: '2026-03-02T09:00:00+07:00',
    status: 'published',
    ...change,
  };
}

/** A clock that a test moves. */
export function createClock(start: string) {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}
