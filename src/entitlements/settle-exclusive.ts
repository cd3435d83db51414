import type { Entitlement } from './entitlement.ts';
import { exclusivePairs } from './schemes.ts';

/** Of two schemes that exclude each other, none is a plain yes: the family has to choose. */
export const settleExclusive = (found: readonly Entitlement[]): readonly Entitlement[] =>
  found.map((one) =>
    one.verdict === 'yes' && found.some((other) => isAgainst(one, other))
      ? { ...one, verdict: 'perhaps', why: [...one.why, 'oneOfTwo'], decides: ['choose'] }
      : one,
  );

const isAgainst = (one: Entitlement, other: Entitlement): boolean =>
  other.verdict === 'yes' &&
  one.child === other.child &&
  exclusivePairs.some((pair) => pair.includes(one.scheme) && pair.includes(other.scheme)) &&
  one.scheme !== other.scheme;
