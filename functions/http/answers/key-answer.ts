import * as v from 'valibot';
import { roles } from '../../access/role.ts';
import { instantAnswer, listOf } from './list-of.ts';

const keyEntries = {
  id: v.string(),
  name: v.string(),
  role: v.picklist(roles),
  requestsPerMinute: v.optional(v.number()),
  publicKey: v.optional(
    v.pipe(v.string(), v.description('PEM: what is written with the key is signed by its private half.')),
  ),
  createdAt: instantAnswer,
  createdBy: v.pipe(v.string(), v.description('Name of the key with which it was made.')),
  expiresAt: v.optional(
    v.pipe(instantAnswer, v.description('Good until then; for ever where it is absent.')),
  ),
  revokedAt: v.optional(instantAnswer),
};

/** A named key, without its secret. */
export const keyAnswer = v.object(keyEntries);

export const keysAnswer = v.object({
  items: listOf(
    v.object({
      ...keyEntries,
      lastUsedOn: v.optional(v.pipe(v.string(), v.isoDate(), v.description('A day of the office.'))),
    }),
  ),
});

/** A key that was just made. */
export const madeKeyAnswer = v.object({
  ...keyEntries,
  key: v.pipe(v.string(), v.description('What is sent as the bearer. It is said here, and never again.')),
});
