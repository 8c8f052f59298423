import * as v from 'valibot';
import { versionAnswer, versionsAnswer } from '../answers/versions-answer.ts';
import { mergePatchType, restoreRequest } from '../routes/changes.ts';
import { maxBatchItems, withdrawalRequest } from '../request-body.ts';
import { means } from '../means.ts';
import { type Body, type Content, type OperationGroup, type Schema, json } from './operation.ts';
import { pathParameters } from './path-parameters.ts';
import type { Schemas } from './schemas.ts';

export function writingOperations({
  Article,
  NewArticle,
  ArticleEdit,
  ArticlePatch,
  Outcomes,
}: Schemas): OperationGroup {
  const { id, version } = pathParameters;
  const article = json(Article);
  return {
    name: 'writing',
    title: { id: 'Menulis', en: 'Writing' },
    operations: [
      {
        at: 'POST /api/articles',
        operationId: 'createArticle',
        summary: { id: 'Menerbitkan satu berita', en: 'Creates an article' },
        description:
          'One with a source is created once: the same again answers 200 and writes nothing. ' +
          'Anything but a draft needs the role publish.',
        key: 'write',
        isLimitedByKey: true,
        body: { isRequired: true, content: json(NewArticle) },
        answers: {
          201: {
            description: 'It was created.',
            content: article,
            headers: ['Location', 'ETag', 'Idempotency-Replayed'],
          },
          200: {
            description: 'It was here already, from the same source.',
            content: article,
            headers: ['ETag'],
          },
        },
        headers: once,
        problems: [
          'invalid-article',
          'already-imported',
          'withdrawn',
          'role-needed',
          'key-reused',
          'request-in-flight',
        ],
      },
      {
        at: 'PUT /api/articles/{id}',
        operationId: 'editArticle',
        summary: { id: 'Mengubah atau meralat satu berita', en: 'Edits or corrects an article' },
        path: { id },
        headers: { 'If-Match': ifMatch },
        key: 'write',
        isLimitedByKey: true,
        body: { isRequired: true, content: json(ArticleEdit) },
        answers: { 200: { description: 'It was saved.', content: article, headers: ['ETag'] } },
        problems: ['invalid-article', 'withdrawn', 'version-conflict', 'version-needed', 'role-needed'],
      },
      {
        at: 'PATCH /api/articles/{id}',
        operationId: 'changeArticle',
        summary: { id: 'Mengubah sebagian dari satu berita', en: 'Changes parts of an article' },
        description:
          'What the patch names takes the place of what was there; `null` takes it away (RFC 7396).',
        path: { id },
        headers: { 'If-Match': ifMatch },
        key: 'write',
        isLimitedByKey: true,
        body: { isRequired: true, content: { [mergePatchType]: ArticlePatch } },
        answers: { 200: { description: 'It was saved.', content: article, headers: ['ETag'] } },
        problems: ['invalid-article', 'withdrawn', 'version-conflict', 'version-needed', 'role-needed'],
      },
      {
        at: 'POST /api/articles/{id}/restore',
        operationId: 'restoreArticle',
        summary: { id: 'Mengembalikan versi terdahulu', en: 'Brings a former version back' },
        description: 'Without a version: what was withdrawn.',
        path: { id },
        headers: { 'If-Match': v.exactOptional(ifMatch) },
        key: 'write',
        isLimitedByKey: true,
        body: { isRequired: true, content: json(restoreRequest) },
        answers: {
          200: { description: 'It is back, as a new version.', content: article, headers: ['ETag'] },
        },
        problems: ['invalid-parameters', 'invalid-article', 'version-conflict', 'role-needed'],
      },
      {
        at: 'DELETE /api/articles/{id}',
        operationId: 'withdrawArticle',
        summary: { id: 'Menarik satu berita, dengan alasan', en: 'Withdraws an article, with a reason' },
        path: { id },
        query: {
          reason: v.exactOptional(
            v.pipe(v.string(), means({ id: 'Pengganti isi permintaan.', en: 'In place of a body.' })),
          ),
        },
        headers: { 'If-Match': v.exactOptional(ifMatch) },
        key: 'publish',
        isLimitedByKey: true,
        body: { isRequired: false, content: json(withdrawalRequest) },
        answers: { 200: { description: 'It was withdrawn.', content: article, headers: ['ETag'] } },
        problems: ['withdrawn', 'version-conflict'],
      },
      {
        at: 'GET /api/articles/{id}/versions',
        operationId: 'listVersions',
        summary: { id: 'Semua versi satu berita', en: 'Lists the versions of an article' },
        path: { id },
        key: 'write',
        answers: { 200: { description: 'Newest first.', content: json(versionsAnswer) } },
      },
      {
        at: 'GET /api/articles/{id}/versions/{version}',
        operationId: 'readVersion',
        summary: { id: 'Satu versi, lengkap', en: 'Reads one version whole' },
        path: { id, version },
        key: 'write',
        answers: { 200: { description: 'The article as it was.', content: json(versionAnswer) } },
      },
      {
        at: 'POST /api/articles/batch',
        operationId: 'createArticles',
        summary: { id: 'Menerbitkan banyak berita sekaligus', en: 'Creates many articles at once' },
        key: 'write',
        isLimitedByKey: true,
        body: batchOf(NewArticle),
        answers: { 200: { description: 'What became of each, in order.', content: json(Outcomes) } },
        headers: once,
        problems: ['key-reused', 'request-in-flight'],
      },
    ],
  };
}

/** Which version is edited. */
export const ifMatch = v.pipe(
  v.string(),
  means({ id: 'ETag yang dibaca, atau `*`.', en: 'The ETag that was read, or `*`.' }),
);

const once = {
  'Idempotency-Key': v.exactOptional(
    v.pipe(
      v.string(),
      means({
        id: 'Nama permintaan: bila dikirim lagi dalam sehari, dijawab seperti yang pertama.',
        en: 'A name for the request: sent again within a day, it is answered as the first was.',
      }),
    ),
  ),
};

/** Many at once. In NDJSON a bad line spoils nothing but itself. */
export function batchOf(schema: Schema): Body {
  const content: Content = {
    ...json(v.pipe(v.array(schema), v.maxLength(maxBatchItems))),
    'application/x-ndjson': v.string(),
  };
  const description = `At most ${maxBatchItems}, as a JSON array or as one JSON value a line.`;
  return { isRequired: true, description, content };
}
