import type { Db } from '#db/open-database.ts';
import { fieldSource, serviceTerm } from '#db/schema/directory.ts';
import {
  contact,
  costOption,
  fundedPlace,
  inclusionAnswer,
  schedule,
  schoolRun,
  spokenLanguage,
  vacancy,
} from '#db/schema/directory-offer.ts';
import { inspection } from '#db/schema/directory-registration.ts';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { audienceKeys, fundedSchemes, outcomeKeys } from '#directory/taxonomy.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import type { Random } from '../platform/search/random.ts';
import { inserter } from './insert-rows.ts';

export const generatedLanguages = ['ar', 'bn', 'es', 'fr', 'pa', 'pl', 'ro', 'so', 'ur'] as const;
export const generatedSchools = Array.from({ length: 25 }, (_, number) => ({
  school: String(100_001 + number),
  schoolName: `School ${number + 1} of St Mary’s`,
}));

/** Inserts what one record offers: each thing said by some and left unsaid by others. */
export function offerInserter(db: Db, random: Random, today: string) {
  const parts = [
    contactsOf(db, random),
    hoursOf(db, random),
    costsOf(db, random),
    vacanciesOf(db, random, today),
    fundingOf(db, random),
    languagesAndSchoolsOf(db, random),
    inclusionOf(db, random, today),
    termsOf(db, random),
    inspectionsOf(db, random, today),
  ];
  return (id: string, care: boolean): void => {
    for (const part of parts) part(id, care);
  };
}
type Part = (id: string, care: boolean) => void;

const daysBefore = (random: Random, today: string, most: number): string =>
  addDays(today, -random.whole(most));
const daysAfter = (random: Random, today: string, most: number): string =>
  addDays(today, random.whole(most));

function contactsOf(db: Db, random: Random): Part {
  const add = inserter(db, contact);
  return (id) => {
    for (const [kind, value] of [
      ['phone', `0161 496 0${String(random.whole(1000)).padStart(3, '0')}`],
      ['email', `${id}@place.example`],
    ] as const) {
      if (!random.chance(0.7)) continue;
      add({
        id: `${id}-${kind}`,
        serviceAtLocationId: id,
        kind,
        value,
        isPublic: random.chance(0.9),
      });
    }
  };
}

const sessions = [
  ['08:00', '18:00'],
  ['07:30', '18:30'],
  ['09:00', '12:00'],
  ['12:00', '15:00'],
  ['13:00', '15:30'],
  ['15:15', '17:45'],
] as const;
const terms = ['term-time', 'all-year', 'holidays', 'not-said'] as const;

function hoursOf(db: Db, random: Random): Part {
  const add = inserter(db, schedule);
  return (id) => {
    if (!random.chance(0.75)) return;
    const term = random.pick(terms);
    const days = random.some([1, 2, 3, 4, 5, 6, 7], 0.6);
    for (const day of days) {
      for (const [opens, closes] of random.some(sessions, 0.35)) {
        const own = random.chance(0.9) ? term : random.pick(terms);
        const row = {
          id: `${id}-${day}-${opens}-${own}`,
          serviceAtLocationId: id,
          day,
          opens,
          closes,
        };
        add({ ...row, term: own, isFunded: random.chance(0.2) });
      }
    }
  };
}

function costsOf(db: Db, random: Random): Part {
  const add = inserter(db, costOption);
  return (id, care) => {
    if (!random.chance(care ? 0.6 : 0.3)) return;
    for (const unit of random.some(['hour', 'day', 'session', 'week'] as const, 0.4)) {
      const pence = 300 + random.whole(60) * 10;
      const hours = unit === 'hour' ? null : random.pick([3, 5, 8, 10, null]);
      add({
        id: `${id}-${unit}`,
        serviceAtLocationId: id,
        unit,
        pence: pence * (hours ?? 1),
        hours,
      });
    }
  };
}

function vacanciesOf(db: Db, random: Random, today: string): Part {
  const add = inserter(db, vacancy);
  return (id, care) => {
    if (!care || !random.chance(0.5)) return;
    const asAt = daysBefore(random, today, 130);
    for (let number = random.whole(4); number >= 0; number -= 1) {
      const from = random.pick([0, 9, 24, 36]);
      add({
        ...{ id: `${id}-${number}`, serviceAtLocationId: id, asAt, places: random.whole(4) },
        ...{ agesFromMonths: from, agesToMonths: from + random.pick([11, 23, 35]) },
        day: random.chance(0.4) ? random.whole(5) + 1 : null,
        freeFrom: random.chance(0.4) ? daysAfter(random, today, 300) : null,
      });
    }
  };
}

function fundingOf(db: Db, random: Random): Part {
  const add = inserter(db, fundedPlace);
  return (id, care) => {
    if (!care || !random.chance(0.5)) return;
    for (const scheme of random.some(fundedSchemes, 0.5)) {
      add({ serviceAtLocationId: id, scheme, hoursAWeek: random.chance(0.5) ? 15 : null });
    }
  };
}

function languagesAndSchoolsOf(db: Db, random: Random): Part {
  const [addLanguage, addSchool] = [inserter(db, spokenLanguage), inserter(db, schoolRun)];
  return (id, care) => {
    const languages = random.chance(0.4) ? random.some(generatedLanguages, 0.2) : [];
    for (const language of languages) addLanguage({ serviceAtLocationId: id, language });
    const schools = care && random.chance(0.4) ? random.some(generatedSchools, 0.08) : [];
    for (const school of schools) addSchool({ serviceAtLocationId: id, ...school });
  };
}

const answers = ['yes', 'yes', 'with-notice', 'no', 'ask-us'] as const;

function inclusionOf(db: Db, random: Random, today: string): Part {
  const add = inserter(db, inclusionAnswer);
  return (id) => {
    if (!random.chance(0.5)) return;
    const confirmedOn = daysBefore(random, today, 450);
    for (const { key: attribute } of random.some(inclusionAttributes, 0.5)) {
      const answer = random.pick(answers);
      add({ serviceAtLocationId: id, attribute, answer, confirmedOn, source: 'provider' });
    }
  };
}

function termsOf(db: Db, random: Random): Part {
  const [add, addSource] = [inserter(db, serviceTerm), inserter(db, fieldSource)];
  return (id) => {
    const put = (taxonomy: 'kind' | 'outcome' | 'audience', terms: readonly string[]) => {
      for (const term of terms) add({ serviceId: id, taxonomy, term });
    };
    put('kind', random.chance(0.05) ? ['stay-and-play'] : []);
    put('outcome', random.some(outcomeKeys, 0.3));
    put('audience', random.some(audienceKeys, 0.1));
    if (random.chance(0.3)) {
      addSource({
        ...{ serviceAtLocationId: id, fieldGroup: 'hours', source: 'provider', asAt: '2026-10-01' },
      });
    }
  };
}

function inspectionsOf(db: Db, random: Random, today: string): Part {
  const add = inserter(db, inspection);
  return (id, care) => {
    if (!care || !random.chance(0.8)) return;
    const row = { serviceAtLocationId: id, inspectedOn: daysBefore(random, today, 2000) };
    if (random.chance(0.7)) {
      const overallGrade = random.pick([1, 2, 2, 2, 3, 4]);
      add({ ...row, id: `${id}-graded`, framework: 'early-years', overallGrade });
    } else {
      add({ ...row, id: `${id}-checked`, framework: 'childcare-register', compliance: 'Met' });
    }
  };
}
