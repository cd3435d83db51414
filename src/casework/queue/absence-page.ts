import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import {
  parseTyped,
  readTyped,
  typedValue,
  type FieldProblem,
  type Typed,
} from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { absenceForm, absenceProblems } from './absence.form.ts';
import { absenceView } from './absence.view.ts';
import { handOverAll } from './hand-over.ts';
import { handOverAllForm } from './hand-over.form.ts';
import { listAway } from './list-away.ts';
import { endAbsence, setAbsence } from './set-absence.ts';

type Href = (path: string, query?: Query) => string;
export type AbsencePage = {
  readonly redirect: string | null;
  readonly view: ReturnType<typeof absenceView> | null;
};

/**
 * Who is away, and the forms that say it, take it back (`end`), and hand over all requests of one
 * person. Problems: `not-allowed`, `not-found`, `not-in-this-state`.
 */
export async function absencePage(
  ctx: Ctx,
  href: Href,
  request: Request,
): Promise<Result<AbsencePage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const { searchParams } = new URL(request.url);
  const show = (typed: Typed = {}, wrong: readonly FieldProblem[] = []) =>
    success({
      redirect: null,
      view: absenceView(ctx, staff.value, listAway(ctx), { searchParams, typed, wrong }),
    });
  if (request.method !== 'POST') return show();
  const typed = readTyped(await request.formData());
  const acted = act(ctx, staff.value.id, typed);
  if (!acted.ok) return acted;
  if ('wrong' in acted.value) return show(typed, acted.value.wrong);
  return success({ redirect: href('/staff/absence', acted.value.done), view: null });
}

type Acted = { readonly done: Query } | { readonly wrong: readonly FieldProblem[] };

function act(ctx: Ctx, self: string, typed: Typed): Result<Acted> {
  const end = typedValue(typed, 'end');
  if (end !== '') return done(endAbsence(ctx, end), () => ({ done: 'ended' }));
  switch (typedValue(typed, 'do')) {
    case 'away':
      return away(ctx, self, typed);
    case 'all':
      return all(ctx, self, typed);
    default:
      return failure('not-found');
  }
}

function away(ctx: Ctx, self: string, typed: Typed): Result<Acted> {
  const parsed = parseTyped(absenceForm(self), typed);
  if (!parsed.ok) return success({ wrong: parsed.problems });
  const wrong = absenceProblems(parsed.value, londonDay(ctx.clock.now()));
  if (wrong.length > 0) return success({ wrong });
  return done(setAbsence(ctx, parsed.value), () => ({ done: 'saved' }));
}

function all(ctx: Ctx, self: string, typed: Typed): Result<Acted> {
  const parsed = parseTyped(handOverAllForm(self), typed);
  if (!parsed.ok) return success({ wrong: parsed.problems });
  return done(handOverAll(ctx, parsed.value), (count) => ({ done: 'all', count }));
}

const done = <T>(result: Result<T>, query: (value: T) => Query): Result<Acted> =>
  result.ok ? success({ done: query(result.value) }) : result;
