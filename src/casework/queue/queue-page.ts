import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { claimCase } from './claim-case.ts';
import { listQueue } from './list-queue.ts';
import { isQueueView } from './queue.ts';
import { queueView } from './queue.view.ts';

type Href = (path: string, query?: Query) => string;
type View = ReturnType<typeof queueView>;
/** The queue, or (after a claim) where to go. */
type QueuePage =
  | { readonly redirect: string; readonly view: null }
  | { readonly redirect: null; readonly view: View };

/** The queue, and its claim buttons: a claimed case opens. */
export async function queuePage(
  ctx: Ctx,
  href: Href,
  request: Request,
): Promise<Result<QueuePage>> {
  if (request.method === 'POST') {
    const reference = typedValue(readTyped(await request.formData()), 'claim');
    const claimed = claimCase(ctx, reference);
    if (!claimed.ok) return claimed;
    return success({ redirect: href(`/staff/case/${reference}`), view: null });
  }
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('view');
  const view = isQueueView(asked) ? asked : 'unassigned';
  const queue = listQueue(ctx, view, Number(searchParams.get('page')) || 1);
  return queue.ok ? success({ redirect: null, view: queueView(ctx, href, queue.value) }) : queue;
}
