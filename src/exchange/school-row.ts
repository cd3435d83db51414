import { parsePostcode } from '#directory/postcode.ts';
import { townOf, valueOf } from './ofsted-values.ts';
import type { SchoolCells } from './school-layout.ts';
import { telephone } from './telephone.ts';
import { webAddress } from './web-address.ts';

/** An open establishment, as far as families need it. Ages in whole years. */
export type Establishment = {
  readonly urn: string;
  readonly name: string;
  readonly authority: string;
  readonly kind: 'school' | 'nursery-school' | 'childrens-centre';
  /** Takes children before the reception class. */
  readonly hasNursery: boolean;
  /** Kept for children with special educational needs: a whole school, or places in one. */
  readonly forSpecialNeeds: 'school' | 'places' | null;
  readonly ages: { readonly from: number; readonly to: number } | null;
  readonly addressLines: readonly string[];
  readonly town: string | null;
  readonly postcode: string;
  readonly outwardPostcode: string;
  readonly website: string | null;
  readonly phone: string | null;
};

export type ReadSchool =
  | { readonly kind: 'open'; readonly establishment: Establishment }
  /** Shut or not open yet, or not for children. */
  | { readonly kind: 'shut' | 'not-for-children' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads one row of a file of establishments. */
export function readSchool(cell: SchoolCells): ReadSchool {
  if (!/^\d{5,7}$/.test(cell('urn'))) return refused(`"${cell('urn')}" is not a URN`);
  if (!/^open\b/i.test(cell('status'))) return { kind: 'shut' };
  if (!isForChildren(cell)) return { kind: 'not-for-children' };
  if (cell('name') === '') return refused('it has no name');
  const postcode = parsePostcode(cell('postcode'));
  if (postcode?.kind !== 'full') return refused(`"${cell('postcode')}" is not a postcode`);
  const ages = agesOf(cell);
  if (ages === 'unreadable') return refused('its ages cannot be read');
  return {
    kind: 'open',
    establishment: {
      ...{ urn: cell('urn'), name: cell('name'), authority: cell('authority') },
      ...kindOf(cell, ages),
      forSpecialNeeds: specialNeedsOf(cell),
      ages,
      addressLines: [cell('street'), cell('locality'), cell('addressLine3')].filter(Boolean),
      town: townOf(valueOf(cell('town'))),
      postcode: postcode.display,
      outwardPostcode: postcode.outward,
      website: cell('website') === '' ? null : webAddress(cell('website')),
      phone: cell('phone') === '' ? null : telephone(cell('phone')),
    },
  };
}

const refused = (reason: string): ReadSchool => ({ kind: 'refused', reason });

/** The first age at which nobody is a child any more in a school's sense. */
const sixthForm = 16;
/** A child goes to reception from the September after its fourth birthday. */
const reception = 4;

/** Children’s centres have a file of their own, or stand among the schools. */
export const isCentre = (cell: SchoolCells): boolean => /children.?s.centre/i.test(cell('type'));

const isForChildren = (cell: SchoolCells): boolean =>
  !/higher education|further education|post.16|welsh|british schools overseas|offshore|online/i.test(
    cell('type'),
  ) && !(Number(cell('agesFrom')) >= sixthForm);

function agesOf(cell: SchoolCells): Establishment['ages'] | 'unreadable' {
  const [from, to] = [cell('agesFrom'), cell('agesTo')];
  if (from === '' || to === '') return null;
  const ages = { from: Number(from), to: Number(to) };
  const readable = /^\d{1,2}$/.test(from) && /^\d{1,2}$/.test(to) && ages.from <= ages.to;
  return readable ? ages : 'unreadable';
}

/**
 * A school says that it has nursery classes; one of which that is not recorded has them when it may
 * take children before reception age.
 */
function kindOf(
  cell: SchoolCells,
  ages: Establishment['ages'],
): Pick<Establishment, 'kind' | 'hasNursery'> {
  if (isCentre(cell)) return { kind: 'childrens-centre', hasNursery: false };
  if (/nursery/i.test(`${cell('phase')} ${cell('type')}`))
    return { kind: 'nursery-school', hasNursery: true };
  const said = cell('nursery').toLowerCase();
  if (said === 'has nursery classes') return { kind: 'school', hasNursery: true };
  const isUnsaid = said === '' || said === 'not recorded';
  return { kind: 'school', hasNursery: isUnsaid && ages !== null && ages.from < reception };
}

function specialNeedsOf(cell: SchoolCells): Establishment['forSpecialNeeds'] {
  if (/special/i.test(cell('type'))) return 'school';
  return /resourced provision|sen unit/i.test(cell('resourced')) ? 'places' : null;
}
