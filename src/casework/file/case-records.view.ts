import type { Ctx } from '#platform/context.ts';
import { managerOf } from '../records/manager.ts';
import { staffWith } from '../staff-rights.ts';

/** What can be done with the record of a case itself, for who may. */
export function recordLinks({ words, actor }: Ctx, to: (place: string) => string) {
  if (!staffWith('work', actor).ok) return [];
  return [
    { text: words.t('records:export.title'), href: to('export') },
    { text: words.t('records:complaint.title'), href: to('complaint') },
    { text: words.t('records:erase.title'), href: to('erase') },
    ...(managerOf(actor).ok ? [{ text: words.t('records:hold.title'), href: to('hold') }] : []),
  ];
}
