import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import {
  costOption,
  inclusionAnswer,
  provider,
  providerFieldSource,
  schedule,
  vacancy,
} from '#db/schema/directory.ts';
import { raiseDirectoryVersion } from '#directory/provider-store.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import type { Ids } from '#platform/ids.ts';
import { providerIdOf } from './ofsted-row.ts';
import { placeProviders } from './place-store.ts';
import type { SampleDetails } from './sample-details.ts';

/** Adds the made-up details to the sample's providers; `today` (ISO) is the day they count back from. */
export function saveSampleDetails(
  tx: Tx,
  ids: Ids,
  all: readonly SampleDetails[],
  today: string,
): void {
  for (const details of all) {
    const providerId = providerIdOf(details.urn);
    if (providerId === null) throw new Error(`The sample has no provider ${details.urn}`);
    saveFacts(tx, providerId, details, today);
    saveOffer(tx, ids, providerId, details, today);
    saveAnswers(tx, providerId, details, today);
  }
  placeProviders(tx);
  raiseDirectoryVersion(tx);
}

function saveFacts(tx: Tx, id: string, details: SampleDetails, today: string): void {
  const { name, outward, email, website, description, ages } = details;
  tx.update(provider)
    .set({
      ...{ isSample: true, name, outwardPostcode: outward, email, website, description },
      agesFromMonths: ages?.from,
      agesToMonths: ages?.to,
    })
    .where(eq(provider.id, id))
    .run();
  const own = { providerId: id, source: 'sample', asAt: today } as const;
  if (name !== undefined) {
    tx.insert(providerFieldSource)
      .values({ ...own, fieldGroup: 'name' })
      .run();
  }
  if (outward !== undefined) {
    tx.insert(providerFieldSource)
      .values({ ...own, fieldGroup: 'address' })
      .run();
  }
}

function saveOffer(
  tx: Tx,
  ids: Ids,
  providerId: string,
  details: SampleDetails,
  today: string,
): void {
  const own = () => ({ id: ids.id(), providerId });
  const times = (details.hours ?? []).flatMap(({ days, opens, closes, term }) =>
    days.map((day) => ({ ...own(), day, opens, closes, term })),
  );
  const costs = (details.costs ?? []).map(({ unit, pence, label = null, ages }) => ({
    ...own(),
    ...{ unit, pence, label, agesFromMonths: ages?.from ?? null, agesToMonths: ages?.to ?? null },
  }));
  const vacancies = (details.vacancies ?? []).map(({ ages, day = null, places, daysAgo }) => ({
    ...own(),
    ...{ agesFromMonths: ages.from, agesToMonths: ages.to, day, places },
    asAt: addDays(today, -daysAgo),
  }));
  if (times.length > 0) tx.insert(schedule).values(times).run();
  if (costs.length > 0) tx.insert(costOption).values(costs).run();
  if (vacancies.length > 0) tx.insert(vacancy).values(vacancies).run();
}

function saveAnswers(
  tx: Tx,
  providerId: string,
  { inclusion }: SampleDetails,
  today: string,
): void {
  if (!inclusion) return;
  const confirmedOn = addDays(today, -inclusion.daysAgo);
  const rows = Object.entries(inclusion.answers).map(([attribute, answer]) => ({
    ...{ providerId, attribute, answer, confirmedOn },
    note: inclusion.notes[attribute] ?? null,
    source: 'sample' as const,
  }));
  tx.insert(inclusionAnswer).values(rows).run();
}

/** Whether the directory holds anything that is not the sample's. */
export const hasRealPlaces = (db: Reader): boolean =>
  db
    .select({ id: provider.id })
    .from(provider)
    .where(eq(provider.isSample, false))
    .limit(1)
    .get() !== undefined;

/** The details come last, in one transaction: when any are there, all are. */
export const hasSampleDetails = (db: Reader): boolean =>
  db
    .select({ id: inclusionAnswer.providerId })
    .from(inclusionAnswer)
    .where(eq(inclusionAnswer.source, 'sample'))
    .limit(1)
    .get() !== undefined;
