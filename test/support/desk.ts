import { type startService, baseUrl, token } from './service.ts';
import { createVisitor } from './visitor.ts';

type Warta = Awaited<ReturnType<typeof startService>>;

/** Somebody who comes with a browser and no session. */
export function visit(warta: Warta) {
  return createVisitor(warta.service, baseUrl);
}

/** Somebody at the desk. */
export async function signIn(warta: Warta, key: string = token) {
  const person = visit(warta);
  const desk = await person.press(await person.get('/redaksi'), 'Masuk', { key });
  return { ...person, desk };
}

/** What a press officer types. */
export const typed = {
  title: 'Pasar Murah Dibuka',
  place: 'SEKARLANGIT',
  body: 'Bupati membuka **pasar murah**.\n\n- beras\n- gula',
  category: 'ekonomi',
  tags: 'pasar, harga pangan',
  authors: 'rin',
};
