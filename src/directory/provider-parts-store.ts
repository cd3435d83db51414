import type { serviceTerm } from '#db/schema/directory.ts';
import type { contact, costOption, fundedPlace, vacancy } from '#db/schema/directory-offer.ts';
import type {
  registeredAgeBand,
  registration,
  registrationCondition,
  registrationStep,
} from '#db/schema/directory-registration.ts';
import { rangeOf } from './ages.ts';
import {
  contactKinds,
  type Contact,
  type CostOption,
  type Provider,
  type Vacancy,
} from './provider.ts';
import type { Registration } from './registration.ts';
import { audienceKeys, fundedSchemes, outcomeKeys, serviceKinds } from './taxonomy.ts';

export const costOf = (row: typeof costOption.$inferSelect): CostOption => {
  const { unit, pence, hours, label, includes } = row;
  return {
    ...{ unit, pence, hours, label, includes },
    ages: rangeOf(row.agesFromMonths, row.agesToMonths),
  };
};

export const vacancyOf = (row: typeof vacancy.$inferSelect): Vacancy => {
  const { day, places, freeFrom, asAt } = row;
  return { ages: { from: row.agesFromMonths, to: row.agesToMonths }, day, places, freeFrom, asAt };
};

/** A scheme that has ended is no longer in the reference data, and is left out. */
export function fundedOf(row: typeof fundedPlace.$inferSelect): Provider['funded'] {
  const scheme = fundedSchemes.find((known) => known === row.scheme);
  const { hoursAWeek, isStretched, note } = row;
  return scheme === undefined ? [] : [{ scheme, hoursAWeek, isStretched, note }];
}

/** All contacts in the order of their kinds, and the first of each kind that most people use. */
export function contactsOf(rows: readonly (typeof contact.$inferSelect)[]) {
  const contacts: readonly Contact[] = contactKinds.flatMap((kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ value, label }): Contact => ({ kind, value, label })),
  );
  const first = (kind: Contact['kind']) => contacts.find((one) => one.kind === kind)?.value ?? null;
  return { contacts, phone: first('phone'), email: first('email'), website: first('website') };
}

/** Terms that the reference data no longer has are left out. */
export function termsOf(rows: readonly (typeof serviceTerm.$inferSelect)[]) {
  const has = (taxonomy: string) => {
    const terms = new Set(rows.filter((row) => row.taxonomy === taxonomy).map(({ term }) => term));
    return (term: string) => terms.has(term);
  };
  return {
    alsoKinds: serviceKinds.filter(has('kind')),
    outcomes: outcomeKeys.filter(has('outcome')),
    audiences: audienceKeys.filter(has('audience')),
  };
}

type RegistrationParts = {
  readonly conditions: readonly (typeof registrationCondition.$inferSelect)[];
  readonly ageBands: readonly (typeof registeredAgeBand.$inferSelect)[];
  readonly steps: readonly (typeof registrationStep.$inferSelect)[];
};

export function registrationOf(
  row: typeof registration.$inferSelect,
  { conditions, ageBands, steps }: RegistrationParts,
): Registration {
  const { urn, registeredWith, agencyName, ofstedType, ofstedSubtype, registeredOn, places } = row;
  return {
    ...{ urn, registeredWith, agencyName, ofstedType, ofstedSubtype, registeredOn, places },
    registers: {
      earlyYears: row.onEarlyYearsRegister,
      compulsory: row.onCompulsoryRegister,
      voluntary: row.onVoluntaryRegister,
    },
    caresIn: row.caresIn ?? [],
    carePeriods: row.carePeriods ?? [],
    conditions: conditions.map(({ text }) => text),
    ageBands: ageBands.map(({ fromMonths, toMonths, most, register }) => ({
      ages: { from: fromMonths, to: toMonths },
      ...{ most, register },
    })),
    steps: steps.map(({ step, takenOn }) => ({ step, takenOn })),
  };
}
