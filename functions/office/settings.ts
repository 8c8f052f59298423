/**
 * What this press office is. One file, read by the service on a laptop, by the Lambdas and by the stack:
 * edit the values of {@link office} and nothing else.
 */
export type Office = {
  /** The name of the news service, as feeds and pages show it. */
  readonly name: string;
  /** At most 16 characters (OpenSearch 1.1, ShortName). */
  readonly shortName: string;
  /** Who publishes: the author of an article that names none. */
  readonly publisher: string;
  /** One sentence, in the office's language. */
  readonly description: string;
  /** The public address, absolute and without a trailing slash. On a laptop the local address stands in. */
  readonly baseUrl: string;
  /**
   * The authority of every article's `tag:` URI (RFC 4151, section 2.1): a domain that the office held at
   * the date. Never change it once an article is out: it is part of every guid.
   */
  readonly tagAuthority: `${string},${string}`;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone of the office. */
  readonly timeZone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  /** Every category that an article may have; the first is where an import without one goes. */
  readonly categories: readonly [Category, ...Category[]];
  /** Shown to readers who need help, and in the feeds. */
  readonly email: string;
  /** An absolute address, or a path below `/media/`. Pages show it if it is of their own host, else a mark. */
  readonly logo?: string;
  /** Of the pages, as `#rrggbb`: the masthead, and links. Each is made as dark or light as reading needs. */
  readonly colours: { readonly brand: string; readonly accent: string };
  /** Under which terms everybody may use what is published. */
  readonly licence: { readonly name: string; readonly url: string };
  /** Where the office is found, for people. */
  readonly address?: string;
  /**
   * Hosts beside our own from which pages may load pictures, such as `https://foto.example`. Pictures from
   * elsewhere are linked and not loaded: no other site learns who reads what.
   */
  readonly pictureHosts: readonly string[];
  /** Hubs that are told of every change of a list (docs/deploy.md). None: no feed names one. */
  readonly hubs: readonly Hub[];
};

/** A WebSub hub: it fetches a feed when it is told of a change, and hands it to those who subscribed with it. */
export type Hub = {
  /** Where it is told and where readers subscribe, absolute: `https://pubsubhubbub.appspot.com/`. */
  readonly url: string;
  /**
   * How many feeds it takes in one request, each as a `hub.url` of its own. WebSub does not say; many hubs
   * look at one and drop the others. 1 where left out.
   */
  readonly topicsPerRequest?: number;
};

export type Category = {
  /** What stands in addresses: lower-case letters, digits and hyphens. */
  readonly slug: string;
  readonly name: string;
  /** What English pages call it; its name where left out. */
  readonly englishName?: string;
  /** Degrees on the colour wheel (OKLCH): the accent of its headings. Spread evenly where left out. */
  readonly hue?: number;
  /**
   * The day from which it takes in nothing new, such as `2026-10-01`. Its articles stay where they are; its
   * feed says for {@link retirementDays} days that it has ended, and is gone after that.
   */
  readonly retiredOn?: string;
};

export const retirementDays = 90;

export const office: Office = {
  name: 'Warta Kabupaten Sekarlangit',
  shortName: 'Warta Sekar',
  publisher: 'Humas Setda Kabupaten Sekarlangit',
  description: 'Berita resmi Pemerintah Kabupaten Sekarlangit.',
  baseUrl: 'https://warta.sekarlangit.example',
  tagAuthority: 'sekarlangit.example,2026',
  language: 'id',
  timeZone: 'Asia/Jakarta',
  categories: [
    { slug: 'umum', name: 'Umum', englishName: 'General', hue: 300 },
    { slug: 'pemerintahan', name: 'Pemerintahan', englishName: 'Government', hue: 265 },
    { slug: 'pembangunan', name: 'Pembangunan', englishName: 'Development', hue: 55 },
    { slug: 'ekonomi', name: 'Ekonomi', englishName: 'Economy', hue: 90 },
    { slug: 'pendidikan', name: 'Pendidikan', englishName: 'Education', hue: 235 },
    { slug: 'kesehatan', name: 'Kesehatan', englishName: 'Health', hue: 15 },
    { slug: 'lingkungan', name: 'Lingkungan', englishName: 'Environment', hue: 145 },
    {
      slug: 'budaya-pariwisata',
      name: 'Budaya dan Pariwisata',
      englishName: 'Culture and Tourism',
      hue: 340,
    },
  ],
  email: 'humas@sekarlangit.example',
  colours: { brand: '#1f2a52', accent: '#8f3a10' },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/deed.id' },
  address: 'Jalan Puspa 1, Sekarlangit',
  pictureHosts: [],
  hubs: [],
};

/** The category of that slug, or undefined where the office has none. */
export function findCategory(office: Office, slug: string): Category | undefined {
  return office.categories.find((category) => category.slug === slug);
}
