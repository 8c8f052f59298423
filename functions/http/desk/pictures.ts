import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { FormImage } from './article-form.ts';
import type { DeskParts, SavePicture, DeskEnv } from './desk-parts.ts';
import type { DeskMessages } from './messages/indonesian.ts';
import type { FieldProblem } from './problem-words.ts';

export type TakenPictures = {
  readonly images: readonly FormImage[];
  readonly problems: readonly FieldProblem[];
};

/** Makes every picture that came with a form ours, and keeps it. What is none is said, and the others go in. */
export async function takePictures(
  files: readonly FormDataEntryValue[],
  savePicture: SavePicture | undefined,
  text: DeskMessages,
): Promise<TakenPictures> {
  const images: FormImage[] = [];
  const problems: FieldProblem[] = [];
  for (const file of files) {
    // A field in which nothing was chosen comes as a file without a name.
    if (savePicture === undefined || typeof file === 'string' || file.size === 0) continue;
    // Loaded when the first picture comes: a cold start does not pay for it.
    const { preparePicture } = await import('./prepare-picture.ts');
    const prepared = await preparePicture(new Uint8Array(await file.arrayBuffer()));
    if ('problem' in prepared) {
      problems.push({ field: 'images', words: text.pictureProblems[prepared.problem] });
      continue;
    }
    const { bytes, type, extension, width, height } = prepared;
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const url = await savePicture(`${digest}.${extension}`, bytes);
    const facts = { length: String(bytes.length), width: String(width), height: String(height) };
    images.push({ url, type, ...facts, alt: '', caption: '' });
  }
  return { images, problems };
}

/** For the script of the editor: a picture is sent as soon as it is chosen. */
export function pictureRoutes({ savePicture }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/gambar', async (c) => {
    const { images, problems } = await takePictures(
      c.get('form').getAll('files'),
      savePicture,
      c.get('desk').text,
    );
    const words = problems.map((problem) => problem.words);
    return c.json({ images, problems: words }, images.length > 0 ? 201 : 422);
  });

  return app;
}
