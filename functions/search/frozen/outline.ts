/** What a segment holds: the one part of a file that is JSON. */
export type Outline = {
  readonly documentCount: number;
  readonly termCount: number;
  /** Code units of the longest term. */
  readonly longestTerm: number;
  readonly fields: readonly FieldOutline[];
  /** Names of columns. */
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  readonly keywords: readonly string[];
  readonly metadata: Metadata;
};

export type FieldOutline = {
  readonly name: string;
  /** Documents that have the field, however short it is. */
  readonly documentCount: number;
  /** Of them together, in different tokens each, as MiniSearch counts. */
  readonly totalLength: number;
  readonly hasPositions: boolean;
};

export type Metadata = Readonly<Record<string, unknown>>;

/** Undefined where it is none. */
export function parseOutline(json: string): Outline | undefined {
  const value = parseRecord(json);
  if (value === undefined) return undefined;
  const { documentCount, termCount, longestTerm, fields, numbers, texts, keywords, metadata } = value;
  if (!isCount(documentCount) || !isCount(termCount) || !isCount(longestTerm)) return undefined;
  if (!Array.isArray(fields) || !fields.every(isFieldOutline) || !isRecord(metadata)) return undefined;
  if (!isNames(numbers) || !isNames(texts) || !isNames(keywords)) return undefined;
  if (!isNames(fields.map(({ name }) => name))) return undefined;
  return { documentCount, termCount, longestTerm, fields, numbers, texts, keywords, metadata };
}

/** An object from JSON; undefined where the text is anything else. */
export function parseRecord(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFieldOutline(value: unknown): value is FieldOutline {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    isCount(value['documentCount']) &&
    isCount(value['totalLength']) &&
    typeof value['hasPositions'] === 'boolean'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isNames(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((name) => typeof name === 'string') &&
    new Set(value).size === value.length
  );
}
