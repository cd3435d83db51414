/** A UK postcode as typed: whole, or only its outward half (a district such as M33). */
export type TypedPostcode =
  | {
      readonly kind: 'full';
      readonly key: string;
      readonly display: string;
      readonly outward: string;
    }
  | { readonly kind: 'outward'; readonly outward: string };

const full = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;
const outwardOnly = /^[A-Z]{1,2}[0-9][A-Z0-9]?$/;

/**
 * Reads a postcode in any case, with any spaces and punctuation; null when it is not one.
 * @example parsePostcode(' m33-3sy ') // => { kind: 'full', key: 'M333SY', display: 'M33 3SY', outward: 'M33' }
 */
export function parsePostcode(text: string): TypedPostcode | null {
  if (text.length > 40) return null;
  const key = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [, outward, inward] = full.exec(key) ?? [];
  if (outward !== undefined && inward !== undefined) {
    return { kind: 'full', key, display: `${outward} ${inward}`, outward };
  }
  return outwardOnly.test(key) ? { kind: 'outward', outward: key } : null;
}
