import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { describeApi } from '../../../../functions/http/openapi/document.ts';
import { office } from '../../../../functions/office/settings.ts';
import { createDescribedApi } from '../../../support/described-api.ts';
import type { Json } from '../../../support/service.ts';

const document: Json = JSON.parse(JSON.stringify(describeApi(office)));
const { operations, resolve } = createDescribedApi(document);

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('leads nowhere with a reference', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter(($ref) => resolve({ $ref }) === undefined)).toEqual([]);
  });

  it('calls every operation by a name of its own, and says in two languages what it is for', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { operation } of operations) {
      expect(operation.summary).toMatch(/^[A-Z]/);
      expect(operation['x-indonesian']).toMatch(/^[A-Z]/);
      expect(operation['x-indonesian']).not.toBe(operation.summary);
    }
  });

  it('says in two languages too what each parameter is for', () => {
    const parameters: Json[] = operations.flatMap(({ operation }) => operation.parameters);
    const told = parameters.filter(({ description }) => description !== undefined);
    expect(told.length).toBeGreaterThan(100);
    for (const { name, 'x-indonesian': indonesian } of told)
      expect([name, indonesian]).toEqual([name, expect.stringMatching(/^[A-Z`]/)]);
    expect(told.filter(({ description, 'x-indonesian': same }) => description === same)).toEqual([]);
  });

  it('has no two paths that only the names of their parameters tell apart', () => {
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, '{}'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('declares each parameter that stands in a path', () => {
    for (const { path, operation } of operations) {
      const declared = operation.parameters
        .filter((parameter: Json) => parameter.in === 'path')
        .map((parameter: Json) => parameter.name);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(new Set(declared)).toEqual(new Set(inPath));
    }
  });

  it('tells the numbers, defaults and choices that the service checks', () => {
    const parameters: Json = Object.fromEntries(
      document.paths['/api/search'].get.parameters.map((parameter: Json) => [parameter.name, parameter]),
    );
    expect(parameters.limit.schema).toEqual({ type: 'integer', minimum: 1, maximum: 100, default: 20 });
    expect(parameters.category.schema.enum).toEqual(office.categories.map(({ slug }) => slug));
    const { title } = document.components.schemas.NewArticle.properties;
    expect(title).toEqual({ type: 'string', minLength: 1, maxLength: 300 });
  });

  it('is that of the office', () => {
    const other: Json = describeApi({ ...office, name: 'Kabar Kota', baseUrl: 'https://kabar.example' });
    expect(other.info.title).toBe('Kabar Kota: API');
    expect(other.servers).toEqual([{ url: 'https://kabar.example' }]);
  });
});
