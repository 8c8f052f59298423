import fc from 'fast-check';

/** Text made of what broken and hostile pages are made of, and of anything else. */
export function hostileHtml(maxLength = 60) {
  return fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { maxLength })
    .map((parts) => parts.join(''));
}

export const pieces = [
  '<html>',
  '<base href="">',
  '<base href="http://[">',
  '<base href="//asing.example/">',
  '<a href="/b/1">Jembatan baru dibuka bupati pagi ini</a>',
  '<a href="http://asing.example/x">Jembatan baru dibuka bupati pagi ini</a>',
  '<a href="javascript:alert(1)">Jembatan baru dibuka bupati pagi ini</a>',
  '<a href="data:text/html,x">Berikutnya</a>',
  '<a href="file:///etc/passwd">Selengkapnya</a>',
  '<a href="//lama.example@asing.example/x">Selengkapnya</a>',
  '<a href="http://lama.example:81/x">Selengkapnya</a>',
  '<a href="http://[">Berikutnya</a>',
  '<a href="../../../../b/2#isi">Selengkapnya</a>',
  '<a rel=next href="?h=2">',
  '<a href=?h=3>Berikutnya</a>',
  '<link rel="next" href="/3">',
  '<div class="pagination"><a href="?p=2">2</a>',
  '<h1 class="judul">Warga Awan Bersihkan Saluran</h1>',
  '<h2><a href=b/4>',
  '<i class="tgl">20/12/2019</i>',
  '<time datetime="2019-13-45T99:99">',
  '<p class="isi">Warga bekerja sampai petang di saluran air. </p>',
  '<div class="isi">',
  '</div>',
  '</a>',
  '<table><tr><td>',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '<img src=x onerror=alert(1)>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&#0;',
  '&lt;script&gt;',
  '\0',
  '\uD800',
  '\u{1F600}',
] as const;
