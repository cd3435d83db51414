import { londonDay } from '#platform/calendar/london-time.ts';
import type { Words } from '#platform/i18n/words.ts';
import { daysLeft, type ComplaintKind } from './complaint.ts';
import type { Complaint } from './complaint-store.ts';

type Clocked = Pick<Complaint, 'kind' | 'receivedAt' | 'due' | 'acknowledgedAt'>;

const kindWords = {
  service: 'records:complaint.kind.service',
  'data-protection': 'records:complaint.kind.dataProtection',
} as const satisfies Record<ComplaintKind, string>;

/** How a complaint stands, in words; `today` is London's day. */
export function clockView(
  { t, format }: Words,
  { kind, receivedAt, due, acknowledgedAt }: Clocked,
  today: string,
) {
  const left = daysLeft(due, today);
  return {
    kind: t(kindWords[kind]),
    received: format.day(londonDay(new Date(receivedAt))),
    due: format.day(due),
    isLate: left < 0,
    clock:
      left < 0
        ? t('records:complaint.late', { count: -left })
        : t('records:complaint.left', { count: left }),
    acknowledged:
      acknowledgedAt === null
        ? t('records:complaint.notAcknowledged')
        : t('records:complaint.acknowledgedOn', {
            day: format.day(londonDay(new Date(acknowledgedAt))),
          }),
  };
}

/** One complaint on its case's page. */
export const complaintView = (words: Words, complaint: Complaint, today: string) => ({
  ...clockView(words, complaint, today),
  ...{ id: complaint.id, text: complaint.text, answer: complaint.answer },
  mayAcknowledge: complaint.acknowledgedAt === null && complaint.closedAt === null,
  isOpen: complaint.closedAt === null,
});
