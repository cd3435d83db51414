import { changeWords, waitWords } from '#brokerage/answer-words.ts';
import type { OpenCase } from '#brokerage/case-store.ts';
import { isAddedPlace } from '#brokerage/added-place.ts';
import type { Offer } from '#brokerage/offer-store.ts';
import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Enquiry } from '../asking/enquiry-store.ts';
import { refusalWords } from '../asking/refusal-words.ts';
import { chosenOffer } from '../closing/chosen-offer.ts';
import type { CaseAsking } from './view-asking.ts';

type Href = (path: string, query?: Query) => string;
type Asked = Pick<CaseAsking, 'enquiries' | 'offers' | 'askingTasks'> & {
  readonly subject: OpenCase;
};

/** Each provider asked, what it said, what became of it, and what is to be done about it. */
export function enquiriesView(words: Words, href: Href, asked: Asked) {
  const { subject, enquiries } = asked;
  const to = (place: string) => href(`/staff/case/${subject.reference}/${place}`);
  const isToConfirm = subject.nextAction === 'confirm-place';
  return {
    version: subject.version,
    confirm: isToConfirm ? confirmLinks(asked, to) : null,
    followUps: asked.askingTasks
      .filter(({ kind }) => kind === 'follow-up')
      .map(({ id, due, subject: weeks }) => ({
        text: words.t('asking:followUp.due', {
          count: Number(weeks),
          day: words.format.weekdayAndDay(due),
        }),
        href: to(`place/follow-up/${id}`),
      })),
    rows: enquiries.map((enquiry) => enquiryRow(words, asked, enquiry, to)),
  };
}

const confirmLinks = ({ offers }: Asked, to: (place: string) => string) => ({
  name: chosenOffer(offers)?.detail.providerName ?? '',
  href: to('place/confirm'),
  giveUpHref: to('place/give-up'),
});

function enquiryRow(
  words: Words,
  { offers, subject, askingTasks }: Asked,
  enquiry: Enquiry,
  to: (place: string) => string,
) {
  const isOpen = subject.status !== 'closed';
  const offer = offers.findLast(({ detail }) => detail.enquiryId === enquiry.id);
  const { answer, id } = enquiry;
  const isFree = offer === undefined || offer.status === 'withdrawn';
  const has = (kind: string) =>
    askingTasks.some((task) => task.kind === kind && task.subject === id);
  return {
    id,
    name: enquiry.question.providerName,
    asked: words.t('casework:case.askedOn', {
      moment: words.format.moment(new Date(enquiry.askedAt)),
      day: words.format.weekdayAndDay(enquiry.answerDue),
    }),
    reminded: remindedText(words, enquiry),
    answered: answeredText(words, enquiry),
    ...(answer === null ? unanswered : answerParts(words, answer)),
    ...(offer === undefined ? notOffered : offerParts(words, offer)),
    wantsCall: has('call-provider'),
    wantsLook: has('look-again'),
    isAdded: isAddedPlace(enquiry.providerId),
    canOffer: isOpen && isFree && answer !== null && answer.answer !== 'no',
    answerHref: isOpen ? to(`place/answer/${id}`) : null,
  };
}

const unanswered = { says: null, visit: null, note: null, would: null };
const answerParts = (words: Words, answer: ProviderAnswer) => ({
  says: answerText(words, answer),
  visit: 'visit' in answer && answer.visit ? words.t('casework:case.mayVisit') : null,
  note: answer.note === '' ? null : words.t('casework:case.note', { note: answer.note }),
  would: wouldText(words, answer),
});

/** What would turn a refusal or a condition into a yes. */
function wouldText(words: Words, answer: ProviderAnswer): string | null {
  if (answer.answer !== 'no' && answer.answer !== 'yes-if') return null;
  const kinds = (answer.changes ?? []).map((kind) => words.t(changeWords[kind]));
  const own = answer.answer === 'no' ? (answer.would ?? '') : '';
  const things = [...(kinds.length === 0 ? [] : [words.format.list(kinds)]), own].filter(Boolean);
  return things.length === 0 ? null : words.t('asking:would', { things: things.join('. ') });
}

const notOffered = { offered: null, declined: null };
function offerParts({ t }: Words, { status, detail }: Offer) {
  const reason = detail.declined ?? '';
  return {
    offered: t(`casework:case.offered.${status}`),
    declined: reason === '' ? null : t('casework:case.declinedBecause', { reason }),
  };
}

const remindedText = ({ t, format }: Words, { remindedAt, answer }: Enquiry): string | null =>
  remindedAt === null || answer !== null
    ? null
    : t('asking:reminded', { moment: format.moment(new Date(remindedAt)) });

function answeredText({ t, format }: Words, { answeredAt, answer }: Enquiry): string {
  if (answeredAt === null) return t('casework:case.waiting');
  const moment = format.moment(new Date(answeredAt));
  return answer?.source === 'phone-call'
    ? t('asking:answeredByPhone', { moment })
    : t('casework:case.answered', { moment });
}

function answerText({ t, format }: Words, answer: ProviderAnswer): string {
  switch (answer.answer) {
    case 'yes':
      return answer.from === ''
        ? t('casework:case.answer.yes')
        : t('casework:case.answer.yesFrom', { day: format.day(answer.from) });
    case 'yes-if':
      return answer.condition === ''
        ? t('asking:yesIf')
        : t('casework:case.answer.yesIf', { condition: answer.condition });
    case 'visit-first':
      return t('casework:case.answer.visitFirst');
    case 'waiting-list':
      return t('asking:waitingList', { wait: t(waitWords[answer.wait]) });
    case 'no':
      return t('casework:case.answer.no', { reason: t(refusalWords[answer.reason]) });
  }
}
