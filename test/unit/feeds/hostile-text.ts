import * as fc from 'fast-check';

/** What is known to break documents, among characters that break nothing. */
const fragments = [
  '\u0000 \u000B \u001F \u0085 \u2028 \u202E \uFEFF \uFFFE \uFFFF \uD800 \uDFFF 😀',
  ']]> ]] ] <![CDATA[ <!-- --> <?xml?> <!DOCTYPE x> </loc> </url> <url> </news:title> <script>',
  '& &amp; &amp;amp; &#x0; &lt; &tidakada; < > " \' % %zz \\ / = { } {searchTerms}',
].flatMap((line) => line.split(' '));

export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...fragments, '\r', '\n', '\r\n', '\t', ' '),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

export const hostileUrl = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  hostileText.map((text) => `https://a.example/${text}`),
  hostileText,
);
