import { z } from 'zod';
import { oneLine } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

const missing: WordKey = 'queue:handOver.to.missing';
const tooLong: WordKey = 'queue:handOver.note.tooLong';

/** What the choice of the queue sends. */
export const toQueue = 'queue';

const fields = {
  to: oneLine
    .pipe(z.string().min(1, { error: missing }))
    .transform((to) => (to === toQueue ? null : to)),
  note: oneLine.pipe(z.string().max(2000, { error: tooLong })),
};

/** One request: who takes it, null for the queue, and the note. */
export const handOverForm = z.object({ version: oneLine.transform(Number), ...fields });

/** All requests of one person to another; somebody who hands over their own chooses nobody. */
export const handOverAllForm = (self: string) =>
  z
    .object({ whose: oneLine, ...fields })
    .transform(({ whose, ...rest }) => ({ ...rest, from: whose === '' ? self : whose }));
