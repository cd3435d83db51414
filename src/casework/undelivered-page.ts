import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { listUndeliveredMessages } from './list-undelivered.ts';
import { sendUndelivered } from './send-undelivered.ts';
import { undeliveredView, type Done } from './undelivered.view.ts';

type Href = (path: string, query?: Query) => string;
type View = ReturnType<typeof undeliveredView>;
/** The list, or (after a button was pressed) where to go. */
type UndeliveredPage =
  | { readonly redirect: string; readonly view: null }
  | { readonly redirect: null; readonly view: View };

/** The messages that did not arrive, and their buttons. Problem: `not-allowed`. */
export async function undeliveredPage(
  ctx: Ctx,
  href: Href,
  request: Request,
): Promise<Result<UndeliveredPage, 'not-allowed'>> {
  if (request.method === 'POST') {
    const id = typedValue(readTyped(await request.formData()), 'again');
    const sent = sendUndelivered(ctx, id);
    if (!sent.ok) return sent;
    const done = sent.value ? 'again' : 'moot';
    return success({ redirect: href('/staff/undelivered', { done }), view: null });
  }
  const listed = listUndeliveredMessages(ctx);
  if (!listed.ok) return listed;
  const done = doneOf(new URL(request.url).searchParams.get('done'));
  return success({ redirect: null, view: undeliveredView(ctx, href, listed.value, done) });
}

const doneOf = (asked: string | null): Done =>
  asked === 'again' || asked === 'moot' ? asked : null;
