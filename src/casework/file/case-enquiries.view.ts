import type { Offer } from '#brokerage/offer-store.ts';
import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Enquiry } from '../asking/enquiry-store.ts';
import { refusalWords } from '../asking/refusal-words.ts';
import type { CaseFile } from './view-case.ts';

/** Each provider asked, what it said, and what became of it. */
export const enquiryRows = (words: Words, { enquiries, offers, subject }: CaseFile) =>
  enquiries.map((enquiry) => {
    const offer = offers.find(({ detail }) => detail.enquiryId === enquiry.id);
    const { answer } = enquiry;
    const offerable = answer !== null && answer.answer !== 'no' && offer === undefined;
    return {
      id: enquiry.id,
      name: enquiry.question.providerName,
      asked: words.t('casework:case.askedOn', {
        moment: words.format.moment(new Date(enquiry.askedAt)),
        day: words.format.weekdayAndDay(enquiry.answerDue),
      }),
      answered: answeredText(words, enquiry),
      ...(answer === null ? unanswered : answerParts(words, answer)),
      ...(offer === undefined ? notOffered : offerParts(words, offer)),
      canOffer: offerable && subject.status !== 'closed',
    };
  });

const unanswered = { says: null, visit: null, note: null };
const answerParts = (words: Words, answer: ProviderAnswer) => ({
  says: answerText(words, answer),
  visit: 'visit' in answer && answer.visit ? words.t('casework:case.mayVisit') : null,
  note: answer.note === '' ? null : words.t('casework:case.note', { note: answer.note }),
});

const notOffered = { offered: null, declined: null };
function offerParts({ t }: Words, { status, detail }: Offer) {
  const reason = detail.declined ?? '';
  return {
    offered: t(`casework:case.offered.${status}`),
    declined: reason === '' ? null : t('casework:case.declinedBecause', { reason }),
  };
}

const answeredText = ({ t, format }: Words, { answeredAt }: Enquiry): string =>
  answeredAt === null
    ? t('casework:case.waiting')
    : t('casework:case.answered', { moment: format.moment(new Date(answeredAt)) });

function answerText({ t, format }: Words, answer: ProviderAnswer): string {
  switch (answer.answer) {
    case 'yes':
      return answer.from === ''
        ? t('casework:case.answer.yes')
        : t('casework:case.answer.yesFrom', { day: format.day(answer.from) });
    case 'yes-if':
      return t('casework:case.answer.yesIf', { condition: answer.condition });
    case 'visit-first':
      return t('casework:case.answer.visitFirst');
    case 'no':
      return t('casework:case.answer.no', { reason: t(refusalWords[answer.reason]) });
  }
}
