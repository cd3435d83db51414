import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { claimCase } from './claim-case.ts';
import { listQueue } from './list-queue.ts';
import { isQueueView } from './queue.ts';
import { queueView } from './queue.view.ts';

type Href = (path: string, query?: Query) => string;
type QueuePage = { readonly redirect: string | null; readonly view: ReturnType<typeof queueView> };

/** The queue, and its claim buttons: a claimed case opens. */
export async function queuePage(
  ctx: Ctx,
  href: Href,
  request: Request,
): Promise<Result<QueuePage>> {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('view');
  const queue = listQueue(
    ctx,
    isQueueView(asked) ? asked : 'unassigned',
    Number(searchParams.get('page')) || 1,
  );
  if (!queue.ok) return queue;
  const view = queueView(ctx, href, queue.value);
  if (request.method !== 'POST') return success({ redirect: null, view });
  const reference = typedValue(readTyped(await request.formData()), 'claim');
  const claimed = claimCase(ctx, reference);
  return claimed.ok ? success({ redirect: href(`/staff/case/${reference}`), view }) : claimed;
}
