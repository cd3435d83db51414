import type { Ctx } from '#platform/context.ts';
import { showProblems, typedValue, type FieldProblem, type Typed } from '#platform/http/form.ts';
import type { StaffActor } from '../staff-rights.ts';
import { toQueue } from './hand-over.form.ts';
import type { Away } from './list-away.ts';
import { maySetAbsence } from './set-absence.ts';

type Shown = {
  readonly searchParams: URLSearchParams;
  readonly typed: Typed;
  readonly wrong: readonly FieldProblem[];
};

/** The page of who is away; managers choose whose days and requests they mean. */
export function absenceView(
  ctx: Ctx,
  staff: StaffActor,
  away: Away,
  { searchParams, typed, wrong }: Shown,
) {
  const { words } = ctx;
  const colleagues = away.colleagues.map(({ id, name }) => ({
    value: id,
    text: id === staff.id ? words.t('queue:absence.you', { name }) : name,
  }));
  return {
    self: staff.id,
    done: doneText(ctx, searchParams),
    problems: showProblems(words, wrong),
    typed: (name: string) => typedValue(typed, name),
    rows: away.absences.map((absence) => rowOf(ctx, staff, absence)),
    /** Empty where one speaks for oneself alone. */
    people: staff.role === 'manager' ? colleagues : [],
    covers: [{ value: toQueue, text: words.t('queue:absence.queue') }, ...colleagues],
    receivers: [
      { value: '', text: words.t('queue:handOver.to.missing') },
      { value: toQueue, text: words.t('queue:handOver.to.queue') },
      ...colleagues,
    ],
  };
}

function rowOf(
  { words }: Ctx,
  staff: StaffActor,
  { id, staffId, name, fromDay, toDay, ...absence }: Away['absences'][number],
) {
  const { t, format } = words;
  const cover = absence.cover ?? t('queue:absence.queue');
  const days = { from: format.day(fromDay), to: format.day(toDay) };
  return {
    text: t('queue:absence.row', { name, ...days, cover }),
    endId: maySetAbsence(staff, staffId) ? id : null,
    endHidden: t('queue:absence.endHidden', { name, from: days.from }),
  };
}

function doneText({ words }: Ctx, search: URLSearchParams): string | null {
  switch (search.get('done') ?? '') {
    case 'saved':
      return words.t('queue:absence.saved');
    case 'ended':
      return words.t('queue:absence.ended');
    case 'all':
      return words.t('queue:absence.allDone', { count: Number(search.get('count')) || 0 });
    default:
      return null;
  }
}
