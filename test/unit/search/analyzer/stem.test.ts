import { describe, expect, it } from 'vitest';
import { toStem } from '../../../../functions/search/analyzer/stem.ts';

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
});
