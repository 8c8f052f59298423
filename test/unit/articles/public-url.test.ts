import { describe, expect, it } from 'vitest';
import { toPublicUrl } from '../../../functions/articles/public-url.ts';

describe('an address for the public', () => {
  it.each([
    ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
    ['HTTP://A.example', 'http://a.example/'],
    ['/media/foto-1.jpg', '/media/foto-1.jpg'],
    ['/media/a/../b.jpg', undefined],
    ['//a.example/b', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['ftp://a.example/b', undefined],
    ['https://', undefined],
    ['', undefined],
  ])('%j becomes %j', (given, url) => {
    expect(toPublicUrl(given, undefined, ['http', 'https'])).toBe(url);
  });
});
