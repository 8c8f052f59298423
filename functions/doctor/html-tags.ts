import { Parser } from 'htmlparser2';

/** Visits every start tag of HTML, whatever its state. HTML that is nested beyond reason is read up to there. */
export function forEachTag(
  html: string,
  visit: (name: string, attributes: Readonly<Record<string, string>>) => void,
): void {
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      visit(name, attributes);
    },
    onclosetag() {
      depth -= 1;
    },
  });
  for (let at = 0; at < html.length; at += chunkLength) {
    parser.write(html.slice(at, at + chunkLength));
    if (depth > maxDepth) break;
  }
  parser.end();
}

/** The parser’s time grows with the square of it. */
const maxDepth = 1000;
/** Short enough that depth cannot run away between two looks. */
const chunkLength = 4096;
