import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { listAbsences, type Absence } from './absence-store.ts';
import { listColleagues, namesOf, type Colleague } from './colleague-store.ts';

export type Away = {
  /** Who is away today or later; `cover` is null for the queue. */
  readonly absences: readonly (Absence & { readonly cover: string | null })[];
  /** Who can own a case. */
  readonly colleagues: readonly Colleague[];
};

/** The absences that are not over, and the colleagues; the caller has let the asker in. */
export function listAway({ db, clock }: Ctx): Away {
  const absences = listAbsences(db, londonDay(clock.now()));
  const names = namesOf(
    db,
    absences.flatMap(({ coverId }) => coverId ?? []),
  );
  return {
    absences: absences.map((absence) => ({
      ...absence,
      cover: absence.coverId === null ? null : (names.get(absence.coverId) ?? null),
    })),
    colleagues: listColleagues(db),
  };
}
