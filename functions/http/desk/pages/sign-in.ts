import { html } from 'hono/html';
import { nothing } from '../../pages/page.ts';
import { type DeskEdition, deskPath } from '../desk-parts.ts';
import { type KeptFields, keptName } from '../kept-fields.ts';
import { renderDeskPage } from './frame.ts';

export type SignInView = {
  /** Where to go on. */
  readonly next?: string | undefined;
  /** What was sent from a form whose session had ended, and to where. */
  readonly kept?: { readonly path: string; readonly fields: KeptFields } | undefined;
  readonly hasEnded?: boolean;
  readonly failure?: string | undefined;
};

/** The door: one field for the key. What was typed before it closed is behind it. */
export function renderSignInPage(at: DeskEdition, view: SignInView): Promise<string> {
  const { text } = at;
  const { next, kept, hasEnded = false, failure } = view;
  return renderDeskPage(at, {
    title: text.signIn,
    path: '/masuk',
    content: html`<div class="prose">
      <div class="heading"><h1>${text.signIn}</h1></div>
      ${hasEnded ? html`<p class="problem-box" role="alert">${text.sessionEnded}</p>` : nothing}
      ${failure === undefined ? nothing : html`<p class="problem-box" role="alert" id="salah">${failure}</p>`}
      <form method="post" action="${deskPath(at, '/masuk')}" class="fields">
        <p>
          <label for="key">${text.key}</label>
          <input
            id="key"
            name="key"
            type="password"
            required
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby="key-hint"
            ${failure === undefined ? '' : html`aria-invalid="true"`}
          />
          <span class="hint-text" id="key-hint">${text.keyHint}</span>
        </p>
        ${next === undefined ? nothing : html`<input type="hidden" name="ke" value="${next}" />`}
        ${
          kept === undefined
            ? nothing
            : html`<input type="hidden" name="keptPath" value="${kept.path}" />${kept.fields.map(
                  ([name, value]) => html`<textarea name="${keptName(name)}" hidden>${value}</textarea>`,
                )}`
        }
        <p><button class="button first">${text.signIn}</button></p>
      </form>
    </div>`,
  });
}
