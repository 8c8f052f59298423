import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Article } from '../../articles/article.ts';
import { stateOf } from '../../articles/newsroom-lists.ts';
import { answerFormOnce, nameForm } from './answer-form-once.ts';
import { type ActionOutcome, createArticleActions } from './article-actions.ts';
import { type ArticleForm, emptyForm, readArticleForm, toArticleForm } from './article-form.ts';
import { compareForms } from './compare.ts';
import { findCompletions } from './completions.ts';
import { type DeskParts, deskPath, type Desk, type DeskEnv } from './desk-parts.ts';
import type { EditorView } from './editor-view.ts';
import { renderEditorPage } from './pages/editor.ts';
import { takePictures } from './pictures.ts';
import { textIn } from './form-text.ts';
import { type FieldProblem, toFieldProblem } from './problem-words.ts';
import { toSubmission } from './submission-of.ts';

type DeskContext = Context<DeskEnv>;

/** Writing: a new article or one that is there. Whatever goes wrong, the form comes back with what was typed. */
export function createEditor(parts: DeskParts) {
  const app = new Hono<DeskEnv>();
  const { office, articles, publishing, dependencies } = parts;
  const { now } = dependencies;
  const actions = createArticleActions(parts);
  const once = answerFormOnce(parts);

  app.get('/baru', async (c) => {
    const manuscript = c.req.query('naskah');
    if (manuscript === undefined || !isManuscript(manuscript)) {
      const made = randomBytes(6).toString('hex');
      return c.redirect(deskPath(c.get('desk'), `/baru?naskah=${made}`), 302);
    }
    return show(c, undefined, { manuscript, form: emptyForm(office) });
  });

  app.get('/berita/:id', async (c) => {
    const article = await articles.findById(c.req.param('id'));
    if (article === undefined) return c.notFound();
    const { text } = c.get('desk');
    const from = Number(c.req.query('dari'));
    const former = from > 0 ? await publishing.history.find(article.id, from) : undefined;
    const notice = former === undefined ? doneNotice(text, c.req.query('selesai')) : text.editedFrom(from);
    const saved =
      c.req.query('selesai') === undefined ? undefined : `${article.id} ${c.req.query('naskah') ?? ''}`;
    return show(c, article, { form: toArticleForm(former ?? article, office), notice, saved });
  });

  app.post('/baru', once, (c) => submit(c, undefined));

  app.post('/berita/:id', once, async (c) => {
    const article = await articles.findById(c.req.param('id'));
    return article === undefined ? c.notFound() : submit(c, article);
  });

  app.post('/berita/:id/tarik', once, async (c) => {
    const desk = c.get('desk');
    const id = c.req.param('id');
    const form = c.get('form');
    const reason = textIn(form, 'reason');
    const outcome = await actions.withdraw(desk, id, Number(form.get('version')), reason);
    if (outcome.kind === 'saved' || outcome.kind === 'withdrawn')
      return c.redirect(deskPath(desk, `/berita/${id}?selesai=withdrawn`), 303);
    const article = await articles.findById(id);
    if (article === undefined) return c.notFound();
    const problems = problemsOf(desk, outcome);
    return show(c, article, { form: toArticleForm(article, office), problems, reason }, statusOf(outcome));
  });

  app.post('/berita/:id/kembalikan', once, async (c) => {
    const desk = c.get('desk');
    const id = c.req.param('id');
    const outcome = await actions.bringBack(desk, id, Number(c.get('form').get('version')));
    const article = await articles.findById(id);
    if (article === undefined) return c.notFound();
    // Whoever was faster has brought it back as well.
    if (outcome.kind === 'saved' || article.status !== 'withdrawn')
      return c.redirect(deskPath(desk, `/berita/${id}?selesai=restored`), 303);
    return show(
      c,
      article,
      { form: toArticleForm(article, office), problems: problemsOf(desk, outcome) },
      statusOf(outcome),
    );
  });

  return { routes: app, reopen };

  /** Shows a form that came after its session had ended; nothing is saved until it is pressed again. */
  async function reopen(c: DeskContext, path: string): Promise<Response> {
    const sent = c.get('form');
    const [, given, act] = /\/berita\/(\w+)(?:\/(tarik|kembalikan))?$/.exec(path) ?? [];
    const article = await articles.findById(given ?? textIn(sent, 'id'));
    if (act === 'tarik' && article !== undefined) return reopenWithdrawal(c, article);
    // Only the form of an article has a manuscript: there is nothing else to write on in.
    if (!sent.has('manuscript')) {
      return c.redirect(deskPath(c.get('desk'), article === undefined ? '' : `/berita/${article.id}`), 303);
    }
    const version = Number(sent.get('version')) || undefined;
    const name = textIn(sent, 'manuscript');
    const manuscript = isManuscript(name) ? name : undefined;
    const view = {
      form: readArticleForm(sent),
      version,
      manuscript,
      notice: c.get('desk').text.broughtAlong,
    };
    return show(c, article, view);
  }

  function reopenWithdrawal(c: DeskContext, article: Article): Promise<Response> {
    const form = toArticleForm(article, office);
    if (article.status === 'withdrawn') return show(c, article, { form });
    const reason = textIn(c.get('form'), 'reason');
    return show(c, article, { form, reason, notice: c.get('desk').text.reasonBroughtAlong });
  }

  async function submit(c: DeskContext, article: Article | undefined): Promise<Response> {
    const desk = c.get('desk');
    const sent = c.get('form');
    const manuscript = textIn(sent, 'manuscript');
    const version = Number(sent.get('version'));
    const taken = await takePictures(parts, sent.getAll('files'), desk.text);
    const typed = readArticleForm(sent);
    const form: ArticleForm = { ...typed, images: [...typed.images, ...taken.images] };
    const status = sent.get('do') === 'draft' ? 'draft' : 'published';
    const again = { manuscript: isManuscript(manuscript) ? manuscript : undefined, form, version };

    const isFirst = article === undefined || article.status === 'draft';
    const lacksAlt = status === 'published' && isFirst && form.images.some(({ alt }) => alt.trim() === '');
    const early = [
      ...taken.problems,
      ...(lacksAlt ? [{ field: 'images', words: desk.text.altMissing }] : []),
    ];
    if (early.length > 0) return show(c, article, { ...again, problems: early }, 422);

    const press = c.get('press');
    const submission = toSubmission(form, status, { office, before: article, now: press?.at ?? now() });
    if (submission === undefined) {
      const problems = [{ field: 'body', words: desk.text.bodyTooDeep }];
      return show(c, article, { ...again, problems }, 422);
    }
    const outcome =
      article === undefined
        ? await actions.create(desk, submission, press?.name)
        : await actions.change(desk, article.id, version, submission);
    if (outcome.kind === 'saved') {
      const done = doneOf(outcome, article);
      const query = new URLSearchParams({ selesai: done, naskah: manuscript });
      return c.redirect(deskPath(desk, `/berita/${outcome.id}?${query}`), 303);
    }
    const theirs = article && (await articles.findById(article.id));
    if (outcome.kind === 'stale' && theirs !== undefined) {
      const differences = compareForms(toArticleForm(theirs, office), form);
      const conflict = { article: theirs, differences };
      return show(c, theirs, { ...again, version: theirs.version, conflict }, 412);
    }
    return show(c, theirs, { ...again, problems: problemsOf(desk, outcome) }, statusOf(outcome));
  }

  /** What the one who pressed is told: a change of what readers see, or the way of a text to them. */
  function doneOf(
    { status, publishedAt }: { status: string; publishedAt: string },
    before: Article | undefined,
  ) {
    if (status === 'draft') return 'draft';
    if (Date.parse(publishedAt) > now().getTime()) return 'scheduled';
    return before?.status === 'published' ? 'changed' : 'published';
  }

  async function show(
    c: DeskContext,
    article: Article | undefined,
    view: Shown,
    status: 200 | 412 | 422 | 503 = 200,
  ): Promise<Response> {
    const page = await renderEditorPage(c.get('desk'), {
      article,
      state: article === undefined ? 'new' : stateOf(article, now()),
      version: article?.version,
      problems: [],
      completions: await findCompletions(parts),
      once: nameForm(),
      ...view,
      manuscript: article?.id ?? view.manuscript ?? randomBytes(6).toString('hex'),
    });
    return c.html(page, status);
  }
}

function statusOf({ kind }: ActionOutcome): 422 | 503 {
  return kind === 'unsure' ? 503 : 422;
}

function problemsOf({ text }: Desk, outcome: { readonly kind: string } & Partial<Problems>): FieldProblem[] {
  if (outcome.kind === 'withdrawn') return [{ field: undefined, words: text.withdrawnHint }];
  if (outcome.kind === 'forbidden') return [{ field: undefined, words: text.writersHint }];
  if (outcome.kind === 'stale') return [{ field: undefined, words: text.conflictTitle }];
  return (outcome.problems ?? []).map((problem) => toFieldProblem(problem, text));
}

type Shown = Omit<Partial<EditorView>, 'manuscript'> &
  Pick<EditorView, 'form'> & { readonly manuscript?: string | undefined };

type Problems = { readonly problems: readonly { readonly parameter: string; readonly detail: string }[] };

function doneNotice({ done }: Desk['text'], name: string | undefined): string | undefined {
  return Object.entries(done).find(([known]) => known === name)?.[1];
}

/** Made by us, and part of a name in the browser's storage. */
function isManuscript(text: string): boolean {
  return /^[0-9a-f]{12}$/.test(text);
}
