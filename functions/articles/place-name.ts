/**
 * A dateline as running text writes it: press pages print places in capitals (`KOTA BARU`), lists and filters
 * read better without (`Kota Baru`). What is written in small letters anywhere is right as it is, and words of
 * up to three letters stay, since most of them are abbreviations (`DKI JAKARTA` is `DKI Jakarta`).
 */
export function placeName(place: string): string {
  if (place !== place.toUpperCase()) return place;
  return place.replace(/\p{L}{4,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
