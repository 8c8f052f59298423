import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchList } from '../../functions/http/news-list.ts';
import { filterParameters } from '../../functions/http/search-request.ts';
import { office } from '../../functions/office/settings.ts';
import { feedPaths } from '../../infra/firewall-stack.ts';
import { stages } from '../../infra/stages.ts';
import { synthesize, synthesizeFirewall } from './synthesized.ts';

const source = readFileSync(join(import.meta.dirname, '../../infra/edge/canonical-query.js'), 'utf8');

/** A query as CloudFront hands it to the function, and as the function leaves it. */
function canonical(address: string): string {
  const [uri = '/', query = ''] = address.split('?');
  const querystring: Record<string, { value: string; multiValue?: { value: string }[] }> = {};
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const [name = '', value = ''] = pair.split('=');
    const before = querystring[name];
    if (before === undefined) querystring[name] = { value };
    else before.multiValue = [...(before.multiValue ?? [{ value: before.value }]), { value }];
  }
  const handler = runInNewContext(`${source}\nhandler`);
  const request = v.parse(
    v.object({ uri: v.string(), querystring: v.string() }),
    handler({ request: { uri, querystring } }),
  );
  expect(request.uri).toBe(uri);
  return request.querystring;
}

describe('the edge spells a query in one way', () => {
  it.each([
    ['/cari/feed.rss?tag=banjir&q=sungai', 'q=sungai&tag=banjir'],
    ['/cari/feed.rss?q=sungai&utm_source=x&tag=banjir', 'q=sungai&tag=banjir'],
    ['/feed.atom?_=1731234', ''],
    ['/en/cari?page=2&q=a%20b%2Bc', 'q=a%20b%2Bc'],
    ['/tempat/tirtapuspa?utm_source=x&asing=1', ''],
    ['/kategori/kesehatan?cursor=abc&x=1', 'cursor=abc'],
  ])('%s becomes %s', (address, query) => {
    expect(canonical(address)).toBe(query);
  });

  it('leaves the API what it must answer with 422', () => {
    expect(canonical('/api/search?sort=newest&halaman=2&q=x')).toBe('q=x&halaman=2&sort=newest');
    expect(canonical('/api/search?q=x&q=y')).toBe('q=x&q=y');
  });

  it('leaves the site before this one its addresses, without the marks of campaigns', () => {
    expect(canonical('/?p=12&fbclid=abc')).toBe('p=12');
    expect(canonical('/index.php?option=com_content&id=5&utm_medium=social')).toBe('id=5&option=com_content');
  });

  it('says the same for every order of the parameters, and changes nothing the second time', () => {
    const names = fc.uniqueArray(fc.constantFrom('q', 'tag', 'from', 'sort', 'utm_id', 'asing'));
    fc.assert(
      fc.property(names, fc.constantFrom('/cari', '/api/search', '/'), (given, path) => {
        const ask = (order: readonly string[]) =>
          canonical(`${path}?${order.map((name) => `${name}=${name}1`).join('&')}`);
        const spelt = ask(given);
        expect(ask(given.toReversed())).toBe(spelt);
        expect(canonical(`${path}?${spelt}`)).toBe(spelt);
      }),
    );
  });

  it('knows every parameter of a list and its pages', () => {
    const others = Object.keys(filterParameters(office)).filter((name) => name !== 'q');
    const names = ['q', ...[...others, 'cursor', 'sort'].toSorted()];
    const query = names.map((name) => `${name}=x`).join('&');
    expect(names).toContain('year');
    expect(canonical(`/cari?${query}`)).toBe(query);
  });

  it('spells a search as the app does, which leads every other spelling there', () => {
    const names = Object.keys(filterParameters(office));
    for (const one of names) {
      for (const other of names.filter((name) => name !== one)) {
        const given = new URLSearchParams({ [one]: 'banjir', [other]: 'kesehatan' });
        const { query } = searchList(office, given, {});
        expect(`?${canonical(`/cari/feed.rss?${given}`)}`).toBe(query);
      }
    }
  });
});

describe('the quotas of CloudFront', () => {
  it('hold: ten names in a list of a policy, and ten kilobytes for a function', () => {
    const stack = synthesize('production');
    const lists = [...stack.text.matchAll(/"(?:QueryStrings|Headers|Cookies)":(\[[^\]]*\])/g)];
    for (const [, list = '[]'] of lists) expect(JSON.parse(list).length).toBeLessThanOrEqual(10);
    const functions = stack.propertiesOf('AWS::CloudFront::Function');
    expect(functions).toMatchObject([{ FunctionConfig: { Runtime: 'cloudfront-js-2.0' } }]);
    for (const { FunctionCode } of functions) expect(String(FunctionCode).length).toBeLessThan(10_000);
  });
});

describe('a domain of the office', () => {
  const domain = {
    name: 'warta.sekarlangit.example',
    certificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/11111111-2222-3333-4444-555555555555',
  };

  it('is served with its certificate, by TLS 1.2 at the least, and its zone leads to the edge', () => {
    const zone = { id: 'Z0000000000000', name: 'sekarlangit.example' };
    const stack = synthesize({ ...stages.production, domain: { ...domain, zone } });
    const [distribution] = stack.propertiesOf('AWS::CloudFront::Distribution');
    expect(distribution?.['DistributionConfig']).toMatchObject({
      Aliases: [domain.name],
      ViewerCertificate: {
        AcmCertificateArn: domain.certificateArn,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    });
    const records = stack.propertiesOf('AWS::Route53::RecordSet');
    expect(records.map(({ Type }) => Type)).toEqual(['A', 'AAAA']);
    for (const { Name, HostedZoneId } of records) {
      expect([Name, HostedZoneId]).toEqual([`${domain.name}.`, zone.id]);
    }
    expect(stack.text).toContain(`"Value":"https://${domain.name}"`);
  });

  it('that is kept elsewhere brings no record, and without one the edge has its own address', () => {
    const stack = synthesize({ ...stages.production, domain });
    expect(stack.ofType('AWS::Route53::RecordSet')).toEqual([]);
    const [distribution] = synthesize('production').propertiesOf('AWS::CloudFront::Distribution');
    expect(distribution?.['DistributionConfig']).not.toHaveProperty('Aliases');
  });
});

describe('a firewall', () => {
  let firewall: ReturnType<typeof synthesizeFirewall>;
  beforeAll(() => {
    firewall = synthesizeFirewall(2000);
  });

  it('is none unless the stage wants one, and stands before the edge once its address is known', () => {
    const aclOf = (stage: Parameters<typeof synthesize>[0]) =>
      v.parse(
        v.object({ DistributionConfig: v.object({ WebACLId: v.optional(v.string()) }) }),
        synthesize(stage).propertiesOf('AWS::CloudFront::Distribution')[0],
      ).DistributionConfig.WebACLId;
    const arn = 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/Warta/1';
    expect(aclOf('production')).toBeUndefined();
    expect(aclOf({ ...stages.production, firewall: { requestsPerFiveMinutes: 2000 } })).toBeUndefined();
    expect(aclOf({ ...stages.production, firewall: { requestsPerFiveMinutes: 2000, arn } })).toBe(arn);
  });

  it('challenges nobody', () => {
    expect(firewall.text).not.toMatch(/challenge|captcha/i);
  });

  it('lets feeds through before anything else is asked, and tells the impatient 429', () => {
    const [acl] = firewall.propertiesOf('AWS::WAFv2::WebACL');
    expect(acl).toMatchObject({
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
      Rules: [
        {
          Priority: 0,
          Action: { Allow: {} },
          Statement: { RegexMatchStatement: { RegexString: feedPaths } },
        },
        {
          Priority: 1,
          Action: {
            Block: {
              CustomResponse: {
                ResponseCode: 429,
                ResponseHeaders: [{ Name: 'Retry-After', Value: '300' }],
              },
            },
          },
          Statement: { RateBasedStatement: { Limit: 2000, AggregateKeyType: 'IP' } },
        },
        { Priority: 2 },
      ],
    });
  });

  it.each([
    ['/feed.rss', true],
    ['/kategori/kesehatan/feed.json', true],
    ['/cari/feed.atom', true],
    ['/arsip/2019/12/feed.rss', true],
    ['/opml.xml', true],
    ['/robots.txt', true],
    ['/sitemap-news.xml', true],
    ['/sitemap/daftar.xml', true],
    ['/sitemap/2026-11.xml', true],
    ['/api/search', false],
    ['/cari', false],
    ['/berita/feed.rss-untuk-warga', false],
  ])('knows whether %s is for machines that cannot wait: %s', (path, isFeed) => {
    expect(new RegExp(feedPaths).test(path)).toBe(isFeed);
  });
});
