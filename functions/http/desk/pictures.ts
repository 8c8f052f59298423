import { Hono } from 'hono';
import type { FormImage } from './article-form.ts';
import type { NewMedia } from '../media-store.ts';
import type { DeskParts, DeskEnv } from './desk-parts.ts';
import type { DeskMessages } from './messages/indonesian.ts';
import type { PixelBudget } from './prepare-picture.ts';
import type { FieldProblem } from './problem-words.ts';

export type TakenPictures = {
  readonly images: readonly FormImage[];
  readonly problems: readonly FieldProblem[];
};

/**
 * Makes every picture that came with a form ours, and keeps it. What is none, or more than a form may bring, is
 * said, and the others go in.
 */
export async function takePictures(
  { media, dependencies }: Pick<DeskParts, 'media' | 'dependencies'>,
  files: readonly FormDataEntryValue[],
  text: DeskMessages,
): Promise<TakenPictures> {
  const images: FormImage[] = [];
  const problems = new Set<keyof DeskMessages['pictureProblems']>();
  let budget: PixelBudget | undefined;
  for (const file of files) {
    // A field in which nothing was chosen comes as a file without a name.
    if (typeof file === 'string' || file.size === 0) continue;
    // Loaded when the first picture comes: a cold start does not pay for it.
    const { createPixelBudget, preparePicture } = await import('./prepare-picture.ts');
    budget ??= createPixelBudget();
    const prepared = await preparePicture(new Uint8Array(await file.arrayBuffer()), budget);
    if ('problem' in prepared) {
      problems.add(prepared.problem);
      continue;
    }
    const { bytes, type, width, height } = prepared;
    const url = await keep(prepared);
    if (url === undefined) {
      problems.add('unkept');
      continue;
    }
    const facts = { length: String(bytes.length), width: String(width), height: String(height) };
    images.push({ url, type, ...facts, alt: '', caption: '' });
  }
  // Each is said once, of however many pictures it is true.
  const told = [...problems].map((problem) => ({ field: 'images', words: text.pictureProblems[problem] }));
  return { images, problems: told };

  /** Undefined where it cannot be kept now: the text that came with it is not lost for that. */
  async function keep(picture: NewMedia): Promise<string | undefined> {
    try {
      return await media.save(picture);
    } catch (error) {
      dependencies.log({ level: 'error', event: 'picture-not-kept', error: String(error) });
      return undefined;
    }
  }
}

/** For the script of the editor: a picture is sent as soon as it is chosen. */
export function pictureRoutes(parts: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/gambar', async (c) => {
    const { images, problems } = await takePictures(parts, c.get('form').getAll('files'), c.get('desk').text);
    const words = problems.map((problem) => problem.words);
    return c.json({ images, problems: words }, images.length > 0 ? 201 : 422);
  });

  return app;
}
