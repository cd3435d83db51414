import { addDays } from '#platform/calendar/london-time.ts';

export const complaintKinds = ['service', 'data-protection'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/**
 * Days in which a complaint is acknowledged by law when it is about personal data (Data (Use and
 * Access) Act 2025, section 103), and in which the council answers any.
 */
const daysToAnswer = 30;

/** The London day by which a complaint received on a London day must be answered. */
export const complaintDue = (receivedDay: string): string => addDays(receivedDay, daysToAnswer);

/** Calendar days left until `due`, on a London day; negative when it has passed. */
export const daysLeft = (due: string, today: string): number =>
  Math.round((Date.parse(`${due}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
