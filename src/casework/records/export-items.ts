import type { OpenCase } from '#brokerage/case-store.ts';
import type { Reader } from '#db/open-database.ts';
import { listCasePlaces } from '../asking/case-place-store.ts';
import { listEnquiries } from '../asking/enquiry-store.ts';
import { listCalls } from '../file/call-store.ts';
import { listContacts } from '../file/contact-store.ts';
import { listNotes } from '../file/note-store.ts';
import { listReferrals } from '../file/referral-store.ts';
import { listTasks } from '../file/task-store.ts';
import { listComplaintsOf } from './complaint-store.ts';

export const exportKinds = [
  'note',
  'call',
  'contact',
  'referral',
  'place',
  'provider',
  'task',
  'complaint',
] as const;
export type ExportKind = (typeof exportKinds)[number];

/**
 * What staff and others wrote about a family, which may tell of somebody else too. `at` is a moment
 * or null; `facts` are beside the words and never name anybody but the service or place.
 */
export type ExportItem = {
  readonly id: string;
  readonly kind: ExportKind;
  readonly at: string | null;
  readonly text: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** All such words of a case. Each id is the same as long as the case does not change. */
export function exportItems(db: Reader, subject: OpenCase): readonly ExportItem[] {
  const texts = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n');
  const found: readonly Omit<ExportItem, 'id'>[] = [
    ...listNotes(db, subject).map(({ at, text }) => ({
      kind: 'note' as const,
      at,
      text,
      facts: {},
    })),
    ...listCalls(db, subject).map(({ at, note, direction, result, interpreter }) => ({
      ...{ kind: 'call' as const, at, text: note },
      facts: { direction, result, interpreter },
    })),
    ...listContacts(db, subject).map(({ at, name, team, reach, note, role }) => ({
      ...{ kind: 'contact' as const, at, facts: { role } },
      text: texts(name, team, reach, note),
    })),
    ...listReferrals(db, subject).map(({ at, purpose, to, consent, parts }) => ({
      ...{ kind: 'referral' as const, at, text: purpose },
      facts: { to, consent, shared: parts },
    })),
    ...listCasePlaces(db, subject).map(({ verdict, detail }) => ({
      ...{ kind: 'place' as const, at: null, facts: { verdict } },
      text: texts(detail.name, detail.email, detail.phone, detail.reason),
    })),
    ...listEnquiries(db, subject).map(({ askedAt, question, answer }) => ({
      ...{ kind: 'provider' as const, at: askedAt, facts: { place: question.providerName } },
      text: texts(question.note, answer?.note ?? ''),
    })),
    ...listTasks(db, subject).map(({ text, due }) => ({
      ...{ kind: 'task' as const, at: null, text, facts: { due } },
    })),
    ...listComplaintsOf(db, subject).map(({ receivedAt, text, answer, kind, due }) => ({
      ...{ kind: 'complaint' as const, at: receivedAt, text: texts(text, answer ?? '') },
      facts: { about: kind, due },
    })),
  ];
  return found.map((item, index) => ({ id: `${item.kind}-${index}`, ...item }));
}
