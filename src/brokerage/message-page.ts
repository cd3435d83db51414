import type { Ctx } from '#platform/context.ts';
import { parseTyped, readTyped, showProblems, typedValue } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { messageForm } from './message.form.ts';
import { trackRequest, type TrackedRequest } from './track-request.ts';
import { writeToStaff } from './write-to-staff.ts';

const form = messageForm({
  missing: 'brokerage:message.missing',
  tooLong: 'brokerage:message.tooLong',
});

export type MessagePage = {
  readonly done: boolean;
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  readonly once: string;
  readonly problems: ReturnType<typeof showProblems>;
};

/**
 * The page on which a family writes: about anything, about what has `changed`, or about one of its
 * options (`about` is then that option's id). Problems: `not-found`, `not-in-this-state`.
 */
export async function messagePage(
  ctx: Ctx,
  about: string,
  request: Request,
): Promise<Result<MessagePage, 'not-found' | 'not-in-this-state'>> {
  const tracked = trackRequest(ctx);
  if (!tracked.ok) return tracked;
  if (tracked.value.subject.status === 'closed') return failure('not-in-this-state');
  const page = blankPage(ctx, about, tracked.value);
  if (request.method !== 'POST') return success(page);
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(form, typed);
  if (!parsed.ok) {
    return success({
      ...page,
      text: typedValue(typed, 'text'),
      once: typedValue(typed, 'once'),
      problems: showProblems(ctx.words, parsed.problems),
    });
  }
  const wrote = writeToStaff(ctx, parsed.value);
  return wrote.ok ? success({ ...page, done: true }) : wrote;
}

function blankPage(ctx: Ctx, about: string, { offers }: TrackedRequest): MessagePage {
  const { t } = ctx.words;
  const blank = { done: false, once: ctx.ids.id(), problems: showProblems(ctx.words, []) };
  if (about === 'changed') {
    return {
      ...blank,
      title: t('brokerage:message.changedTitle'),
      hint: t('brokerage:message.changedHint'),
      text: '',
    };
  }
  const option = offers.find(({ id }) => id === about);
  const name = option?.detail.providerName;
  return {
    ...blank,
    title: t(name === undefined ? 'brokerage:message.title' : 'brokerage:message.askTitle'),
    hint: t('brokerage:message.hint'),
    text: name === undefined ? '' : `${t('brokerage:message.about', { name })}\n`,
  };
}
