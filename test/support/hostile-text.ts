import * as fc from 'fast-check';

/** What broke some publisher's document once, and what an attacker would try, without white space. */
const fragments = [
  '\u0000 \u000B \u001F \u0085 \u2028 \u2029 \u202E \u2066 \u200F \uFEFF \uFFFE \uFFFF \uD800 \uDFFF \u{1FFFE}',
  ']]> ]]>]]> ]] ] ]]&gt; <![CDATA[ <!-- --> <?xml?> <!DOCTYPE&x> <hadir> 😀 𝕏 é',
  '</item> <item> </entry> </channel> <title> </description> </loc> </url> <url> </news:title>',
  '<script>alert(1)</script> <img/src=x/onerror=alert(1)> <svg/onload=alert(1)> <style>*{}</style>',
  '& &amp; &amp;amp; &lt;script&gt; &#x0; &#11; &#xFFFE; &#55296; &lt; &tidakada;',
  '< > " \' % %zz \\ \\u0000 "}]} / = { } {searchTerms}',
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
  fc.constantFrom('javascript:alert(1)', 'data:text/html,x', '//x', 'http://', 'http://[', '/media/../x'),
  hostileText.map((text) => `https://a.example/${text}`),
  hostileText.map((text) => `/media/${text}`),
  hostileText,
);
