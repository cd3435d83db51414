import type { Reader } from '#db/open-database.ts';
import { findPostcode } from '#directory/postcode-store.ts';
import { readAsking } from './asking-store.ts';
import type { Outcome } from './case-status.ts';
import type { OpenCase } from './case-store.ts';
import { demandOf, type Demand } from './demand.ts';

/** The anonymous rows of a case that closes with an outcome on a London day. */
export function demandRows(
  db: Reader,
  subject: OpenCase,
  outcome: Outcome,
  today: string,
): readonly Demand[] {
  const found = findPostcode(db, subject.family.place.postcode);
  const ward = found.ok ? found.value.ward : null;
  return demandOf(subject.family, ward, outcome, today, readAsking(db, subject));
}
