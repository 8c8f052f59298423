import * as v from 'valibot';
import { openSearchMediaType } from '../../feeds/open-search.ts';
import { healthAnswer } from '../answers/health-answer.ts';
import { type Answer, type OperationGroup, json } from './operation.ts';

const text = (mediaType: string, description: string): Readonly<Record<number, Answer>> => ({
  200: { description, content: { [mediaType]: v.string() } },
});

const xml = 'application/xml';

export const discoveryOperations: OperationGroup = {
  name: 'discovery',
  title: { id: 'Penemuan', en: 'Discovery' },
  operations: [
    {
      at: 'GET /opml.xml',
      operationId: 'subscriptionList',
      summary: { id: 'Semua langganan sebagai satu daftar', en: 'All feeds as one subscription list' },
      answers: text('text/x-opml', 'OPML 2.0.'),
      isConditional: true,
    },
    {
      at: 'GET /opensearch.xml',
      operationId: 'searchDescription',
      summary: { id: 'Cara mencari dari tempat lain', en: 'How to search from elsewhere' },
      answers: text(openSearchMediaType, 'OpenSearch 1.1.'),
      isConditional: true,
    },
    {
      at: 'GET /sitemap.xml',
      operationId: 'sitemapIndex',
      summary: { id: 'Bagian-bagian peta situs', en: 'The parts of the sitemap' },
      answers: text(xml, 'A sitemap index.'),
      isConditional: true,
    },
    {
      at: 'GET /sitemap/daftar.xml',
      operationId: 'sitemapOfLists',
      summary: { id: 'Peta situs: daftar', en: 'The pages of the lists' },
      answers: text(xml, 'A sitemap.'),
      isConditional: true,
    },
    {
      at: 'GET /sitemap/{part}',
      operationId: 'sitemapOfMonth',
      summary: { id: 'Peta situs: satu bulan', en: 'The articles of one month' },
      path: {
        part: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])\.xml$/), v.examples(['2026-10.xml'])),
      },
      answers: text(xml, 'A sitemap.'),
      isConditional: true,
    },
    {
      at: 'GET /sitemap-news.xml',
      operationId: 'newsSitemap',
      summary: { id: 'Peta situs: 48 jam terakhir', en: 'The articles of the last 48 hours' },
      answers: text(xml, 'A news sitemap.'),
      isConditional: true,
    },
    {
      at: 'GET /robots.txt',
      operationId: 'robots',
      summary: { id: 'Yang boleh dibaca robot', en: 'What robots may read' },
      answers: text('text/plain', 'RFC 9309.'),
      isConditional: true,
    },
    {
      at: 'GET /media/{name}',
      operationId: 'picture',
      summary: { id: 'Satu gambar', en: 'A picture' },
      path: { name: v.string() },
      answers: {
        200: { description: 'The picture.', content: { 'image/*': v.unknown() } },
        302: { description: 'At the publishing address: where readers get it.', headers: ['Location'] },
      },
    },
    {
      at: 'GET /healthz',
      operationId: 'health',
      summary: { id: 'Keadaan layanan', en: 'Whether the service is well' },
      answers: { 200: { description: 'It is.', content: json(healthAnswer) } },
    },
    {
      at: 'GET /openapi.json',
      operationId: 'describe',
      summary: { id: 'Dokumen ini', en: 'This document' },
      answers: {
        200: { description: 'OpenAPI 3.1.', content: json(v.looseObject({ openapi: v.string() })) },
      },
      isConditional: true,
    },
  ],
};
