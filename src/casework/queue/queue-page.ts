import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, typedValue, type Typed } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { holderOf } from './case-holder.ts';
import { claimCase } from './claim-case.ts';
import { findCases } from './find-cases.ts';
import { listQueue } from './list-queue.ts';
import { readQueueQuery } from './queue-query.ts';
import { queueView, type Said } from './queue.view.ts';

type Href = (path: string, query?: Query) => string;
type View = ReturnType<typeof queueView>;
/** The queue, or where to go; `setShortcuts` when the keyboard shortcuts were switched on or off. */
export type QueuePage = {
  readonly redirect: string | null;
  readonly setShortcuts?: boolean;
  /** 409 when somebody was first with a claim. */
  readonly status: 200 | 409;
  readonly view: View | null;
};

/**
 * The queue with its buttons: `claim` opens the case, or says who has it; `find` searches; `shortcuts`
 * switches the keyboard shortcuts `on` or `off`. What is searched for is in no address.
 */
export async function queuePage(
  ctx: Ctx,
  href: Href,
  request: Request,
  hasShortcuts = false,
): Promise<Result<QueuePage>> {
  const { search, searchParams } = new URL(request.url);
  const shown = { ctx, href, searchParams, hasShortcuts };
  if (request.method !== 'POST') return show(shown, {});
  const typed = readTyped(await request.formData());
  const claim = typedValue(typed, 'claim');
  if (claim !== '') return claimOne(shown, claim);
  if (typed['find'] !== undefined) return find(shown, typedValue(typed, 'find').trim());
  return success({
    redirect: `${href('/staff')}${search}`,
    ...shortcutsOf(typed),
    ...{ status: 200, view: null },
  });
}

type Shown = {
  readonly ctx: Ctx;
  readonly href: Href;
  readonly searchParams: URLSearchParams;
  readonly hasShortcuts: boolean;
};

function show(shown: Shown, said: Said): Result<QueuePage> {
  const { ctx, href, searchParams, hasShortcuts } = shown;
  const queue = listQueue(ctx, readQueueQuery(searchParams));
  if (!queue.ok) return queue;
  const view = queueView(ctx, href, queue.value, { ...said, hasShortcuts });
  return success({ redirect: null, status: said.taken ? 409 : 200, view });
}

const leave = (redirect: string): Result<QueuePage> =>
  success({ redirect, status: 200, view: null });

function claimOne(shown: Shown, reference: string): Result<QueuePage> {
  const { ctx, href } = shown;
  const claimed = claimCase(ctx, reference);
  if (claimed.ok) return leave(href(`/staff/case/${reference}`));
  if (claimed.problem !== 'already-claimed') return claimed;
  const holder = holderOf(ctx, reference);
  if (!holder.ok || holder.value === null) return claimed;
  return show(shown, { taken: { reference, holder: holder.value } });
}

/** One request found is opened at once. */
function find(shown: Shown, text: string): Result<QueuePage> {
  if (text === '') return show(shown, {});
  const found = findCases(shown.ctx, text);
  if (!found.ok) return found;
  const [first, ...more] = found.value;
  if (first && more.length === 0) {
    return leave(shown.href(`/staff/case/${first.subject.reference}`));
  }
  return show(shown, { found: { text, rows: found.value } });
}

function shortcutsOf(typed: Typed): Pick<QueuePage, 'setShortcuts'> {
  const asked = typedValue(typed, 'shortcuts');
  return asked === 'on' || asked === 'off' ? { setShortcuts: asked === 'on' } : {};
}
