import * as v from 'valibot';

/** A list as answers have it: nobody changes one on its way out. */
export function listOf<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.readonly());
}

/** RFC 3339, in UTC or with its zone. */
export const instantAnswer = v.pipe(v.string(), v.metadata({ format: 'date-time' }));

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
