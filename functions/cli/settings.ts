import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { parseYaml } from '../importers/yaml-text.ts';

/** What `warta.config.yaml` may say; flags and the environment go before it. */
export type CliSettings = v.InferOutput<typeof settings>;

/**
 * The settings in a file's text, or all that is wrong with them.
 *
 * @param file where it stands: what it names without a whole path lies beside it
 */
export function parseCliSettings(
  text: string,
  file: string,
):
  | { readonly ok: true; readonly settings: CliSettings }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const yaml = parseYaml(text);
  if (!yaml.ok) return { ok: false, problems: [`${yaml.line}: ${yaml.detail}`] };
  const parsed = v.safeParse(settings, yaml.value ?? {});
  if (parsed.success) {
    const { signingKey, ...others } = parsed.output;
    if (signingKey === undefined) return { ok: true, settings: others };
    return { ok: true, settings: { ...others, signingKey: resolve(dirname(file), signingKey) } };
  }
  return {
    ok: false,
    problems: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`),
  };
}

const settings = v.strictObject({
  /** Where the commands write and ask: as WARTA_URL. */
  url: v.exactOptional(v.pipe(v.string(), v.url())),
  /** As WARTA_TOKEN. */
  token: v.exactOptional(v.string()),
  /** As WARTA_SIGNING_KEY: a file. */
  signingKey: v.exactOptional(v.string()),
  language: v.exactOptional(v.picklist(['id', 'en'])),
  import: v.exactOptional(
    v.strictObject({
      category: v.exactOptional(v.string()),
      /** From their categories to ours. */
      map: v.exactOptional(v.record(v.string(), v.string())),
      oldHosts: v.exactOptional(v.array(v.string())),
      duplicates: v.exactOptional(v.picklist(['skip', 'keep'])),
      /** Pages a second. */
      rate: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(100))),
    }),
  ),
});
