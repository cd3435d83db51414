import type { Ctx } from '#platform/context.ts';
import {
  parseTyped,
  readTyped,
  showProblems,
  typedValue,
  type Typed,
} from '#platform/http/form.ts';
import { enterAccessCode, hasCodeToEnter } from './enter-access-code.ts';
import { findRequest } from './find-request.ts';
import { findRequestForm, typedCode } from './find-request.form.ts';

type Shown = {
  readonly typed: Typed;
  readonly problems: ReturnType<typeof showProblems>;
  readonly status: number;
};
/** The form, or (once a code was asked for) the secret of this browser's cookie. */
export type FindRequestPage = Shown & {
  readonly token: string | null;
  /** Too many people ask at once: nothing was looked for. */
  readonly isBusy: boolean;
  readonly hasError: boolean;
};

/**
 * The page for somebody without a link; `data` is null until it is sent. `mayAsk` says whether so
 * many have not just asked, and is only called for a whole form.
 */
export function findRequestPage(
  ctx: Ctx,
  data: FormData | null,
  mayAsk: () => boolean,
): FindRequestPage {
  const page = {
    ...{ problems: showProblems(ctx.words, []), status: 200, token: null },
    ...{ isBusy: false, hasError: false },
  };
  if (data === null) return { ...page, typed: {} };
  const typed = readTyped(data);
  const parsed = parseTyped(findRequestForm, typed);
  if (!parsed.ok) {
    const problems = showProblems(ctx.words, parsed.problems);
    return { ...page, typed, problems, hasError: true, status: 422 };
  }
  if (!mayAsk()) return { ...page, typed, status: 429, isBusy: true };
  return { ...page, typed, token: findRequest(ctx, parsed.value) };
}

export type CodePage = Omit<Shown, 'typed'> & {
  readonly isGone: boolean;
  /** The secret of the family's way in, once the code was right. */
  readonly visitToken: string | null;
};

/** The page on which the code is entered; `token` is the secret of this browser's cookie. */
export function codePage(ctx: Ctx, token: string | undefined, data: FormData | null): CodePage {
  const { words } = ctx;
  const page = { problems: showProblems(words, []), status: 200, isGone: false, visitToken: null };
  const gone = { ...page, isGone: true, status: 410 };
  if (token === undefined) return gone;
  if (data === null) return hasCodeToEnter(ctx, token) ? page : gone;
  const entered = enterAccessCode(ctx, token, typedCode(typedValue(readTyped(data), 'code')));
  switch (entered.state) {
    case 'opened':
      return { ...page, visitToken: entered.visitToken };
    case 'gone':
      return gone;
    case 'wrong': {
      const values = { count: entered.triesLeft };
      const problem = { field: 'code', key: 'brokerage:findRequest.code.wrong', values } as const;
      return { ...page, problems: showProblems(words, [problem]), status: 422 };
    }
  }
}
