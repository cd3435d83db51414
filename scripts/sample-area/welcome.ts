import type { SampleDetails } from '#exchange/sample-details.ts';
import type { Audience, Outcome } from '#directory/taxonomy.ts';
import type { Place } from './place.ts';

type Welcome = Pick<
  SampleDetails,
  'outcomes' | 'audiences' | 'forDisabledChildren' | 'eligibility' | 'howToAccess' | 'directions'
>;

const outcomes: readonly Outcome[] = ['healthy', 'safe', 'achieve', 'contribute'];
const audiences: readonly Audience[] = [
  ...(['fathers', 'lone-parents', 'teenage-parents', 'kinship-carers', 'foster-carers'] as const),
  ...(['adopters', 'disabled-children', 'disabled-parents', 'traveller-families'] as const),
  ...(['new-arrivals', 'lgbt-parents', 'armed-forces'] as const),
];

const forDisabledChildren = [
  'Each child can have a calm corner and a picture plan of the day.',
  'We plan the first weeks with you, and with anyone who already helps your child.',
  'We have looked after children with many needs. Tell us what works for yours.',
  'We keep groups small. A child who needs to can come for part of the day at first.',
];
const howToAccess = [
  'Ring or write to us, and come to look round.',
  'Fill in our form, then visit with your child.',
  'Ask us for a place at least a month before you need it.',
];
const directions = [
  'A bus stops near the door. There is a bay to drop off in front.',
  'Ten minutes’ walk from a tram stop. You can leave a buggy or a bike under cover.',
  'Park in the street behind. The gate is at the side of the building.',
];
const anyChild =
  'Any child of the right age. Brothers and sisters come first when we are nearly full.';
const ourSchools = 'Children who go to the schools we walk to.';

/** Whom it welcomes, what it is good for, and how one gets in and gets there. */
export function welcomeOf(place: Place, hasSchools: boolean): Welcome {
  const { row, tells, random } = place;
  const draw = random('welcome');
  const good = draw.some(outcomes, 1, 3);
  const whom = draw.some(audiences, 1, 3);
  const isClub = row.kind === 'out-of-school';
  return {
    ...(tells('outcomes', 0.45) && { outcomes: inOrder(outcomes, good) }),
    ...(tells('audiences', 0.3) && { audiences: inOrder(audiences, whom) }),
    ...(tells('disabled', 0.4) && { forDisabledChildren: draw.pick(forDisabledChildren) }),
    ...(isClub && tells('eligibility', 0.6) && { eligibility: hasSchools ? ourSchools : anyChild }),
    ...(tells('access', 0.35) && { howToAccess: draw.pick(howToAccess) }),
    ...(!row.isHome && tells('directions', 0.4) && { directions: draw.pick(directions) }),
  };
}

const inOrder = <T>(all: readonly T[], chosen: readonly T[]): T[] =>
  all.filter((one) => chosen.includes(one));
