import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { downloadHtml } from './download-html.ts';
import { downloadRequest } from './download-request.ts';
import { familyRows } from './family-rows.ts';
import { ownCase } from './own-case.ts';

/** Everything held about the asker's request as one page in its language. Problem: `not-found`. */
export function downloadPage(ctx: Ctx): Result<string, 'not-found'> {
  const held = downloadRequest(ctx);
  const own = ownCase(ctx.db, ctx);
  if (!held.ok) return held;
  if (!own.ok) return own;
  const answers = familyRows(ctx.words, own.value.family, londonDay(ctx.clock.now()));
  return success(downloadHtml(ctx.words, held.value, answers));
}
