import type { OpenCase } from '#brokerage/case-store.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import { clockText, nextWords, outcomeWords, statusWords } from '../case-words.ts';
import { clocksView } from './case-clocks.view.ts';
import type { CaseFile } from './view-case.ts';

type Href = (path: string, query?: Query) => string;

/** The head of a case's page: where it stands, whose it is, what is next, and both clocks. */
export function caseHead(ctx: Ctx, href: Href, { subject, clock, ties }: CaseFile) {
  const { words } = ctx;
  const { t } = words;
  const isOpen = subject.status !== 'closed';
  const isAtWork = isOpen && subject.ownerId !== null;
  const path = `/staff/case/${subject.reference}`;
  return {
    title: t('casework:case.title', { reference: subject.reference }),
    status: t(statusWords[subject.status]),
    isUrgent: subject.isUrgent && isOpen,
    owner: ownerText(ctx, subject),
    received: words.format.moment(new Date(subject.receivedAt)),
    next: subject.nextAction === null ? null : t(nextWords[subject.nextAction]),
    clock: clockText(words, clock, subject.nextActionDue),
    ...{ late: clock.kind === 'overdue', soon: clock.kind === 'today' },
    clocks: isOpen ? clocksView(ctx, subject) : [],
    outcome: subject.outcome === null ? null : t(outcomeWords[subject.outcome]),
    survivor: survivorLink(href, subject, ties),
    canClaim: isOpen && !isAtWork,
    canReopen: !isOpen && subject.mergedInto === null,
    nextHref: isAtWork ? href(`${path}/next`) : null,
    closeHref: isAtWork ? href(`${path}/close`) : null,
  };
}

function ownerText({ words: { t }, actor }: Ctx, { ownerId }: OpenCase): string {
  if (ownerId === null) return t('casework:case.nobody');
  const isMine = actor.kind === 'staff' && ownerId === actor.id;
  return t(isMine ? 'casework:case.you' : 'casework:case.colleague');
}

function survivorLink(href: Href, subject: OpenCase, { ties }: CaseFile['ties']) {
  const tie = ties.find(({ kind, otherId }) => kind === 'merged' && otherId === subject.id);
  return tie === undefined
    ? null
    : { text: tie.reference, href: href(`/staff/case/${tie.reference}`) };
}
