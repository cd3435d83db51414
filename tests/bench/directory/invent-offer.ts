import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { spokenLanguages } from '#directory/spoken-languages.ts';
import type { Random } from '../../platform/search/random.ts';

const confirmedOn = '2026-10-01';
const answers = ['yes', 'yes', 'with-notice', 'no', 'ask-us'] as const;

/** What an invented provider offers: times, prices, free places, ways to reach it, inclusion. */
export function inventOffer(random: Random, id: string) {
  const ofIt = { serviceAtLocationId: id };
  const days = random.some([1, 2, 3, 4, 5, 6], 0.8);
  const opens = random.pick(['07:30', '08:00', '09:00']);
  const closes = random.pick(['15:00', '17:30', '18:00']);
  const term = random.pick(['all-year', 'term-time'] as const);
  return {
    contacts: [
      { ...ofIt, id: `${id}-phone`, kind: 'phone' as const, value: '01632 960123' },
      { ...ofIt, id: `${id}-email`, kind: 'email' as const, value: `${id}@example.org` },
    ],
    schedule: days.map((day) => ({ ...ofIt, id: `${id}-${day}`, day, opens, closes, term })),
    costs: [
      { ...ofIt, id: `${id}-hour`, unit: 'hour' as const, pence: 450 + 25 * random.whole(20) },
    ],
    vacancies: random.chance(0.4) ? [{ ...ofIt, id: `${id}-free`, ...freePlace(random) }] : [],
    languages: random
      .some(spokenLanguages.slice(0, 20), 0.08)
      .map((language) => ({ ...ofIt, language })),
    inclusion: random.some(inclusionAttributes, 0.4).map(({ key: attribute }) => ({
      ...{ ...ofIt, attribute, confirmedOn, source: 'provider' as const },
      answer: random.pick(answers),
    })),
  };
}

function freePlace(random: Random) {
  const agesFromMonths = 12 * random.whole(4);
  const places = 1 + random.whole(5);
  return { agesFromMonths, agesToMonths: agesFromMonths + 23, places, asAt: confirmedOn };
}
