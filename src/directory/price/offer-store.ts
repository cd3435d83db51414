import { asc, eq, sql } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { service, serviceAtLocation } from '#db/schema/directory.ts';
import { costOption, fundedPlace, schedule } from '#db/schema/directory-offer.ts';
import { rangeOf } from '../ages.ts';
import { keptWhileUnchanged } from '../provider-cache.ts';
import { fundedOf } from '../provider-parts-store.ts';
import type { Priced } from './offer-of.ts';

/**
 * What each place that has said a price, or that it is free, asks and offers, by id; read whole, and
 * kept until the directory changes. Nothing in it is ever withheld from the public.
 */
export const readOffers = keptWhileUnchanged((reader): ReadonlyMap<string, Priced> => {
  const costs = Map.groupBy(readCosts(reader), ({ id }) => id);
  const free = new Set(readFree(reader));
  const ids = [...new Set([...costs.keys(), ...free])];
  const schedules = Map.groupBy(readSchedules(reader), ({ id }) => id);
  const funded = Map.groupBy(
    reader.select().from(fundedPlace).all(),
    ({ serviceAtLocationId }) => serviceAtLocationId,
  );
  return new Map(
    ids.map((id) => [
      id,
      {
        costs: costs.get(id) ?? [],
        schedule: schedules.get(id) ?? [],
        funded: (funded.get(id) ?? []).flatMap(fundedOf),
        isFree: free.has(id) ? true : null,
      },
    ]),
  );
});

const readCosts = (reader: Reader) =>
  reader
    .select({
      id: costOption.serviceAtLocationId,
      unit: costOption.unit,
      pence: costOption.pence,
      hours: costOption.hours,
      from: costOption.agesFromMonths,
      to: costOption.agesToMonths,
    })
    .from(costOption)
    .orderBy(asc(costOption.pence), asc(costOption.id))
    .all()
    .map(({ from, to, ...cost }) => ({
      ...cost,
      ages: rangeOf(from, to),
      label: null,
      includes: null,
    }));

const readFree = (reader: Reader): readonly string[] =>
  reader
    .select({ id: serviceAtLocation.id })
    .from(serviceAtLocation)
    .innerJoin(service, eq(service.id, serviceAtLocation.serviceId))
    .where(eq(service.isFree, true))
    .all()
    .map(({ id }) => id);

/** Of places with prices alone: the times of others are not needed. */
const readSchedules = (reader: Reader) =>
  reader
    .select({
      id: schedule.serviceAtLocationId,
      day: schedule.day,
      opens: schedule.opens,
      closes: schedule.closes,
      term: schedule.term,
      session: schedule.session,
      isFunded: schedule.isFunded,
    })
    .from(schedule)
    .where(
      sql`${schedule.serviceAtLocationId} in (select ${costOption.serviceAtLocationId} from ${costOption})`,
    )
    .orderBy(asc(schedule.day), asc(schedule.opens))
    .all();
