import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { listHeld } from './quarantine-store.ts';
import { quarantineView } from './quarantine.view.ts';
import { settleQuarantine, verdicts } from './settle-quarantine.ts';
import { staffWith } from './staff-rights.ts';

type Href = (path: string, query?: Query) => string;
type QuarantinePage = {
  /** True once a request was settled: look again. */
  readonly isSettled: boolean;
  readonly lists: ReturnType<typeof quarantineView>;
};

const mostShown = 100;

/**
 * Requests that were held back, and the buttons that settle them: `let-in` or `spam` with the
 * reference as its value. Problems: `not-allowed`, `not-found`.
 */
export async function quarantinePage(
  ctx: Ctx,
  href: Href,
  request: Request,
): Promise<Result<QuarantinePage, 'not-allowed' | 'not-found'>> {
  const staff = staffWith('read', ctx.actor);
  if (!staff.ok) return staff;
  if (request.method === 'POST') {
    const typed = readTyped(await request.formData());
    for (const verdict of verdicts) {
      const reference = typedValue(typed, verdict);
      if (reference === '') continue;
      const settled = settleQuarantine(ctx, reference, verdict);
      return settled.ok ? success({ isSettled: true, lists: [] }) : settled;
    }
  }
  const held = listHeld(ctx.db, false, mostShown);
  const spam = listHeld(ctx.db, true, mostShown);
  return success({ isSettled: false, lists: quarantineView(ctx.words, href, { held, spam }) });
}
