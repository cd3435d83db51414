import type { SampleOffer } from '#exchange/sample-offer.ts';
import type { Place } from './place.ts';
import type { Random } from './random.ts';

type Costs = NonNullable<SampleOffer['costs']>;
type Cost = Costs[number];

/** Prices of a place of this kind and name, in pence, and what they buy. */
export function costsOf({ row, name, alsoClub, random }: Place): Costs {
  const draw = random('costs');
  switch (row.kind) {
    case 'nursery':
    case 'domestic-childcare':
      return [...nurseryCosts(draw), ...(alsoClub ? [afterSchool(draw)] : [])];
    case 'preschool':
      return [
        { ...session('Morning', pounds(draw, 18, 27), 3), includes: 'A snack and milk' },
        ...(draw.chance(0.3) ? [session('Lunch club', pounds(draw, 3, 5), 0.5)] : []),
      ];
    case 'childminder':
      return childminderCosts(draw);
    case 'home-childcarer':
      return [
        { unit: 'hour', pence: pounds(draw, 13, 19), label: 'For all your children together' },
      ];
    default:
      return clubCosts(name, draw);
  }
}

/** Pence, in steps of 50. */
const pounds = ({ whole }: Random, least: number, most: number): number =>
  whole(least * 2, most * 2) * 50;

const session = (label: string, pence: number, hours: number): Cost => ({
  unit: 'session',
  pence,
  hours,
  label,
});

function nurseryCosts(draw: Random): Costs {
  const under2 = pounds(draw, 72, 94);
  const older = under2 - pounds(draw, 4, 14);
  const includes = 'Meals and snacks';
  const whole = { unit: 'day', hours: 10, includes } as const;
  const babies = { from: 0, to: 23 };
  const children = { from: 24, to: 59 };
  return [
    { ...whole, pence: under2, label: 'Under 2 years', ages: babies },
    { ...whole, pence: older, label: '2 years and over', ages: children },
    ...(draw.chance(0.6)
      ? [{ ...session('A morning or an afternoon', pounds(draw, 38, 49), 5), includes }]
      : []),
    ...(draw.chance(0.35)
      ? [{ ...whole, unit: 'week' as const, pence: older * 5 - 1500, hours: 50, ages: children }]
      : []),
    ...(draw.chance(0.15)
      ? [{ unit: 'month' as const, pence: older * 20, label: 'Five days a week', ages: children }]
      : []),
  ];
}

function childminderCosts(draw: Random): Costs {
  const hour: Cost = { unit: 'hour', pence: pounds(draw, 6, 9) };
  const day = { unit: 'day', pence: pounds(draw, 52, 72), hours: 10 } as const;
  return [
    hour,
    ...(draw.chance(0.6) ? [{ ...day, includes: 'Meals and snacks' }] : []),
    ...(draw.chance(0.3) ? [session('After school', pounds(draw, 13, 19), 3)] : []),
  ];
}

const afterSchool = (draw: Random): Cost => ({
  ...session('After-school club', pounds(draw, 12, 18), 2.75),
  includes: 'A snack and a drink',
});

function clubCosts(name: string, draw: Random): Costs {
  const after = afterSchool(draw);
  const before: Cost = {
    ...session('Breakfast club', pounds(draw, 5, 9), 1.5),
    includes: 'Breakfast',
  };
  if (name.includes('Holiday')) {
    return [{ unit: 'day', pence: pounds(draw, 28, 42), hours: 9.5, label: 'Holiday club' }];
  }
  if (name.includes('Breakfast')) return [before, after];
  if (name.includes('After School')) return [after];
  return [{ unit: 'session', pence: pounds(draw, 8, 20), hours: name.includes('Study') ? 2 : 3 }];
}
