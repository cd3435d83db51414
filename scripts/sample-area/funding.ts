import schemes from '#content/reference/funded-schemes.json' with { type: 'json' };
import { fundedSchemes, type FundedScheme } from '#directory/taxonomy.ts';
import type { SampleOffer } from '#exchange/sample-offer.ts';
import { overlap, type Ages } from './ages.ts';
import { hoursOf } from './hours.ts';
import type { Place } from './place.ts';
import type { Random } from './random.ts';

type Funded = NonNullable<SampleOffer['funded']>[number];
type Funding = Pick<SampleOffer, 'freeEarlyYears' | 'funded'>;

/** Of those that tell: how many take funded children. Only the Early Years Register can. */
const shares: Readonly<Record<string, number>> = {
  nursery: 0.95,
  'domestic-childcare': 0.9,
  preschool: 0.97,
  childminder: 0.7,
};
/** How likely such a place offers each scheme. */
const offered: Readonly<Record<FundedScheme, number>> = {
  'working-under-2': 0.8,
  'working-2': 0.9,
  'extra-support-2': 0.65,
  'universal-3-4': 1,
  'working-3-4': 0.85,
};

/** Funded hours by scheme, as far as its ages reach; "no" from places that may not have them. */
export function fundingOf(place: Place, ages: Ages): Funding {
  if (!place.tells('funding', 0.85)) return {};
  const draw = place.random('funding');
  const share = place.onEarlyYears ? (shares[place.row.kind] ?? 0) : 0;
  if (!draw.chance(share)) return { freeEarlyYears: false };
  const isAllYear = hoursOf(place, false).some(({ term }) => term === 'all-year');
  const isStretched = isAllYear && draw.chance(0.5);
  const funded = fundedSchemes
    .filter((scheme) => draw.chance(offered[scheme]))
    .filter((scheme) => takesAll(ages, scheme))
    .map((scheme) => fundedAs(scheme, isStretched, draw));
  return funded.length === 0 ? { freeEarlyYears: false } : { freeEarlyYears: true, funded };
}

/** Half a year of a scheme's ages at least, or nobody would use it. */
function takesAll(ages: Ages, scheme: FundedScheme): boolean {
  const { fromMonths: from, toMonths: to } = schemes.terms[scheme];
  const both = overlap(ages, { from, to });
  return both !== null && both.to - both.from >= 6;
}

function fundedAs(scheme: FundedScheme, isStretched: boolean, draw: Random): Funded {
  const { hours } = schemes.terms[scheme];
  if (draw.chance(0.12)) return { scheme };
  const fewer = hours === 30 && draw.chance(0.15);
  const stretched = `About ${Math.round((hours * 38) / 51)} hours a week over 51 weeks.`;
  const note = draw.pick(['', '', 'Mornings only.', 'Mondays and Fridays have space.']);
  return {
    scheme,
    hours: fewer ? 20 : hours,
    stretched: isStretched && !fewer,
    ...(isStretched && !fewer ? { note: stretched } : note !== '' && { note }),
  };
}
