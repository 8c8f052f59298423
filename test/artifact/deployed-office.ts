import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/**
 * A copy of the service whose settings an office has changed, synthesized by its own `infra/app.ts` as
 * `cdk synth` does. What is run is what that leaves in its folder.
 */
export async function synthesizeOffice(settings: { readonly baseUrl: string; readonly hub: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'warta-office-'));
  for (const name of ['functions', 'infra']) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'functions/office/settings.ts');
  const text = await readFile(file, 'utf8');
  const changed = replaceOnce(
    replaceOnce(text, /baseUrl: '[^']*'/, `baseUrl: '${settings.baseUrl}'`),
    /hubs: \[\]/,
    `hubs: [{ url: '${settings.hub}' }]`,
  );
  await writeFile(file, changed);
  const outPath = join(folder, 'cdk.out');
  await promisify(execFile)(process.execPath, [join(folder, 'infra/app.ts')], {
    cwd: folder,
    // `npm run check:synth` holds the stack against the rules, which takes as long as the bundles.
    env: { PATH: process.env['PATH'], CDK_OUTDIR: outPath, CDK_VALIDATION: 'false' },
  });
  return { outPath, remove: () => rm(folder, { recursive: true }) };
}

function replaceOnce(text: string, pattern: RegExp, replacement: string): string {
  if (text.match(new RegExp(pattern, 'g'))?.length !== 1) throw new Error(`the settings lack one ${pattern}`);
  return text.replace(pattern, replacement);
}
