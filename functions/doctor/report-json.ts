import type { Language } from './catalogue/entry.ts';
import type { FeedReport } from './examine.ts';
import { renderFinding, severityOf } from './render-finding.ts';
import { verdictOf } from './render-report.ts';

/** The reports as one JSON document, with the words of each finding beside its code. */
export function renderReportsJson(reports: readonly FeedReport[], language: Language, at: Date): string {
  const feeds = reports.map((report) => ({
    ...report,
    verdict: verdictOf(report),
    findings: report.findings.map((finding) => ({
      code: finding.code,
      severity: severityOf(finding),
      place: finding.place,
      ...renderFinding(finding, language),
      values: finding.values,
    })),
  }));
  return `${JSON.stringify({ checkedAt: at.toISOString(), language, feeds }, undefined, 2)}\n`;
}
