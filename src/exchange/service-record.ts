import { hash } from 'node:crypto';
import type { InclusionKey } from '#directory/inclusion-vocabulary.ts';
import type { Contact, CostOption, FundedPlace, OpeningTime } from '#directory/provider.ts';
import type { Audience, Outcome, ServiceKind } from '#directory/taxonomy.ts';

/** What a file says of one service at one public place, before anything is written. */
export type ServiceRecord = {
  /** Safe in an address. */
  readonly id: string;
  readonly source: string;
  /** ISO days: what the source speaks for, and when somebody last said that all is right. */
  readonly asAt: string;
  readonly confirmedOn: string | null;
  readonly isSample: boolean;
  readonly organisation: RecordOrganisation | null;
  readonly service: RecordService;
  readonly location: RecordLocation;
  readonly offer: RecordOffer;
};

export type RecordOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly address: string | null;
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

export type RecordService = {
  readonly id: string;
  readonly name: string;
  readonly kind: ServiceKind;
  readonly alsoKinds: readonly ServiceKind[];
  readonly outcomes: readonly Outcome[];
  readonly audiences: readonly Audience[];
  readonly description: string | null;
  readonly eligibility: string | null;
  readonly howToAccess: string | null;
  readonly forDisabledChildren: string | null;
  readonly agesFromMonths: number | null;
  readonly agesToMonths: number | null;
  readonly isFree: boolean | null;
  readonly freeEarlyYears: boolean | null;
  /** Pence. */
  readonly deposit: number | null;
  readonly extras: string | null;
  readonly meals: string | null;
  readonly ratio: string | null;
  readonly waitingList: 'open' | 'closed' | 'none' | null;
};

export type RecordLocation = {
  readonly id: string;
  readonly type: 'physical' | 'virtual';
  readonly name: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly addressLine3: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly outwardPostcode: string | null;
  readonly authority: string;
  readonly directions: string | null;
};

export type RecordOffer = {
  readonly contacts: readonly Contact[];
  readonly schedule: readonly OpeningTime[];
  readonly costs: readonly CostOption[];
  readonly funded: readonly FundedPlace[];
  /** Codes. */
  readonly languages: readonly string[];
  readonly schoolRuns: readonly { readonly school: string; readonly schoolName: string }[];
  readonly inclusion: readonly RecordAnswer[];
};

export type RecordAnswer = {
  readonly attribute: InclusionKey;
  readonly answer: 'yes' | 'with-notice' | 'no' | 'ask-us';
  readonly note: string | null;
  /** ISO day. */
  readonly confirmedOn: string;
};

export const nothingOffered: RecordOffer = {
  ...{ contacts: [], schedule: [], costs: [], funded: [], languages: [], schoolRuns: [] },
  inclusion: [],
};

/** Raised when what is read from a row changes, so that known files are read again. */
const readingVersion = 1;

/** A short digest of what was said, whatever the day: the same again is no change. */
export function digestOf({ asAt: _day, ...said }: ServiceRecord): string {
  const text = JSON.stringify([readingVersion, said]);
  return hash('sha256', text, 'base64url').slice(0, 20);
}
