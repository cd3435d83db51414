import type { OpenCase } from '#brokerage/case-store.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import { statusWords } from '../case-words.ts';
import { lastDayToUndo } from './last-day-to-undo.ts';
import type { CaseTies } from './view-ties.ts';

type Href = (path: string, query?: Query) => string;

/** The requests tied to this one, and others of the same contact that are not. */
export function tiesView(
  { words, clock }: Ctx,
  href: Href,
  subject: OpenCase,
  { ties, alike }: CaseTies,
) {
  const { t, format } = words;
  const today = londonDay(clock.now());
  const path = `/staff/case/${subject.reference}`;
  const tied = new Set(ties.map(({ reference }) => reference));
  return {
    rows: ties.map((tie) => {
      const isMerger = tie.kind === 'merged';
      const goesOnHere = tie.caseId === subject.id;
      const key = isMerger ? (goesOnHere ? 'mergedHere' : 'mergedThere') : 'siblings';
      return {
        ...{ id: tie.id, reference: tie.reference, href: href(`/staff/case/${tie.reference}`) },
        text: t(`caseFile:tie.${key}`),
        reason: tie.reason,
        canUndo: !isMerger || today <= lastDayToUndo(tie),
        undoBy: isMerger ? t('caseFile:tie.undoBy', { day: format.day(lastDayToUndo(tie)) }) : null,
      };
    }),
    alike: alike
      .filter(({ reference }) => !tied.has(reference))
      .map(({ reference, status, receivedAt }) => ({
        ...{ reference, href: href(`/staff/case/${reference}`) },
        status: t(statusWords[status]),
        received: format.moment(new Date(receivedAt)),
        mergeHref:
          status === 'closed' || subject.status === 'closed'
            ? null
            : href(`${path}/merge`, { with: reference }),
        linkHref: href(`${path}/link`, { with: reference }),
      })),
    mergeHref: subject.status === 'closed' ? null : href(`${path}/merge`),
    linkHref: href(`${path}/link`),
  };
}
