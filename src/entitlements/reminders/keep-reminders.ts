import { addDays, londonTime } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import { addHours } from '#platform/links/access-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { inTransaction } from '#platform/transaction.ts';
import { unconfirmedDays } from './reminder.ts';
import { deleteReminders, deleteSent, listDue, listOver, markQueued } from './reminder-store.ts';

export type KeptReminders = { readonly reminders: number; readonly remindersGone: number };

/** Nobody is written to before this hour in London. */
const opens = 8;

/**
 * Run by housekeeping, as often as it likes: queues what is due, deletes what was sent, and forgets who
 * did not confirm within seven days or has nothing left to be reminded of.
 */
export function keepReminders(app: App): KeptReminders {
  const { day, hour } = londonTime(app.clock.now());
  const due = listDue(app.db, hour >= opens ? day : addDays(day, -1));
  for (const id of due) queue(app, id);
  return { reminders: due.length, remindersGone: forget(app) };
}

const queue = (app: App, id: string): null =>
  inTransaction(app.db, (tx) => {
    markQueued(tx, app.clock, id);
    enqueueMessage(tx, app, { kind: 'reminder', subjectId: id, dedupeKey: `reminder:${id}` });
    return null;
  });

const forget = (app: App): number =>
  inTransaction(app.db, (tx) => {
    const sent = deleteSent(tx);
    for (const id of listOver(tx, addHours(app.clock.now(), -24 * unconfirmedDays))) {
      deleteReminders(tx, id);
    }
    return sent;
  });
