import type { OpenCase } from '#brokerage/case-store.ts';
import { listOffers } from '#brokerage/offer-store.ts';
import type { Reader } from '#db/open-database.ts';
import { findPostcode } from '#directory/postcode-store.ts';
import { listEnquiries } from '../asking/enquiry-store.ts';
import { countMissedCalls } from './missed-calls-store.ts';
import { missingFacts, type SufficiencyFact } from './missing-facts.ts';

/** Lost contact is after so many tries. */
export const triesBeforeLost = 3;

export type ClosingFacts = {
  /** What the sufficiency report would lack. */
  readonly missing: readonly SufficiencyFact[];
  readonly unanswered: number;
  /** Calls to the family that did not reach it. */
  readonly tries: number;
};

/** What closing a case depends on, as it stands. */
export function closingFacts(db: Reader, subject: OpenCase): ClosingFacts {
  const enquiries = listEnquiries(db, subject);
  const found = findPostcode(db, subject.family.place.postcode);
  return {
    missing: missingFacts({
      family: subject.family,
      isWardKnown: found.ok && found.value.ward !== null,
      enquiries,
      offers: listOffers(db, subject),
    }),
    unanswered: enquiries.filter(({ answer }) => answer === null).length,
    tries: countMissedCalls(db, subject.id),
  };
}
