import { problemAnswers } from '#platform/http/problem-answers.ts';
import type { Words } from '#platform/i18n/words.ts';

/** What is said of a link to join that does not open, and the status it is said with. */
export function closedLinkView(
  { t }: Words,
  problem: 'link-unknown' | 'link-used' | 'link-expired',
) {
  const { status, title } = problemAnswers[problem];
  const text = t(
    problem === 'link-unknown' ? 'accounts:join.linkUnknown' : 'accounts:join.linkGone',
  );
  return { status, title: t(title), text };
}
