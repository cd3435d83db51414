import type { App } from '#platform/context.ts';
import { addHours } from '#platform/links/access-link.ts';
import { deleteCodesUpTo } from './access-code-store.ts';
import { codeCountedHours } from './find-request.ts';

/** Removes codes that open nothing and count for nothing any more; run by housekeeping. */
export const purgeCodes = (app: Pick<App, 'db' | 'clock'>): number =>
  deleteCodesUpTo(app.db, addHours(app.clock.now(), -codeCountedHours));
