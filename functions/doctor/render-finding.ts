import { catalogue } from './catalogue/catalogue.ts';
import type { Language, Severity } from './catalogue/entry.ts';
import type { Finding } from './finding.ts';

/** A finding in words. */
export type RenderedFinding = {
  readonly what: string;
  /** What readers see of it. */
  readonly seen: string;
  readonly cure: string;
};

export function severityOf({ code }: Pick<Finding, 'code'>): Severity {
  return catalogue[code].severity;
}

export function renderFinding({ code, values }: Finding, language: Language): RenderedFinding {
  const [what, seen, cure] = catalogue[code][language];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return { what: fill(what), seen: fill(seen), cure: fill(cure) };
}
