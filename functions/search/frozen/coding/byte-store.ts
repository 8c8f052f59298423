export type ByteStore = ReturnType<typeof createByteStore>;

/**
 * Bytes that are only ever added to. They lie in pieces, so that nothing is copied when more comes, and are given
 * up piece by piece when they are moved to where they shall stay: at no time are they held twice.
 */
export function createByteStore(pieceLength = mappedLength) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;

  /** The piece to go on in, with room for a byte at the least. */
  function toPiece(more: number): Uint8Array {
    const used = length % pieceLength;
    const last = pieces.at(-1);
    if (last === undefined || used === 0) {
      const piece = new Uint8Array(
        last === undefined ? Math.min(pieceLength, Math.max(firstLength, more)) : pieceLength,
      );
      pieces.push(piece);
      return piece;
    }
    if (used + more <= last.length || last.length === pieceLength) return last;
    const grown = new Uint8Array(Math.min(pieceLength, Math.max(last.length * 2, used + more)));
    grown.set(last);
    release(last);
    pieces[pieces.length - 1] = grown;
    return grown;
  }

  return {
    length: () => length,
    append(bytes: Uint8Array): void {
      for (let from = 0; from < bytes.length;) {
        const piece = toPiece(bytes.length - from);
        const at = length % pieceLength;
        const part = bytes.subarray(from, from + piece.length - at);
        piece.set(part, at);
        from += part.length;
        length += part.length;
      }
    },
    /** Whether the same bytes stand from there on. */
    hasAt(start: number, bytes: Uint8Array): boolean {
      if (start + bytes.length > length) return false;
      for (let index = 0; index < bytes.length; index++) {
        const at = start + index;
        if (pieces[Math.floor(at / pieceLength)]?.[at % pieceLength] !== bytes[index]) return false;
      }
      return true;
    },
    /** Leaves the store empty. */
    moveTo(target: Uint8Array): void {
      let at = 0;
      for (const piece of pieces.splice(0)) {
        const used = piece.subarray(0, length - at);
        target.set(used, at);
        at += used.length;
        release(piece);
      }
      length = 0;
    },
  };
}

/** At once: the garbage collector would take its time, and it is these bytes that memory is full of. */
function release({ buffer }: Uint8Array<ArrayBuffer>): void {
  buffer.transfer(0);
}

const firstLength = 1024;
/**
 * From this size on an allocator of Linux maps memory of its own for each piece: what is not written to takes none,
 * and what is released goes back to the system.
 */
const mappedLength = 2 ** 25;
