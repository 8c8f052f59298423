import { html } from 'hono/html';
import type { Edition } from './edition.ts';
import { describeType, fieldsOf, referenceOf } from './json-schema.ts';
import type { ApiOperation, ApiTopic } from './openapi.ts';
import { type Markup, nothing } from './page.ts';

/** What one address does, closed until somebody wants to know: for whom, with what, and what comes back. */
export function renderOperation(
  edition: Edition,
  { path, method, operation }: ApiTopic['operations'][number],
): Markup {
  const { text, language } = edition;
  const { summary, description, requestBody, responses } = operation;
  const isTranslated = language === 'id' && operation['x-indonesian'] !== '';
  return html`<details class="operation">
    <summary>
      <span class="method">${method}</span> <code>${path}</code>
      ${isTranslated ? html`<span>${operation['x-indonesian']}</span>` : html`<span lang="en">${summary}</span>`}
    </summary>
    <div lang="en">
      ${description === '' ? nothing : html`<p>${renderProse(description)}</p>`}
      ${renderAccess(edition, operation)}
      ${renderRows(text.apiParameters, toParameterRows(edition, operation))}
      ${
        requestBody === undefined
          ? nothing
          : renderRows(text.apiBody, toContentRows(requestBody.description, requestBody.content))
      }
      ${renderRows(
        text.apiAnswers,
        Object.entries(responses).map(([status, answer]) => ({
          name: status,
          what: answer.description,
          shape: shapeOf(answer.content),
        })),
      )}
    </div>
  </details>`;
}

/** The fields of an object, each with its type. */
export function renderFields({ text }: Edition, caption: string, schema: unknown): Markup {
  const rows = fieldsOf(schema).map(({ path, type, description, isRequired }) => ({
    name: path,
    type,
    what: isRequired ? `${description} (${text.apiRequired})` : description,
  }));
  return rows.length === 0 ? html`<p><code>${describeType(schema)}</code></p>` : renderRows(caption, rows);
}

function renderAccess({ text, language }: Edition, { security }: ApiOperation): Markup {
  if (security.length === 0) return nothing;
  const isOptional = security.some((entry) => Object.keys(entry).length === 0);
  const roles = [...new Set(security.flatMap((entry) => Object.values(entry).flat()))];
  return html`<p lang="${language}">
    <strong>${isOptional ? text.apiMoreWithKey : text.apiAccess}</strong>
    ${roles.map((role) => html`<code>${role}</code>`)}
  </p>`;
}

/** What the document writes in backticks, as code; it uses no other Markdown. */
function renderProse(prose: string): Markup[] {
  return prose.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

type Row = {
  readonly name: string;
  readonly what: string;
  readonly type?: string;
  /** A component that the page shows. */
  readonly shape?: string | undefined;
  /** Of what it says, where that is not the document's English. */
  readonly language?: Edition['language'];
};

function toParameterRows({ text, language }: Edition, { parameters }: ApiOperation): Row[] {
  return parameters
    .filter(({ name }) => name !== '')
    .map(({ name, description, 'x-indonesian': indonesian, required, schema }) => {
      const isTranslated = language === 'id' && indonesian !== '';
      const what = isTranslated ? indonesian : description;
      return {
        name,
        type: schema === undefined ? '' : describeType(schema),
        what: required ? `${what} (${text.apiRequired})` : what,
        ...(isTranslated && { language }),
      };
    });
}

function toContentRows(description: string, content: Content): Row[] {
  return Object.entries(content).map(([mediaType, { schema }]) => ({
    name: mediaType,
    what: description,
    shape: referenceOf(schema),
  }));
}

type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

function shapeOf(content: Content): string | undefined {
  return Object.values(content)
    .map(({ schema }) => referenceOf(schema))
    .find((name) => name !== undefined);
}

function renderRows(caption: string, rows: readonly Row[]): Markup {
  if (rows.length === 0) return nothing;
  return html`<table class="rows">
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${rows.map(
        ({ name, what, type = '', shape, language }) =>
          html`<tr>
            <th scope="row"><code>${name}</code></th>
            <td ${language === undefined ? '' : html`lang="${language}"`}>
              ${renderProse(what)} ${type === '' ? nothing : html`<code>${type}</code>`}
              ${shape === undefined ? nothing : html`<a href="#data-${shape}">${shape}</a>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
