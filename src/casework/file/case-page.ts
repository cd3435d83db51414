import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, typedValue, type Typed } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { claimCase } from '../queue/claim-case.ts';
import { askingAction } from './asking-actions.ts';
import { timelineShow } from './case-timeline.view.ts';
import { caseView, type CaseView } from './case.view.ts';
import { finishTask } from './finish-task.ts';
import { removeContact } from './remove-contact.ts';
import { reopenRequest } from './reopen-request.ts';
import { settleMessages } from './settle-messages.ts';
import { takeApart } from './take-apart.ts';
import { viewCase } from './view-case.ts';

type Href = (path: string, query?: Query) => string;
type CasePage = { readonly redirect: string | null; readonly view: CaseView | null };

/** A case's page and its one-button actions; each leads back to the page. */
export async function casePage(
  ctx: Ctx,
  href: Href,
  reference: string,
  request: Request,
): Promise<Result<CasePage>> {
  if (request.method !== 'POST') {
    const file = viewCase(ctx, reference);
    if (!file.ok) return file;
    const show = timelineShow(new URL(request.url).searchParams.get('show'));
    return success({ redirect: null, view: caseView(ctx, href, file.value, show) });
  }
  const acted = act(ctx, reference, readTyped(await request.formData()));
  return acted.ok ? success({ redirect: href(`/staff/case/${reference}`), view: null }) : acted;
}

function act(ctx: Ctx, reference: string, typed: Typed): Result<null> {
  const at = { reference, version: Number(typedValue(typed, 'version')) };
  switch (typedValue(typed, 'do')) {
    case 'claim':
      return claimCase(ctx, reference);
    case 'reopen':
      return reopenRequest(ctx, at);
    case 'settle-messages':
      return settleMessages(ctx, at);
    case 'finish-task':
      return finishTask(ctx, reference, typedValue(typed, 'task'));
    case 'remove-contact':
      return removeContact(ctx, reference, typedValue(typed, 'contact'));
    case 'take-apart':
      return takeApart(ctx, at, typedValue(typed, 'tie'));
    default:
      return askingAction(ctx, reference, typed);
  }
}
