import type { Tx } from '#db/open-database.ts';
import { costOption, fundedPlace, schedule, vacancy } from '#db/schema/directory-offer.ts';
import { addDays, isoWeekday } from '#platform/calendar/london-time.ts';
import { insertAll } from './sample-insert-store.ts';
import type { SamplePlace } from './sample-known-store.ts';
import type { SampleOffer } from './sample-offer.ts';

type Offered = { readonly id: string; readonly offer: SampleOffer };

/** Adds hours, prices, funded hours and free places; `today` is the ISO day they count back from. */
export function saveSampleOffers(tx: Tx, places: readonly SamplePlace[], today: string): void {
  const offered = places.flatMap(({ id, details: { offer } }) => (offer ? [{ id, offer }] : []));
  insertAll(tx, schedule, offered.flatMap(timesOf));
  insertAll(tx, costOption, offered.flatMap(costsOf));
  insertAll(tx, fundedPlace, offered.flatMap(fundedOf));
  insertAll(
    tx,
    vacancy,
    offered.flatMap((one) => vacanciesOf(one, today)),
  );
}

const own = (id: string, part: string, at: number) => ({
  id: `${id}-${part}-${at + 1}`,
  serviceAtLocationId: id,
});

const timesOf = ({ id, offer: { hours = [] } }: Offered) =>
  hours
    .flatMap(({ days, opens, closes, term, session = null, funded = false }) =>
      days.map((day) => ({ day, opens, closes, term, session, isFunded: funded })),
    )
    .map((time, at) => ({ ...own(id, 'time', at), ...time }));

const costsOf = ({ id, offer: { costs = [] } }: Offered) =>
  costs.map(({ unit, pence, hours = null, label = null, includes = null, ages }, at) => ({
    ...own(id, 'cost', at),
    ...{ unit, pence, hours, label, includes },
    agesFromMonths: ages?.from ?? null,
    agesToMonths: ages?.to ?? null,
  }));

const fundedOf = ({ id, offer: { funded = [] } }: Offered) =>
  funded.map(({ scheme, hours = null, stretched = null, note = null }) => ({
    ...{ serviceAtLocationId: id, scheme, note },
    hoursAWeek: hours,
    isStretched: stretched,
  }));

function vacanciesOf({ id, offer: { vacancies } }: Offered, today: string) {
  if (vacancies === undefined) return [];
  const asAt = addDays(today, -vacancies.daysAgo);
  return vacancies.free.map(({ ages, day = null, places, inDays }, at) => ({
    ...own(id, 'vacancy', at),
    ...{ agesFromMonths: ages.from, agesToMonths: ages.to, day, places, asAt },
    freeFrom: inDays === undefined ? null : mondayFrom(addDays(asAt, inDays)),
  }));
}

/** The day itself or the next Monday: children start with a week. */
const mondayFrom = (day: string): string => addDays(day, (8 - isoWeekday(day)) % 7);
