import type { OpenCase } from '#brokerage/case-store.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { statusWords } from '../case-words.ts';
import { agesText } from './case-facts.view.ts';
import { isSameContact, mayBeJoined } from './merge-cases.ts';
import { readCase } from './read-case.ts';
import { typedReference } from './typed-reference.ts';

export type PairSide = {
  readonly reference: string;
  readonly rows: readonly { readonly key: string; readonly text: string }[];
};
/** Two requests beside each other, to see whether they are one family's. */
export type Pair = {
  readonly version: number;
  readonly otherVersion: number;
  readonly sides: readonly PairSide[];
  /** The same e-mail address or phone number stands on both. */
  readonly isSameContact: boolean;
  readonly mayBeJoined: boolean;
};

/**
 * The other request of a pair, opened and audited like any reading of a case; null when the reference
 * is none, is this case's own, or is not there.
 */
export function viewPair(ctx: Ctx, subject: OpenCase, asked: string): Pair | null {
  const reference = typedReference(asked);
  if (reference === null || reference === subject.reference) return null;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return null;
  const other = read.value;
  return {
    ...{ version: subject.version, otherVersion: other.version },
    sides: [sideOf(ctx, subject), sideOf(ctx, other)],
    isSameContact: isSameContact(ctx.db, subject, other),
    mayBeJoined: mayBeJoined(ctx.db, subject, other),
  };
}

function sideOf(
  { words, clock }: Ctx,
  { reference, family, status, receivedAt }: OpenCase,
): PairSide {
  const { t, format } = words;
  const today = londonDay(clock.now());
  const { name, email, phone } = family.contact;
  const rows = [
    { key: t('casework:case.row.name'), text: name },
    { key: t('casework:case.row.email'), text: email },
    { key: t('casework:case.row.phone'), text: lastOf(phone) },
    { key: t('casework:case.row.age'), text: agesText({ words, today }, family) },
    { key: t('casework:case.status'), text: t(statusWords[status]) },
    { key: t('casework:case.received'), text: format.moment(new Date(receivedAt)) },
  ];
  return { reference, rows: rows.filter(({ text }) => text !== '') };
}

/** Enough to compare; a number is shown whole only with the rules for calling it. */
const lastOf = (phone: string): string => (phone === '' ? '' : `… ${phone.slice(-3)}`);
