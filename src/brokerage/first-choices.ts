import { placeName } from '#directory/place-words.ts';
import { readProviders } from '#directory/provider-cache.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { openDraft } from './answer-question.ts';
import { saveAnswers, type Answers } from './draft-store.ts';
import { placesSoFar } from './fit-so-far.ts';
import { reasonText } from './match/reason-words.ts';

type Href = (path: string, query?: Query) => string;
const most = 8;

/** The names of the places to ask first, a line each; '' when none was picked. */
export const firstChoiceNames = ({ db, words }: Ctx, { first }: Pick<Answers, 'first'>): string =>
  readProviders(db, first)
    .map((provider) => placeName(words, provider))
    .join('\n');

/** The places to ask first, a line each, as a row of the answers with its link to pick them. */
export function firstChoicesRow(ctx: Ctx, href: Href, answers: Answers) {
  const { t } = ctx.words;
  const names = firstChoiceNames(ctx, answers);
  const key = t('brokerage:check.row.first');
  const change = { text: t('brokerage:check.change'), visuallyHiddenText: key };
  return {
    key: { text: key },
    value: { text: names || t('brokerage:check.firstNone') },
    typed: false,
    actions: { items: [{ href: href('/ask/first'), ...change }] },
  };
}

/**
 * The page to pick the places that are asked first: those kept on the shortlist or come from, then
 * the best that may fit. Gives where to go once picked. Problem: `draft-gone`.
 */
export async function firstChoicesPage(
  ctx: Ctx,
  href: Href,
  token: string | undefined,
  request: Request,
): Promise<Result<FirstChoices, 'draft-gone'>> {
  const typed = request.method === 'POST' ? readTyped(await request.formData()) : null;
  const draft = openDraft(ctx, token);
  if (!draft.ok) return draft;
  const { answers } = draft.value;
  const items = choicesOf(ctx, answers);
  if (typed === null)
    return success({ redirect: null, items, values: answers.first, backHref: href('/ask/check') });
  const known = new Set(items.map(({ value }) => value));
  const first = (typed['first'] ?? []).filter((id) => known.has(id));
  saveAnswers(ctx.db, draft.value, { ...answers, first });
  return success({ redirect: href('/ask/check'), items, values: first, backHref: '' });
}

type FirstChoices = {
  readonly redirect: string | null;
  readonly items: ReturnType<typeof choicesOf>;
  readonly values: readonly string[];
  readonly backHref: string;
};

function choicesOf(ctx: Ctx, answers: Answers) {
  const { words } = ctx;
  const fits = (placesSoFar(ctx, answers) ?? []).slice(0, most);
  const fitting = new Map(fits.map(({ provider, reasons }) => [provider.id, reasons]));
  const { shortlist, providerId } = answers.cameFrom;
  const ids = new Set([
    ...shortlist,
    ...(providerId === '' ? [] : [providerId]),
    ...fitting.keys(),
  ]);
  return readProviders(ctx.db, [...ids]).map((provider) => ({
    value: provider.id,
    text: placeName(words, provider),
    hint: {
      text: (fitting.get(provider.id) ?? []).map((reason) => reasonText(words, reason)).join(' · '),
    },
  }));
}
