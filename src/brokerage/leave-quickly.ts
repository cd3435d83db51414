import type { App } from '#platform/context.ts';
import { endVisit } from '#platform/links/visit.ts';
import { deleteDraft } from './draft-store.ts';

/**
 * Forgets, for somebody who has to leave at once, what was being written in this browser and its way in
 * to a request. What was sent stays.
 */
export function leaveQuickly(
  app: Pick<App, 'db'>,
  secrets: { readonly draft: string | undefined; readonly family: string | undefined },
): void {
  if (secrets.draft !== undefined) deleteDraft(app.db, secrets.draft);
  if (secrets.family !== undefined) endVisit(app.db, secrets.family);
}
