import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import { kindName } from '#directory/taxonomy.ts';
import { placeName, whereText } from '#directory/place-words.ts';
import { caseEvents } from './case-events.view.ts';
import { feedbackView } from './case-feedback.view.ts';
import { caseMessages } from './case-messages.view.ts';
import { enquiryRows } from './case-enquiries.view.ts';
import { familyFacts } from './case-facts.view.ts';
import { clockText, nextWords, outcomeWords, statusWords } from '../case-words.ts';
import type { Match } from '#brokerage/match/match.ts';
import { reasonText } from '#brokerage/match/reason-words.ts';
import type { CaseFile } from './view-case.ts';

type Href = (path: string, query?: Query) => string;
const shownMatches = 12;

/** A broker's page of one request. */
export function caseView(ctx: Ctx, href: Href, file: CaseFile) {
  const { words, actor } = ctx;
  const { t } = words;
  const { subject, clock } = file;
  const isMine = actor.kind === 'staff' && subject.ownerId === actor.id;
  const isOpen = subject.status !== 'closed';
  const path = `/staff/case/${subject.reference}`;
  return {
    title: t('casework:case.title', { reference: subject.reference }),
    reference: subject.reference,
    version: subject.version,
    status: t(statusWords[subject.status]),
    owner: t(
      subject.ownerId === null
        ? 'casework:case.nobody'
        : isMine
          ? 'casework:case.you'
          : 'casework:case.colleague',
    ),
    next: subject.nextAction === null ? null : t(nextWords[subject.nextAction]),
    clock: clockText(words, clock, subject.nextActionDue),
    late: clock.kind === 'overdue',
    received: words.format.moment(new Date(subject.receivedAt)),
    outcome: subject.outcome === null ? null : t(outcomeWords[subject.outcome]),
    canClaim: isOpen && subject.ownerId === null,
    canAsk: isOpen && subject.ownerId !== null,
    closeHref: isOpen && subject.ownerId !== null ? href(`${path}/close`) : null,
    facts: familyFacts(ctx, subject.family),
    enquiries: enquiryRows(words, file),
    messages: caseMessages(ctx, subject, file.messages),
    writeHref: href(`${path}/message`),
    once: ctx.ids.id(),
    feedback: feedbackView(words, file.feedback, href(`${path}/picture`)),
    matches: file.matches.slice(0, shownMatches).map((match) => matchRow(words, href, path, match)),
    events: caseEvents(words, file.events),
  };
}

const matchRow = (words: Words, href: Href, path: string, { provider, reasons }: Match) => ({
  name: placeName(words, provider),
  kind: kindName(words, provider.kind),
  where: whereText(words, provider),
  phone: provider.phone,
  href: href(`/provider/${provider.id}`),
  askHref: href(`${path}/ask/${provider.id}`),
  reasons: reasons.map((reason) => ({
    fit: reason.fit,
    word: words.t(`casework:case.fit.${reason.fit}`),
    text: reasonText(words, reason),
  })),
});
