import { messageForm } from '#brokerage/message.form.ts';
import type { Ctx } from '#platform/context.ts';
import { parseTyped, readTyped, showProblems, typedValue } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { caseMessages } from './case-messages.view.ts';
import { staffWith } from '../staff-rights.ts';
import { readConversation } from './read-conversation.ts';
import { writeMessage } from './write-message.ts';

const form = messageForm({
  missing: 'casework:message.missing',
  tooLong: 'casework:message.tooLong',
});

export type WriteMessagePage = {
  readonly done: boolean;
  readonly view: ReturnType<typeof caseMessages>;
  readonly text: string;
  readonly once: string;
  readonly problems: ReturnType<typeof showProblems>;
};

/** The page on which staff write to a family, with the conversation so far; what was typed is kept. */
export async function writeMessagePage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<WriteMessagePage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readConversation(ctx, reference);
  if (!read.ok) return read;
  const { subject, messages } = read.value;
  if (subject.status === 'closed') return failure('not-in-this-state');
  const page = {
    done: false,
    view: caseMessages(ctx, subject, messages),
    text: '',
    once: ctx.ids.id(),
    problems: showProblems(ctx.words, []),
  };
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
  const wrote = writeMessage(ctx, reference, parsed.value);
  return wrote.ok ? success({ ...page, done: true }) : wrote;
}
