import { getProvider } from '#directory/provider-store.ts';
import { placeName } from '#directory/place-words.ts';
import type { Ctx } from '#platform/context.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { parseTyped, readTyped, showProblems, type Typed } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { askForm } from './ask.form.ts';
import { askProvider } from './ask-provider.ts';
import { questionFor, type EnquiryQuestion } from './enquiry.ts';
import { readCase } from '../file/read-case.ts';

export type AskProviderPage = {
  readonly done: boolean;
  readonly title: string;
  readonly version: number;
  readonly typed: Typed;
  readonly mustAgree: boolean;
  readonly preview: EnquiryQuestion;
  readonly problems: ReturnType<typeof showProblems>;
  /** Somebody changed the case meanwhile; what was typed is kept. */
  readonly stale: boolean;
};

/** Asks one provider: shows all that it will be told, then sends it. */
export async function askProviderPage(
  ctx: Ctx,
  reference: string,
  providerId: string,
  request: Request,
): Promise<Result<AskProviderPage>> {
  const read = readCase(ctx, reference);
  if (!read.ok) return read;
  const subject = read.value;
  const provider = getProvider(ctx.db, providerId);
  if (!provider) return failure('not-found');
  const name = placeName(ctx.words, provider);
  const blank = { email: '', providerName: name, note: '' };
  const page = {
    done: false,
    title: name,
    version: subject.version,
    typed: { email: [provider.email ?? ''], providerName: [provider.name ?? ''] },
    mustAgree: subject.family.sharing.share === 'ask-first',
    preview: questionFor(subject.family, londonDay(ctx.clock.now()), blank),
    problems: showProblems(ctx.words, []),
    stale: false,
  };
  if (request.method !== 'POST') return success(page);
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(askForm(subject.family.sharing.share), typed);
  if (!parsed.ok)
    return success({ ...page, typed, problems: showProblems(ctx.words, parsed.problems) });
  const asked = askProvider(ctx, { ...parsed.value, reference, providerId });
  if (asked.ok) return success({ ...page, done: true });
  return asked.problem === 'stale-version' ? success({ ...page, typed, stale: true }) : asked;
}
