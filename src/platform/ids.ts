import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** The only source of randomness outside `platform/crypto`, so that tests can fix it. */
export type Ids = {
  /** A row id that carries no meaning and opens nothing. */
  readonly id: () => string;
  /** 256 random bits, base64url: the secret in a link or a cookie. */
  readonly token: () => string;
  /** What a family quotes on the phone: `FIS-XXXX-XXXX`. It identifies; it opens nothing. */
  readonly reference: () => string;
};

/** No vowels, so no words; no 0/O, 1/I/L. */
const referenceAlphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';
const group = () =>
  Array.from({ length: 4 }, () => referenceAlphabet[randomInt(referenceAlphabet.length)]).join('');

export const systemIds: Ids = {
  id: () => randomUUID(),
  token: () => randomBytes(32).toString('base64url'),
  reference: () => `FIS-${group()}-${group()}`,
};
