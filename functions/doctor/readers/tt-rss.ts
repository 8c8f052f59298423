import { type Reader, hourSeconds, minuteSeconds, plainAgain } from './reader.ts';

/**
 * tt-rss: sends `If-Modified-Since` with the Last-Modified that it was given, and nothing else; once a day it
 * asks without. Every half hour by its own clock, whatever the headers say; after a 429, in one to two hours.
 */
export const ttRss: Reader = {
  name: 'tt-rss',
  isStrict: true,
  readsJsonFeed: false,
  first: ({ first }) => first,
  second: (exchanges) => exchanges.modifiedSince ?? plainAgain(exchanges),
  waitSeconds: ({ status }) => (status === 429 ? hourSeconds : 30 * minuteSeconds),
};
