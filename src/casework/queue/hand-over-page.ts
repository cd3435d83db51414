import type { Ctx } from '#platform/context.ts';
import { parseTyped, readTyped, showProblems, type Typed } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { readCase } from '../file/read-case.ts';
import { staffWith } from '../staff-rights.ts';
import { listColleagues } from './colleague-store.ts';
import { handOver, mayHandOver } from './hand-over.ts';
import { handOverForm, toQueue } from './hand-over.form.ts';

type Choice = { readonly value: string; readonly text: string };
export type HandOverPage = {
  readonly done: boolean;
  readonly version: number;
  readonly typed: Typed;
  readonly choices: readonly Choice[];
  readonly problems: ReturnType<typeof showProblems>;
  /** Somebody changed the case meanwhile; what was typed is kept. */
  readonly stale: boolean;
};

/** Hands one request over; what was typed stays when somebody changed it meanwhile. */
export async function handOverPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<HandOverPage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const { version, status, ownerId } = read.value;
  if (!mayHandOver(staff.value, ownerId)) return failure('not-allowed');
  if (status === 'closed') return failure('not-in-this-state');
  const page = {
    ...{ done: false, version, typed: {}, stale: false },
    choices: receivers(ctx, ownerId),
    problems: showProblems(ctx.words, []),
  };
  if (request.method !== 'POST') return success(page);
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(handOverForm, typed);
  if (!parsed.ok)
    return success({ ...page, typed, problems: showProblems(ctx.words, parsed.problems) });
  const given = handOver(ctx, { ...parsed.value, reference });
  if (given.ok) return success({ ...page, done: true });
  return given.problem === 'stale-version' ? success({ ...page, typed, stale: true }) : given;
}

/** The queue and every colleague but the one who has it. */
const receivers = (ctx: Ctx, ownerId: string | null): readonly Choice[] => [
  { value: '', text: ctx.words.t('queue:handOver.to.missing') },
  ...(ownerId === null ? [] : [{ value: toQueue, text: ctx.words.t('queue:handOver.to.queue') }]),
  ...listColleagues(ctx.db)
    .filter(({ id }) => id !== ownerId)
    .map(({ id, name }) => ({ value: id, text: name })),
];
