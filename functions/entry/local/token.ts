import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the local service keeps its publishing token, for the CLI beside it. */
export function tokenPath(dataPath: string): string {
  return join(dataPath, 'token');
}

/** The token that was made at the first start, or undefined where none was. */
export async function readToken(dataPath: string): Promise<string | undefined> {
  try {
    return (await readFile(tokenPath(dataPath), 'utf8')).trim();
  } catch {
    return undefined;
  }
}

/** The publishing token of this data folder, made at the first start; only its owner may read the file. */
export async function readOrMakeToken(dataPath: string): Promise<string> {
  const known = await readToken(dataPath);
  if (known) return known;
  const token = randomBytes(24).toString('base64url');
  await writeFile(tokenPath(dataPath), `${token}\n`, { mode: 0o600 });
  return token;
}
