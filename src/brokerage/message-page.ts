import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { parseTyped, readTyped, showProblems, typedValue } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { messageForm } from './message.form.ts';
import { mayWrite } from './reopen.ts';
import { writeHint } from './track.view.ts';
import { trackRequest, type TrackedRequest } from './track-request.ts';
import { writeToStaff } from './write-to-staff.ts';

const form = messageForm({
  missing: 'brokerage:message.missing',
  tooLong: 'brokerage:message.tooLong',
});

export type MessagePage = {
  readonly done: boolean;
  /** Too many messages came at once: nothing was sent. */
  readonly isBusy: boolean;
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  readonly once: string;
  readonly problems: ReturnType<typeof showProblems>;
};

/**
 * The page on which a family writes: about anything, about what has `changed`, or about one of its
 * options (`about` is then that option's id). `maySend` says whether so many have not just been sent,
 * and is only asked about a whole message. Problems: `not-found`, `not-in-this-state`.
 */
export async function messagePage(
  ctx: Ctx,
  about: string,
  request: Request,
  maySend: () => boolean = () => true,
): Promise<Result<MessagePage, 'not-found' | 'not-in-this-state'>> {
  const tracked = trackRequest(ctx);
  if (!tracked.ok) return tracked;
  const today = londonDay(ctx.clock.now());
  if (!mayWrite(tracked.value.subject, today)) return failure('not-in-this-state');
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
  if (!maySend()) {
    const { text, once } = parsed.value;
    return success({ ...page, text, once, isBusy: true });
  }
  const wrote = writeToStaff(ctx, parsed.value);
  return wrote.ok ? success({ ...page, done: true }) : wrote;
}

function blankPage(ctx: Ctx, about: string, { subject, offers }: TrackedRequest): MessagePage {
  const { t } = ctx.words;
  const blank = {
    ...{ done: false, isBusy: false, once: ctx.ids.id() },
    problems: showProblems(ctx.words, []),
  };
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
    hint: writeHint(ctx.words, subject),
    text: name === undefined ? '' : `${t('brokerage:message.about', { name })}\n`,
  };
}
