import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { oneOf } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { openTasks } from '../asking/asking-tasks-store.ts';
import { lines, seenVersion, ticked } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { followUps, recordFollowUp, type FollowUp } from './record-follow-up.ts';

const form = z.object({
  version: seenVersion,
  said: oneOf(followUps, 'asking:followUp.said.missing'),
  note: lines,
  reopens: ticked,
});

const saidWords = {
  'still-there': 'asking:followUp.said.stillThere',
  changed: 'asking:followUp.said.changed',
  left: 'asking:followUp.said.left',
  'not-reached': 'asking:followUp.said.notReached',
} as const satisfies Record<FollowUp, string>;

export type FollowUpPage = FormState & {
  readonly title: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly canReopen: boolean;
};

/** The page on which staff write down how the family fares some weeks after the place was found. */
export async function followUpPage(
  ctx: Ctx,
  reference: string,
  taskId: string,
  request: Request,
): Promise<Result<FollowUpPage>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const subject = read.value;
  const task = openTasks(ctx.db, subject.id, ['follow-up']).find(({ id }) => id === taskId);
  if (!task) return failure('not-found');
  const state = await takeForm(ctx, request, subject.version, form, (typed) =>
    recordFollowUp(ctx, { ...typed, reference, taskId }),
  );
  if (!state.ok) return state;
  const { t } = ctx.words;
  return success({
    ...state.value,
    title: t('asking:followUp.title', { count: Number(task.subject) }),
    choices: followUps.map((value) => ({ value, text: t(saidWords[value]) })),
    canReopen: subject.status === 'closed',
  });
}
