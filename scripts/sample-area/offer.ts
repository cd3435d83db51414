import type { SampleDetails } from '#exchange/sample-details.ts';
import type { Random } from './random.ts';

type Hours = NonNullable<SampleDetails['hours']>;
type Costs = NonNullable<SampleDetails['costs']>;
type Ages = NonNullable<SampleDetails['ages']>;

const weekdays = [1, 2, 3, 4, 5];

/** Ages in months, both ends included. */
export function agesOf(kind: string, random: Random): Ages {
  switch (kind) {
    case 'nursery':
    case 'domestic-childcare':
      return { from: random.pick([0, 3, 3, 6, 9, 24]), to: 59 };
    case 'preschool':
      return { from: random.pick([24, 24, 30, 36]), to: 59 };
    case 'childminder':
      return { from: random.pick([0, 0, 6, 12]), to: random.pick([59, 95, 131, 143]) };
    case 'home-childcarer':
      return { from: 0, to: random.pick([131, 167]) };
    default:
      return { from: random.pick([36, 48, 48, 60]), to: random.pick([131, 143, 167]) };
  }
}

export function hoursOf(kind: string, name: string, random: Random): Hours {
  const opens = random.pick(['07:30', '07:30', '08:00']);
  const closes = random.pick(['17:30', '18:00', '18:00', '18:30']);
  switch (kind) {
    case 'nursery':
    case 'domestic-childcare':
      return [{ days: weekdays, opens, closes, term: 'all-year' }];
    case 'preschool':
      return [
        {
          days: weekdays,
          opens: '09:00',
          closes: random.pick(['12:00', '15:00', '15:30']),
          term: 'term-time',
        },
      ];
    case 'childminder':
    case 'home-childcarer':
      return homeHours(opens, closes, random);
    default:
      return clubHours(name, random);
  }
}

function homeHours(opens: string, closes: string, random: Random): Hours {
  const days = random.pick([weekdays, weekdays, [1, 2, 3, 4], [2, 3, 4], [1, 2, 4, 5]]);
  const week = {
    days,
    opens,
    closes,
    term: random.pick(['all-year', 'term-time', 'not-said'] as const),
  };
  const saturday: Hours = [{ days: [6], opens: '08:00', closes: '13:00', term: 'all-year' }];
  return random.chance(0.12) ? [week, ...saturday] : [week];
}

function clubHours(name: string, random: Random): Hours {
  const after = {
    days: weekdays,
    opens: '15:15',
    closes: random.pick(['17:45', '18:00']),
    term: 'term-time',
  } as const;
  const before = { days: weekdays, opens: '07:30', closes: '09:00', term: 'term-time' } as const;
  if (name.includes('Breakfast')) return [before, after];
  if (name.includes('After School')) return [after];
  if (name.includes('Holiday'))
    return [{ days: weekdays, opens: '08:30', closes: '17:30', term: 'not-said' }];
  return [{ days: [6], opens: '10:00', closes: '13:00', term: 'term-time' }];
}

export function costsOf(kind: string, name: string, random: Random): Costs {
  const pounds = (least: number, most: number) => random.whole(least * 2, most * 2) * 50;
  switch (kind) {
    case 'nursery':
    case 'domestic-childcare':
      return [
        {
          unit: 'day',
          pence: pounds(66, 84),
          label: 'Under 2 years, meals and nappies included',
          ages: { from: 0, to: 23 },
        },
        {
          unit: 'day',
          pence: pounds(58, 70),
          label: '2 years and over, meals included',
          ages: { from: 24, to: 59 },
        },
        { unit: 'session', pence: pounds(34, 46), label: 'A morning or an afternoon' },
      ];
    case 'preschool':
      return [{ unit: 'session', pence: pounds(15, 24), label: 'A three-hour session' }];
    case 'childminder':
      return [
        { unit: 'hour', pence: pounds(5, 8) },
        { unit: 'day', pence: pounds(48, 66), label: 'A full day, meals included' },
      ];
    case 'home-childcarer':
      return [{ unit: 'hour', pence: pounds(12, 17), label: 'For all your children together' }];
    default:
      return clubCosts(name, pounds);
  }
}

function clubCosts(name: string, pounds: (least: number, most: number) => number): Costs {
  if (name.includes('Holiday')) return [{ unit: 'day', pence: pounds(26, 40) }];
  const after = { unit: 'session', pence: pounds(10, 16), label: 'After school' } as const;
  const before = { unit: 'session', pence: pounds(5, 8), label: 'Breakfast club' } as const;
  if (name.includes('Breakfast')) return [before, after];
  return [name.includes('After School') ? after : { unit: 'session', pence: pounds(8, 20) }];
}
