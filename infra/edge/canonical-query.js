// Runs at the edge before its cache: a CloudFront Function, JavaScript runtime 2.0, at most 10 KB.
//
// One question has one spelling, the app's own: `q` first, the other parameters in the order of the alphabet.
// What means nothing to us goes:
// on addresses of lists and searches everything that they do not know, elsewhere the marks of campaigns.
// The API is strict and answers 422 to what it does not know; addresses of the site before this one carry
// parameters that nobody can foresee (`/?p=12`, `/index.php?id=5`).

// Called by its name.
// oxlint-disable-next-line no-unused-vars
function handler(event) {
  const request = event.request;
  const query = request.querystring;
  request.querystring = Object.keys(query)
    .filter((name) => isKept(request.uri, name))
    .sort((a, b) => (a === 'q' ? -1 : b === 'q' ? 1 : a < b ? -1 : 1))
    .map((name) => render(name, query[name]))
    .join('&');
  return request;
}

const parameters = 'author category cursor format from limit place q sort tag to year'.split(' ');
const lists = /^(\/en)?\/(feed\.|cari|kategori\/|tag\/|penulis\/|tempat\/|arsip\/|langganan)/;
const campaigns = /^(utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|_)$/;

function isKept(path, name) {
  if (path.startsWith('/api/')) return true;
  return lists.test(path) ? parameters.includes(name) : !campaigns.test(name);
}

/** Values come as they were sent, encoded; one that was given twice stays twice. */
function render(name, given) {
  const values = given.multiValue || [given];
  return values.map((each) => name + '=' + each.value).join('&');
}
