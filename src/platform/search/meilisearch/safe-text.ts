const SAFE_VALUE = /[^a-z0-9-]/gu;
const SAFE_ID = /^[A-Za-z0-9-][A-Za-z0-9_-]*$/;
/** The longest value that the server compares whole, and the longest id, in bytes. */
const LONGEST_VALUE = 468;
const LONGEST_ID = 511;

/**
 * A facet value in small letters, digits and hyphens only: the server compares values without case
 * and accents, and we do not. `hoist?` gives `hoist_3f`. Throws when it is too long to be kept.
 */
export const safeValue = (value: string): string => noLongerThan(encoded(value), LONGEST_VALUE);

const encoded = (value: string): string =>
  value.replace(SAFE_VALUE, (letter) =>
    [...Buffer.from(letter)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join(''),
  );

/** Whether the index can hold a value at all. */
export const isKept = (value: string): boolean => encoded(value).length <= LONGEST_VALUE;

/** The value that `safeValue` was given. */
export const valueOf = (safe: string): string => decodeURIComponent(safe.replaceAll('_', '%'));

/** An id as the server takes it; one with other signs is written in base64url after a `_`. */
export const safeId = (id: string): string =>
  noLongerThan(SAFE_ID.test(id) ? id : `_${Buffer.from(id).toString('base64url')}`, LONGEST_ID);

/** The id that `safeId` was given. */
export const idOf = (safe: string): string =>
  safe.startsWith('_') ? Buffer.from(safe.slice(1), 'base64url').toString() : safe;

function noLongerThan(text: string, most: number): string {
  if (text.length <= most) return text;
  throw new RangeError(`Too long for the index: ${text.slice(0, 40)}…`);
}
