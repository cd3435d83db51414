import { looseName } from './find-header.ts';
import { valueOf } from './ofsted-values.ts';
import type { RegisteredPerson } from './said.ts';

const title = /^(?:mr|mrs|ms|miss|mx|dr|rev|reverend|prof|professor|sir|lady)\b/i;
const bodyWords = new RegExp(
  `\\b(?:${[
    'ltd|limited|plc|llp|cic|cio|inc|company|co|group|holdings|enterprises|services|uk',
    'partnership|partners|association|committee|council|board|body|governors|governing',
    'trust|trustees|charity|foundation|society|federation|fellowship|union|ymca|ywca',
    'church|parish|parochial|diocese|congregation|mosque|masjid|synagogue|temple|ministries',
    'school|schools|academy|academies|college|university|education|learning|tuition|tutoring',
    'nursery|nurseries|pre-?school|playgroup|play|kindergarten|creche|montessori|toddlers?',
    'childcare|care|club|clubs|centre|center|children|kids|house|sports?|holiday|after',
  ].join('|')})\\b`,
  'i',
);

/**
 * Who a registration belongs to; null when the source does not say or hides it. A body and a person
 * are told apart by the name alone, and where that says neither it is taken for a person's: a person
 * who works at home is not named without consent.
 */
export function registeredPersonOf(
  id: string,
  urn: string,
  name: string,
): Omit<RegisteredPerson, 'address'> | null {
  const known = valueOf(name);
  if (known === null) return null;
  const reference = valueOf(urn);
  return {
    id: reference === null ? `rp-of-${id}` : `rp${looseName(reference).replace(/^rp/, '')}`,
    name: known,
    reference,
    isPerson: isPersonsName(known),
  };
}

/** Whether a name looks like that of a person, or of several people together. */
export function isPersonsName(name: string): boolean {
  if (title.test(name)) return true;
  if (bodyWords.test(name) || /[^\p{L}\p{M}\s.,'’&-]/u.test(name)) return false;
  return name.split(/\s*(?:&|,|\band\b)\s*/i).every((one) => one.split(/\s+/).length <= 4);
}
