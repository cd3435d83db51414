import {
  contact,
  costOption,
  fundedPlace,
  inclusionAnswer,
  schedule,
  schoolRun,
  spokenLanguage,
} from '#db/schema/directory-offer.ts';
import type { RowWriter } from './row-writer-store.ts';
import type { FieldGroup } from './service-known-store.ts';
import type { ServiceRecord } from './service-record.ts';

type Kept = ReadonlySet<FieldGroup>;

/** Takes away what a record offers, but for the groups that somebody nearer answers for. */
export function removeOffer(write: RowWriter, id: string, kept: Kept): void {
  const of = { serviceAtLocationId: id };
  write.remove(schoolRun, of);
  if (!kept.has('contact')) write.remove(contact, of);
  if (!kept.has('hours')) write.remove(schedule, of);
  if (!kept.has('costs')) write.remove(costOption, of);
  if (!kept.has('funding')) write.remove(fundedPlace, of);
  if (!kept.has('languages')) write.remove(spokenLanguage, of);
  if (!kept.has('inclusion')) write.remove(inclusionAnswer, of);
}

/** Writes what a record offers, but for the groups that somebody nearer answers for. */
export function addOffer(write: RowWriter, { id, offer, isSample }: ServiceRecord, kept: Kept) {
  const of = { serviceAtLocationId: id };
  const news = <One>(group: FieldGroup, all: readonly One[]): readonly One[] =>
    kept.has(group) ? [] : all;
  for (const one of offer.schoolRuns) write.insert(schoolRun, { ...of, ...one });
  news('contact', offer.contacts).forEach((one, at) =>
    write.insert(contact, { ...of, ...one, id: childId(id, at) }),
  );
  news('hours', offer.schedule).forEach((one, at) =>
    write.insert(schedule, { ...of, ...one, id: childId(id, at) }),
  );
  news('costs', offer.costs).forEach(({ ages, ...one }, at) =>
    write.insert(costOption, {
      ...{ ...of, ...one, id: childId(id, at) },
      ...{ agesFromMonths: ages?.from ?? null, agesToMonths: ages?.to ?? null },
    }),
  );
  for (const one of news('funding', offer.funded)) write.insert(fundedPlace, { ...of, ...one });
  for (const language of news('languages', offer.languages))
    write.insert(spokenLanguage, { ...of, language });
  for (const one of news('inclusion', offer.inclusion))
    write.insert(inclusionAnswer, { ...of, ...one, source: isSample ? 'sample' : 'provider' });
}

/** In the order of the file, which is that of the ids. */
const childId = (id: string, at: number): string => `${id}-${String(at + 1).padStart(2, '0')}`;
