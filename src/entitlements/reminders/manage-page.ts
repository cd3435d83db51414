import type { Ctx } from '#platform/context.ts';
import { inTransaction } from '#platform/transaction.ts';
import { checkToday } from '../checker/check-today.ts';
import { confirmReminders, deleteReminders, findReminders } from './reminder-store.ts';
import { dayText } from './reminder.view.ts';

export type ManagePage = {
  readonly state: 'ask' | 'on' | 'gone';
  /** Confirmed just now. */
  readonly isNew: boolean;
  readonly days: readonly { readonly text: string; readonly sends: string }[];
};

const gone: ManagePage = { state: 'gone', isNew: false, days: [] };

/**
 * The page that the link in each message leads to. To look changes nothing, since mail scanners follow
 * links; its buttons confirm (`do` is `confirm`) or delete all (`stop`). `data` is null until one is pressed.
 */
export function managePage(ctx: Ctx, token: string, data: FormData | null): ManagePage {
  const found = findReminders(ctx.db, token);
  if (found === undefined) return gone;
  const wish = data?.get('do');
  if (wish === 'stop') {
    inTransaction(ctx.db, (tx) => {
      deleteReminders(tx, found.id);
      return null;
    });
    return gone;
  }
  const isNew = wish === 'confirm' && !found.isConfirmed;
  if (isNew) {
    inTransaction(ctx.db, (tx) => {
      confirmReminders(tx, ctx.clock, found.id);
      return null;
    });
  }
  const texts = checkToday(ctx);
  const { t, format } = ctx.words;
  return {
    state: found.isConfirmed || isNew ? 'on' : 'ask',
    isNew,
    days: found.days.map((day) => ({
      text: dayText(texts, day),
      sends: t('checker:remind.on.sends', { day: format.day(day.sendOn) }),
    })),
  };
}
