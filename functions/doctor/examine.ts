import type { Ask } from './ask.ts';
import { checkAnswer } from './check-answer.ts';
import { checkCaching } from './check-caching.ts';
import { checkConditional } from './check-conditional.ts';
import { checkDiscovery } from './check-discovery.ts';
import { checkRead } from './check-document.ts';
import { checkIds } from './check-ids.ts';
import { type Sight, checkHonesty, checkSteadiness } from './check-steadiness.ts';
import { decodeText } from './decode-text.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { checkServedType } from './media-types.ts';
import { readOutline } from './outline.ts';
import { type FeedExchanges, probeFeed } from './probe.ts';
import { type FeedFormat, type ReadDocument, readDocument } from './read-document.ts';
import { type ReaderReport, simulateReaders } from './readers/simulate.ts';

/** Everything that the doctor has to say of one feed. */
export type FeedReport = {
  /** As it was asked for. */
  readonly url: string;
  /** Where the answer came from, after all redirects; undefined where there was none. */
  readonly address: string | undefined;
  readonly status: number | undefined;
  /** Undefined where it is no feed. */
  readonly format: FeedFormat | undefined;
  readonly title: string | undefined;
  /** Articles that a forgiving reader finds. */
  readonly itemCount: number;
  /** Of the document, and on the wire as Miniflux got it. */
  readonly bytes: number;
  readonly wireBytes: number;
  readonly isWireEstimated: boolean;
  readonly findings: readonly Finding[];
  readonly readers: readonly ReaderReport[];
};

/** An answer that has been read. */
export type SeenDocument = Sight & {
  readonly document: ReadDocument;
  readonly charsetFindings: readonly Finding[];
};

export function see(exchange: Exchange): SeenDocument {
  const decoded = decodeText(exchange.body, exchange.headers.get('content-type') ?? '');
  return {
    exchange,
    text: decoded.text,
    charsetFindings: decoded.findings,
    document: readDocument(decoded.text),
    outline: readOutline(decoded.text),
  };
}

/** Asks a feed what readers ask, and judges the answers. */
export async function examineFeed(ask: Ask, seen: SeenDocument): Promise<FeedReport> {
  const { exchange, document, outline } = seen;
  const format = formatOf(document);
  if (exchange.status !== 200) return toReport(seen, undefined, checkAnswer(exchange), { first: exchange });
  if (format === undefined) {
    return toReport(seen, undefined, [...checkAnswer(exchange), ...checkRead(document, exchange.at)]);
  }
  const { exchanges, findings: probeFindings } = await probeFeed(ask, exchange);
  const findings = [
    ...checkAnswer(exchange),
    ...checkServedType(format, exchange.headers.get('content-type')),
    ...seen.charsetFindings,
    ...checkRead(document, exchange.at),
    ...checkIds(outline),
    ...checkDiscovery(exchange, format, outline),
    ...checkOverTime(seen, exchanges),
    ...checkCaching(exchanges, outline),
    ...probeFindings,
  ];
  return toReport(seen, format, findings, exchanges);
}

/** A validator that moves by itself explains every 304 that did not come. */
function checkOverTime(seen: Sight, exchanges: FeedExchanges): Finding[] {
  const unsteady = exchanges.again === undefined ? [] : checkSteadiness(seen, see(exchanges.again));
  return [...unsteady, ...checkHonesty(seen), ...checkConditional(exchanges)];
}

function formatOf(document: ReadDocument): FeedFormat | undefined {
  if (document.kind === 'broken') return document.format;
  return document.kind === 'html' || document.kind === 'other' ? undefined : document.kind;
}

function toReport(
  { exchange, document, outline }: SeenDocument,
  format: FeedFormat | undefined,
  findings: readonly Finding[],
  exchanges?: FeedExchanges,
): FeedReport {
  const simulated = { isJson: format === 'json', isBroken: document.kind === 'broken' };
  return {
    url: exchange.request.url,
    address: exchange.url,
    status: exchange.status,
    format,
    title: outline.title,
    itemCount: format === undefined ? 0 : outline.items.length,
    bytes: exchange.body.length,
    wireBytes: exchange.wireBytes,
    isWireEstimated: exchange.isWireEstimated,
    findings,
    readers: exchanges === undefined ? [] : simulateReaders(exchanges, outline, simulated),
  };
}
