import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type ContentCoding = 'br' | 'gzip' | 'identity';

/** One rendered document in every coding that was asked for so far. */
export type RenderedDocument = { readonly bytesIn: (coding: ContentCoding) => Uint8Array<ArrayBuffer> };

export type RenderedCache = ReturnType<typeof createRenderedCache>;

/**
 * The last documents that this container rendered, by validator: what was rendered and
 * compressed once for a version is sent to the next thousand readers as it is. The oldest go first.
 */
export function createRenderedCache(maxBytes: number) {
  const documents = new Map<string, Promise<RenderedDocument>>();
  const sizes = new Map<string, number>();
  let size = 0;

  async function renderOnce(key: string, render: () => string | Promise<string>): Promise<RenderedDocument> {
    const text = await render();
    sizes.set(key, text.length * 2);
    size += text.length * 2;
    for (const [oldest, oldestSize] of sizes) {
      if (size <= maxBytes) break;
      sizes.delete(oldest);
      documents.delete(oldest);
      size -= oldestSize;
    }
    return toDocument(text);
  }

  return {
    /** A crowd that asks for the same at once waits for one rendering; a failed one is tried again. */
    get(key: string, render: () => string | Promise<string>): Promise<RenderedDocument> {
      const known = documents.get(key);
      if (known !== undefined) return known;
      const document = renderOnce(key, render);
      documents.set(key, document);
      document.catch(() => documents.delete(key));
      return document;
    },
  };
}

/** A document that is sent once and not kept. */
export function toDocument(text: string): RenderedDocument {
  const identity = Buffer.from(text);
  const compressed = new Map<ContentCoding, Buffer<ArrayBuffer>>();
  return {
    bytesIn(coding) {
      if (coding === 'identity') return identity;
      const bytes = compressed.get(coding) ?? compress(identity, coding);
      compressed.set(coding, bytes);
      return bytes;
    },
  };
}

function compress(bytes: Uint8Array, coding: 'br' | 'gzip'): Buffer<ArrayBuffer> {
  if (coding === 'gzip') return gzipSync(bytes);
  // The highest quality takes a hundred times as long for a twentieth fewer bytes.
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
