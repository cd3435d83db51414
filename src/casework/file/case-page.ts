import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, typedValue, type Typed } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { caseView } from './case.view.ts';
import { claimCase } from '../queue/claim-case.ts';
import { offerPlace } from '../asking/offer-place.ts';
import { settleMessages } from './settle-messages.ts';
import { viewCase } from './view-case.ts';

type Href = (path: string, query?: Query) => string;
type CasePage = {
  readonly redirect: string | null;
  readonly view: ReturnType<typeof caseView> | null;
};

/** A case's page and its one-button actions; each leads back to the page. */
export async function casePage(
  ctx: Ctx,
  href: Href,
  reference: string,
  request: Request,
): Promise<Result<CasePage>> {
  if (request.method !== 'POST') {
    const file = viewCase(ctx, reference);
    return file.ok ? success({ redirect: null, view: caseView(ctx, href, file.value) }) : file;
  }
  const acted = act(ctx, reference, readTyped(await request.formData()));
  return acted.ok ? success({ redirect: href(`/staff/case/${reference}`), view: null }) : acted;
}

function act(ctx: Ctx, reference: string, typed: Typed): Result<null> {
  switch (typedValue(typed, 'do')) {
    case 'claim':
      return claimCase(ctx, reference);
    case 'offer':
      return offerPlace(ctx, {
        reference,
        version: Number(typedValue(typed, 'version')),
        enquiryId: typedValue(typed, 'enquiry'),
      });
    case 'settle-messages':
      return settleMessages(ctx, { reference, version: Number(typedValue(typed, 'version')) });
    default:
      return failure('not-found');
  }
}
