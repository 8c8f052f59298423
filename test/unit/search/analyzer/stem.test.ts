import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roots } from '../../../../functions/search/analyzer/roots.ts';
import { tailOfStem, toStem } from '../../../../functions/search/analyzer/stem.ts';

describe('a stem', () => {
  it.each([
    ['menolak', 'tolak'],
    ['penolakan', 'ditolak'],
    ['menemukan', 'temuan'],
    ['mengirim', 'kirim'],
    ['pengiriman', 'dikirim'],
    ['memakai', 'pakai'],
    ['menyapu', 'sapu'],
    ['pembangunan', 'membangun'],
    ['perumahan', 'rumah'],
    ['pencapaian', 'capai'],
    ['bersalah', 'kesalahan'],
    ['diterima', 'penerimaan'],
    ['kekeluargaan', 'keluarga'],
    ['memeriksa', 'periksa'],
    ['memulai', 'bermula'],
    ['dimulai', 'permulaan'],
    ['menanggapi', 'tanggapan'],
  ])('is the same for %s and %s', (one, other) => {
    expect(toStem(one)).toBe(toStem(other));
  });

  it.each([
    ['mengambil', 'kambil'],
    ['menang', 'tang'],
    ['mengolah', 'kolah'],
    ['penuh', 'tuh'],
  ])('of %s is not that of %s', (one, other) => {
    expect(toStem(one)).not.toBe(toStem(other));
  });

  it('stands in its word but for the first letter', () => {
    const prefix = fc.constantFrom(
      ...'- me mem men meng meny pe pem pen peng peny ber bel ter di ke se per'.split(' '),
    );
    const suffix = fc.constantFrom(...'- an kan i nya annya kannya lah kah pun'.split(' '));
    const root = fc.oneof(fc.constantFrom(...roots), fc.stringMatching(/^[a-z]{3,9}$/));
    fc.assert(
      fc.property(prefix, root, suffix, (...parts) => {
        const word = parts.join('').replaceAll('-', '');
        expect(word).toContain(tailOfStem(toStem(word)));
      }),
      { numRuns: 5000 },
    );
  });
});
