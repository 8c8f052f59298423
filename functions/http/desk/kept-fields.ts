/** The text of a form that could not be taken in yet: what was typed, by name. Files are chosen again. */
export type KeptFields = readonly (readonly [name: string, value: string])[];

/** What the page to sign in carries of a form. */
export function keptFields(form: FormData): KeptFields {
  return [...form].flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'formToken' && !name.startsWith(prefix) ? [[name, value]] : [],
  );
}

/** The name under which it is carried. */
export function keptName(name: string): string {
  return prefix + name;
}

/** The form again, as it was carried. */
export function restoredForm(form: FormData): FormData {
  const restored = new FormData();
  for (const [name, value] of form) {
    if (name.startsWith(prefix) && typeof value === 'string')
      restored.append(name.slice(prefix.length), value);
  }
  return restored;
}

const prefix = 'kept.';
