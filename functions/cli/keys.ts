import { readFile } from 'node:fs/promises';
import { Argument, Command, Option } from 'commander';
import * as v from 'valibot';
import { parseKeyId } from '../access/key-text.ts';
import { roles } from '../access/role.ts';
import { toLine } from '../articles/characters.ts';
import { zoneOffset } from '../office/zone.ts';
import type { CliContext } from './context.ts';
import { endHelp } from './help-ending.ts';
import { renderMessage } from './import-messages.ts';
import { addServiceOptions, openService } from './service-options.ts';
import { requestService } from './service-request.ts';

type KeysOptions = {
  readonly to: string;
  readonly token?: string;
  readonly signingKey?: string;
  readonly json?: boolean;
};
type Wishes = { readonly role: string; readonly expires?: string; readonly publicKey?: string };
type Request = Parameters<typeof requestService>;

/** `warta keys`: who may do what. Sets 0, 1 where the service refuses, 2 for wrong usage or no service. */
export function createKeysCommand(context: CliContext): Command {
  const { office, language, stdout } = context;
  const own = (command: Command, examples: readonly string[]) =>
    endHelp(
      addServiceOptions(command, context).option('--json', 'print the answer as JSON'),
      context,
      examples,
      keyEndings,
    );

  const list = own(
    new Command('list').description('show every key, without its secret'),
    listExamples,
  ).action(async (options: KeysOptions) => {
    const answer = await ask(context, options, listSchema, ['GET', 'api/keys']);
    if (answer !== undefined) stdout.write(renderKeys(answer.items, context));
  });

  const create = own(
    new Command('create').description('make a key; its secret is shown once'),
    createExamples,
  )
    .argument('<name>', 'whose key it is, as versions and the audit log will say')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).default('write'))
    .option('--expires <time>', 'good until then: a day, or an instant with its zone')
    .option('--public-key <file>', 'its holder signs what is written: the public key of FILE.pem')
    .action(async (name: string, options: KeysOptions & Wishes) => {
      const { role, expires, publicKey: file } = options;
      const publicKey = file === undefined ? undefined : await readText(context, file);
      if (file !== undefined && publicKey === undefined) return;
      const isDay = expires !== undefined && /^\d{4}-\d\d-\d\d$/.test(expires);
      const expiresAt = isDay ? `${expires}T00:00:00${zoneOffset(office.timeZone)}` : expires;
      const body = JSON.stringify({ name, role, expiresAt, publicKey });
      const content = { type: 'application/json', body, isSentOnce: true };
      const made = await ask(context, options, madeSchema, ['POST', 'api/keys', content]);
      if (made !== undefined) stdout.write(`${made.key}\n${texts.once[language]}\n`);
    });

  const revoke = own(
    new Command('revoke').description('end a key, everywhere within seconds'),
    revokeExamples,
  )
    .addArgument(new Argument('<id>', 'as `keys list` names it'))
    .action(async (named: string, options: KeysOptions) => {
      // A secret in an address would stand in logs.
      const id = parseKeyId(named);
      if (id === undefined) {
        context.stderr.write(`${texts.noId[language]}\n`);
        context.setExitCode(1);
        return;
      }
      const path = `api/keys/${id}`;
      const key = await ask(context, options, keySchema, ['DELETE', path]);
      if (key !== undefined) stdout.write(`${texts.revoked[language]}: ${toLine(key.name)} (${key.id})\n`);
    });

  const keys = new Command('keys')
    .description('who may do what: named keys')
    .addCommand(list)
    .addCommand(create)
    .addCommand(revoke);
  return endHelp(keys, context, [...createExamples, ...listExamples, ...revokeExamples], keyEndings);
}

const createExamples = [
  'keys create "Portal Dinkes" --role write --expires 2027-01-01',
  'keys create "Portal Diskominfo" --role publish --public-key portal-public.pem',
];
const listExamples = ['keys list'];
const revokeExamples = ['keys revoke 4f0c2a9b7d13'];
const keyEndings = {
  0: 'done',
  1: 'refused, or no such key',
  2: 'wrong usage, no service or a key that may not',
} as const;

/** What a file says, or undefined where that cannot be read: that is said, and the exit code is set. */
async function readText({ stderr, setExitCode }: CliContext, file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    stderr.write(`${toLine(file)}: ${toLine(reason)}\n`);
    setExitCode(2);
    return undefined;
  }
}

/** What the service answers, or undefined where that was printed already: as JSON, or as what went wrong. */
async function ask<Schema extends v.GenericSchema>(
  context: CliContext,
  options: KeysOptions,
  schema: Schema,
  [method, path, content]: [Request[1], Request[2], Request[3]?],
): Promise<v.InferOutput<Schema> | undefined> {
  const { stdout, stderr, language, setExitCode } = context;
  const service = await openService(context, options);
  if (service === undefined) return undefined;
  const answer = await requestService(service, method, path, content);
  if (!answer.ok) {
    const { code, detail } = answer.failure;
    stderr.write(`${renderMessage(code, language, { to: options.to, detail: toLine(detail) })}\n`);
    setExitCode(2);
    return undefined;
  }
  const parsed = v.safeParse(schema, answer.body);
  if (answer.status >= 300 || !parsed.success) {
    const problem = v.safeParse(withErrors, answer.body);
    const errors = problem.success ? problem.output.errors : [];
    const reasons = errors.map(({ parameter, detail }) => `${parameter} ${detail}`);
    stderr.write(`${toLine(reasons.join('; ') || answer.describe())}\n`);
    setExitCode(1);
    return undefined;
  }
  setExitCode(0);
  if (options.json !== true) return parsed.output;
  stdout.write(`${JSON.stringify(answer.body)}\n`);
  return undefined;
}

function renderKeys(keys: readonly v.InferOutput<typeof keySchema>[], { language }: CliContext): string {
  if (keys.length === 0) return `${texts.none[language]}\n`;
  return keys
    .map(
      (key) =>
        `${key.id}  ${key.role.padEnd(7)}  ${describeState(key, language).padEnd(22)}  ${toLine(key.name)}\n`,
    )
    .join('');
}

function describeState(
  { revokedAt, expiresAt, lastUsedOn, publicKey }: v.InferOutput<typeof keySchema>,
  language: CliContext['language'],
): string {
  if (revokedAt !== undefined) return `${texts.revoked[language]} ${revokedAt.slice(0, 10)}`;
  const used = lastUsedOn === undefined ? texts.unused[language] : `${texts.used[language]} ${lastUsedOn}`;
  return [
    used,
    ...(expiresAt === undefined ? [] : [`${texts.until[language]} ${expiresAt.slice(0, 10)}`]),
    ...(publicKey === undefined ? [] : [texts.signs[language]]),
  ].join(', ');
}

const keySchema = v.object({
  id: v.string(),
  name: v.string(),
  role: v.string(),
  publicKey: v.optional(v.string()),
  expiresAt: v.optional(v.string()),
  revokedAt: v.optional(v.string()),
  lastUsedOn: v.optional(v.string()),
});
const listSchema = v.object({ items: v.array(keySchema) });
const madeSchema = v.object({ ...keySchema.entries, key: v.string() });
const withErrors = v.object({ errors: v.array(v.object({ parameter: v.string(), detail: v.string() })) });

const texts = {
  once: {
    id: 'Simpan sekarang: kunci ini tidak ditampilkan lagi.',
    en: 'Keep it now: this key is not shown again.',
  },
  noId: {
    id: 'Bukan id kunci: id terdiri atas 12 huruf dan angka, seperti pada `keys list`.',
    en: 'This is no id of a key: one has 12 letters and digits, as `keys list` shows it.',
  },
  revoked: { id: 'dicabut', en: 'revoked' },
  none: { id: 'Belum ada kunci bernama.', en: 'There are no named keys yet.' },
  unused: { id: 'belum dipakai', en: 'not used yet' },
  used: { id: 'dipakai', en: 'used' },
  signs: { id: 'bertanda tangan', en: 'signs' },
  until: { id: 'sampai', en: 'until' },
} as const;
