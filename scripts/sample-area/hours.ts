import type { SampleOffer } from '#exchange/sample-offer.ts';
import type { Place } from './place.ts';
import type { Random } from './random.ts';

export type Hours = NonNullable<SampleOffer['hours']>;

const weekdays = [1, 2, 3, 4, 5];

/** When a place of this kind and name is open, and when funded hours may be used. */
export function hoursOf({ row, name, alsoClub, random }: Place, isFunded: boolean): Hours {
  const draw = random('hours');
  switch (row.kind) {
    case 'nursery':
    case 'domestic-childcare':
      return [...nurseryHours(isFunded, draw), ...(alsoClub ? afterSchool('18:00') : [])];
    case 'preschool':
      return preschoolHours(isFunded, draw);
    case 'childminder':
      return childminderHours(isFunded, draw);
    case 'home-childcarer':
      return homeHours(draw);
    default:
      return clubHours(name, draw);
  }
}

const funded = (isFunded: boolean) => (isFunded ? { funded: true as const } : {});

function nurseryHours(isFunded: boolean, { pick, chance }: Random): Hours {
  const opens = pick(['07:30', '07:30', '07:45', '08:00']);
  const closes = pick(['17:30', '18:00', '18:00', '18:30']);
  const days = { days: weekdays, term: chance(0.9) ? 'all-year' : 'term-time' } as const;
  if (chance(0.4)) {
    return [
      { ...days, opens, closes: '13:00', session: 'Morning', ...funded(isFunded) },
      { ...days, opens: '13:00', closes, session: 'Afternoon', ...funded(isFunded) },
    ];
  }
  const whole: Hours = [{ ...days, opens, closes }];
  const free = { session: 'Funded hours', funded: true, term: 'term-time' } as const;
  return isFunded && chance(0.7)
    ? [...whole, { ...free, days: weekdays, opens: '09:00', closes: '15:00' }]
    : whole;
}

function preschoolHours(isFunded: boolean, { pick, chance }: Random): Hours {
  const days = {
    days: pick([weekdays, weekdays, weekdays, [1, 2, 3, 4], [2, 3, 4]]),
    term: 'term-time',
  } as const;
  const morning: Hours = [
    { ...days, opens: '09:00', closes: '12:00', session: 'Morning', ...funded(isFunded) },
  ];
  if (chance(0.3)) return morning;
  const lunch = { ...days, opens: '12:00', closes: '12:30', session: 'Lunch club' } as const;
  const end = { opens: '12:30', closes: '15:30', session: 'Afternoon' } as const;
  return [...morning, lunch, { ...days, ...end, ...funded(isFunded) }];
}

function childminderHours(isFunded: boolean, draw: Random): Hours {
  if (draw.chance(0.12)) {
    const term = { days: weekdays, term: 'term-time' } as const;
    return [
      { ...term, opens: '07:30', closes: '09:00', session: 'Before school' },
      { ...term, opens: '15:00', closes: '18:00', session: 'After school' },
      { days: weekdays, opens: '08:00', closes: '18:00', term: 'holidays', session: 'Holidays' },
    ];
  }
  return homeHours(draw).map((hours) => ({
    ...hours,
    ...funded(isFunded && hours.term !== 'holidays'),
  }));
}

function homeHours({ pick, chance }: Random): Hours {
  const week = {
    days: pick([weekdays, weekdays, weekdays, [1, 2, 3, 4], [2, 3, 4], [1, 2, 4, 5]]),
    opens: pick(['07:00', '07:30', '07:30', '08:00']),
    closes: pick(['17:30', '18:00', '18:00', '18:30', '20:00']),
    term: pick(['all-year', 'all-year', 'term-time', 'not-said'] as const),
  };
  const saturday: Hours = [{ days: [6], opens: '08:00', closes: '13:00', term: 'all-year' }];
  return chance(0.12) ? [week, ...saturday] : [week];
}

const afterSchool = (closes: string): Hours => [
  { days: weekdays, opens: '15:15', closes, term: 'term-time', session: 'After-school club' },
];

function clubHours(name: string, { pick, chance }: Random): Hours {
  const term = { days: weekdays, term: 'term-time' } as const;
  const closes = pick(['17:45', '18:00', '18:00']);
  const before: Hours = [{ ...term, opens: '07:30', closes: '08:50', session: 'Breakfast club' }];
  const holiday: Hours = [
    { days: weekdays, opens: '08:00', closes: '17:30', term: 'holidays', session: 'Holiday club' },
  ];
  const alsoHolidays = chance(0.35) ? holiday : [];
  if (name.includes('Breakfast')) return [...before, ...afterSchool(closes), ...alsoHolidays];
  if (name.includes('After School')) return [...afterSchool(closes), ...alsoHolidays];
  if (name.includes('Holiday')) return holiday;
  if (name.includes('Study')) return [{ ...term, opens: '16:00', closes: '18:00' }];
  return [{ days: [6], opens: '10:00', closes: '13:00', term: 'term-time' }];
}
