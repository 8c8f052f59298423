import { type Reader, plainAgain } from './reader.ts';

/** NewsBlur: asks with `A-IM: feed` for the new entries only (RFC 3229), in a rhythm made from how often you publish. */
export const newsBlur: Reader = {
  name: 'NewsBlur',
  isStrict: false,
  readsJsonFeed: true,
  first: ({ first, gzip }) => gzip ?? first,
  second: (exchanges) => exchanges.delta ?? exchanges.modifiedSince ?? plainAgain(exchanges),
  waitSeconds: () => undefined,
};
