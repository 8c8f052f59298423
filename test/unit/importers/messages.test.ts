import { describe, expect, it } from 'vitest';
import { problemCodes, renderProblem, severityOf } from '../../../functions/importers/messages.ts';

/** Gives back the name of every value that a text asks for. */
const values = new Proxy<Record<string, string>>({}, { get: (_, name) => `<${String(name)}>` });
const namesIn = (text: string) => new Set(text.match(/<\w+>/g));

describe('the message of a problem', () => {
  it.each(problemCodes)('%s says in Indonesian and in English what is wrong and what to do', (code) => {
    const indonesian = renderProblem({ code, values }, 'id');
    const english = renderProblem({ code, values }, 'en');
    for (const text of [indonesian.message, indonesian.cure, english.message, english.cure]) {
      expect(text.length).toBeGreaterThan(10);
    }
    expect(indonesian.message).not.toBe(english.message);
    expect(namesIn(indonesian.message + indonesian.cure)).toEqual(namesIn(english.message + english.cure));
  });

  it('is filled with what was found', () => {
    const problem = {
      code: 'weekday-contradicts-date',
      line: 3,
      values: { date: '20 Desember 2019', written: 'Senin', actual: 'Jumat' },
    } as const;
    expect(renderProblem(problem, 'id').message).toBe('20 Desember 2019 adalah hari Jumat, bukan Senin');
    expect(severityOf(problem)).toBe('refused');
  });
});
