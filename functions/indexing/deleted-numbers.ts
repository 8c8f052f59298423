/** Numbers of documents in ascending order as the gaps between them, seven bits to a byte (LEB128). */
export function encodeNumbers(numbers: ReadonlySet<number>): Uint8Array {
  const bytes: number[] = [];
  let last = -1;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    let gap = number - last - 1;
    for (; gap > 0x7f; gap = Math.floor(gap / 0x80)) bytes.push((gap % 0x80) + 0x80);
    bytes.push(gap);
    last = number;
  }
  return Uint8Array.from(bytes);
}

export function decodeNumbers(bytes: Uint8Array): ReadonlySet<number> {
  const numbers = new Set<number>();
  let last = -1;
  let gap = 0;
  let unit = 1;
  for (const byte of bytes) {
    gap += (byte % 0x80) * unit;
    unit *= 0x80;
    if (byte >= 0x80) continue;
    last += gap + 1;
    numbers.add(last);
    gap = 0;
    unit = 1;
  }
  return numbers;
}
