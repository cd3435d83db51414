import type { SampleOffer } from '#exchange/sample-offer.ts';
import type { Ages } from './ages.ts';
import type { Place } from './place.ts';
import type { Random } from './random.ts';

type Care = Pick<SampleOffer, 'deposit' | 'extras' | 'meals' | 'ratio' | 'waitingList'>;
type Setting = 'nursery' | 'preschool' | 'home' | 'club';

const settings: Readonly<Record<string, Setting>> = {
  nursery: 'nursery',
  'domestic-childcare': 'nursery',
  preschool: 'preschool',
  childminder: 'home',
  'home-childcarer': 'home',
};

const meals: Readonly<Record<Setting, readonly string[]>> = {
  nursery: [
    'Breakfast, lunch and tea are cooked here each day. We can leave out what your child must not eat.',
    'A hot lunch, tea and two snacks. All meals are halal or vegetarian.',
    'Lunch and tea from a local kitchen. You can bring a packed lunch instead.',
  ],
  preschool: [
    'Fruit and milk in the morning. Bring a packed lunch for the afternoon.',
    'A snack and water. Children who stay all day bring a packed lunch.',
  ],
  home: [
    'Home-cooked lunch and tea, eaten together.',
    'Snacks and drinks. You send a packed lunch.',
    'All meals are vegetarian and made from scratch.',
  ],
  club: [
    'Toast, fruit and a drink.',
    'A light tea, such as pasta or a wrap.',
    'Bring a packed lunch and a water bottle.',
  ],
};

const extras: Readonly<Record<Setting, readonly string[]>> = {
  nursery: [
    'Nappies and wipes: £1.50 a day, or bring your own. Trips are charged as they come.',
    'A late pick-up costs £5 for each quarter of an hour.',
    'No extras: meals, nappies and trips are in the price.',
  ],
  preschool: ['A snack fund of £1 a week. You do not have to pay it.', 'No extras.'],
  home: ['Toddler groups and outings: about £3 a week.', 'No extras. You bring nappies.'],
  club: ['A yearly joining fee of £15 for each family.', 'Trips in the holidays are extra.'],
};

/** What else families ask: what is eaten, how many adults, what is paid on top, how one gets in. */
export function careOf(place: Place, ages: Ages): Care {
  const setting = settings[place.row.kind] ?? 'club';
  const { pick } = place.random('care');
  const food = place.row.kind === 'home-childcarer' ? undefined : pick(meals[setting]);
  const onTop = pick(extras[setting]);
  const atStart = pick([2500, 5000, 5000, 7500, 10_000]);
  const list = pick(['open', 'open', 'none', 'none', 'closed'] as const);
  return {
    ...(food !== undefined && place.tells('meals', 0.7) && { meals: food }),
    ...(place.tells('extras', 0.5) && { extras: onTop }),
    ...(setting !== 'club' && place.tells('deposit', 0.4) && { deposit: atStart }),
    ...(place.tells('ratio', 0.45) && { ratio: ratioOf(setting, ages, place.random('ratio')) }),
    ...(place.tells('waiting list', 0.5) && { waitingList: list }),
  };
}

/** The least that England's rules ask for, or a little better. */
function ratioOf(setting: Setting, ages: Ages, { pick }: Random): string {
  if (setting === 'home') {
    return pick(['At most 6 children, of whom 3 are under 5', 'At most 4 children at a time']);
  }
  if (setting === 'club') return pick(['1 adult to 8 children', '1 adult to 10 children']);
  const most = [
    ...(ages.from < 24 ? ['3 under-twos'] : []),
    ...(ages.from < 36 ? [`${pick([4, 5])} two-year-olds`] : []),
    `${pick([6, 8])} three and four-year-olds`,
  ];
  return `1 adult to ${most.join(', ')}`;
}
