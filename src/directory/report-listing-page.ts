import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { parseTyped, readTyped, showProblems, type FieldProblem } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { placeName } from './place-words.ts';
import { getProvider } from './provider-store.ts';
import { reportForm } from './report-listing.form.ts';
import { reportListing } from './report-listing.ts';
import { reportFormView } from './report-listing.view.ts';

type ReportPage = {
  readonly name: string;
  readonly isEnglish: boolean;
  readonly pageHref: string;
  readonly form: ReturnType<typeof reportFormView>;
  readonly problems: ReturnType<typeof showProblems>;
  /** Too many reports came in: this one was not kept. */
  readonly isBusy: boolean;
  readonly status: number;
  /** Where to go once it is kept. */
  readonly sentHref: string | null;
};

/**
 * The form that says what is wrong on a page; `data` is null until it is sent. `mayGoOn` says whether
 * this visitor may report now, and is only asked for a whole form. Problem: `not-found`.
 */
export function reportListingPage(
  ctx: Ctx,
  href: (path: string, query?: Query) => string,
  providerId: string,
  data: FormData | null,
  mayGoOn: () => boolean = () => true,
): Result<ReportPage, 'not-found'> {
  const provider = getProvider(ctx.db, providerId);
  if (provider === null) return failure('not-found');
  const typed = data === null ? {} : readTyped(data);
  const path = `/provider/${provider.id}`;
  const page = (change: Partial<ReportPage>, wrong: readonly FieldProblem[] = []) =>
    success({
      name: placeName(ctx.words, provider),
      isEnglish: provider.name !== null,
      pageHref: href(path),
      form: reportFormView(ctx.words, typed, ctx.ids.id()),
      problems: showProblems(ctx.words, wrong),
      ...{ isBusy: false, status: 200, sentHref: null },
      ...change,
    });
  if (data === null) return page({});
  const parsed = parseTyped(reportForm, typed);
  if (!parsed.ok) return page({ status: 422 }, parsed.problems);
  if (!mayGoOn()) return page({ isBusy: true, status: 429 });
  const kept = reportListing(ctx, provider.id, parsed.value);
  if (kept.ok) return page({ sentHref: href(`${path}/report/sent`) });
  return kept.problem === 'not-found' ? failure('not-found') : page({ isBusy: true, status: 429 });
}
