import type { SampleRegister } from '#exchange/sample-register.ts';
import { hoursOf, type Hours } from './hours.ts';
import type { Place } from './place.ts';
import { textIn } from './registrations.ts';
import { reportCardOf } from './report-card.ts';

type Step = NonNullable<SampleRegister['steps']>[number];
type Bands = NonNullable<SampleRegister['ageBands']>;

const conditions: Readonly<Record<'home' | 'nursery' | 'club', readonly string[]>> = {
  home: [
    'No more than 3 children under 5 years at any one time.',
    'No more than 6 children under 8 years at any one time.',
    'No overnight care.',
    'The pond in the back garden is out of bounds to children.',
  ],
  nursery: [
    'No more than 12 children under 2 years at any one time.',
    'Children under 2 years are cared for on the ground floor only.',
    'The upstairs hall is used only with two members of staff.',
    'No overnight care.',
  ],
  club: [
    'No children under 3 years.',
    'The school field is used only when the school is closed to others.',
    'No overnight care.',
  ],
};

/** What the register itself says of a place; no place is asked for this. */
export function registerOf(place: Place, step: Step['step'] | undefined): SampleRegister {
  const { random, row } = place;
  const draw = random('register');
  const carePeriods = draw.chance(0.5) ? [...carePeriodsOf(place)] : [];
  const isByNight = carePeriods.includes('overnight');
  const bound = draw
    .some(conditions[settingOf(row)], 1, 2)
    .filter((text) => !(isByNight && text.includes('overnight')));
  const bands = draw.chance(0.6) ? ageBandsOf(place) : [];
  const reportCard = reportCardOf(place);
  const cares = caresIn(place);
  return {
    ...(bound.length > 0 && draw.chance(0.25) && { conditions: bound }),
    ...(bands.length > 0 && { ageBands: bands }),
    ...(step && { steps: [{ step, daysAgo: draw.whole(12, 40) }] }),
    ...(cares.length > 0 && { caresIn: cares }),
    ...(carePeriods.length > 0 && { carePeriods }),
    ...(reportCard && { reportCard }),
  };
}

const settingOf = ({ isHome, kind }: Place['row']): keyof typeof conditions => {
  if (isHome) return 'home';
  return kind === 'nursery' || kind === 'preschool' ? 'nursery' : 'club';
};

function caresIn({ row, random }: Place): NonNullable<SampleRegister['caresIn']> {
  if (row.kind === 'home-childcarer') return ['child-home'];
  if (row.kind !== 'childminder') return [];
  return random('cares in').chance(0.06) ? ['own-home', 'non-domestic'] : ['own-home'];
}

/** Ages and numbers by register, within the registered places; the bands overlap. */
function ageBandsOf({ row: { cells, kind }, onEarlyYears, random }: Place): Bands {
  const places = Number(textIn(cells, 'Places'));
  if (places < 1 || kind === 'home-childcarer') return [];
  const isCompulsory = textIn(cells, 'Provider Compulsory Childcare Register Flag') === 'Y';
  const half = Math.max(1, Math.round(places * random('bands').pick([0.3, 0.5])));
  const youngest = kind === 'nursery' ? 23 : 59;
  return [
    ...(onEarlyYears
      ? [{ ages: { from: 0, to: youngest }, most: half, register: 'early-years' as const }]
      : []),
    ...(onEarlyYears
      ? [{ ages: { from: 0, to: 71 }, most: places, register: 'early-years' as const }]
      : []),
    ...(isCompulsory
      ? [{ ages: { from: 60, to: 95 }, most: places, register: 'compulsory' as const }]
      : []),
  ];
}

/** As registered: the times it is open, and nights in a few homes. */
function carePeriodsOf(place: Place): readonly string[] {
  const hours = hoursOf(place, false);
  const has = (fits: (one: Hours[number]) => boolean) => hours.some(fits);
  const atNight = place.row.kind === 'childminder' && place.random('nights').chance(0.08);
  return [
    ...(has(({ days }) => days.some((day) => day < 6)) ? ['weekdays'] : []),
    ...(has(({ days }) => days.includes(6)) ? ['weekends'] : []),
    ...(has(({ session }) => session === 'Breakfast club') ? ['before-school'] : []),
    ...(has(({ session }) => session === 'After-school club') ? ['after-school'] : []),
    ...(has(({ term }) => term === 'term-time') ? ['term-time'] : []),
    ...(has(({ term }) => term === 'holidays') ? ['holidays'] : []),
    ...(has(({ term }) => term === 'all-year') ? ['all-year'] : []),
    ...(atNight ? ['overnight'] : []),
  ];
}
