/**
 * A document with a JSON Merge Patch applied (RFC 7396, section 2): what the patch names takes the place of what
 * was there, `null` takes it away, objects are merged member by member, lists are replaced whole. An object
 * deeper than any of an article's is taken as it stands: whoever checks the result refuses it.
 */
export function applyMergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isObject(patch) || depth > maxDepth) return patch;
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, applyMergePatch(merged.get(name), value, depth + 1));
  }
  return Object.fromEntries(merged);
}

const maxDepth = 8;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
