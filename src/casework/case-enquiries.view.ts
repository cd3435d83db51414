import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Enquiry } from './enquiry-store.ts';
import { refusalWords } from './refusal-words.ts';
import type { CaseFile } from './view-case.ts';

/** Each provider asked, what it said, and what became of it. */
export const enquiryRows = (words: Words, { enquiries, offers, subject }: CaseFile) =>
  enquiries.map((enquiry) => {
    const { t, format } = words;
    const offer = offers.find(({ detail }) => detail.enquiryId === enquiry.id);
    const { answer, question } = enquiry;
    const declined = offer?.detail.declined ?? '';
    return {
      id: enquiry.id,
      name: question.providerName,
      asked: t('casework:case.askedOn', {
        moment: format.moment(new Date(enquiry.askedAt)),
        day: format.weekdayAndDay(enquiry.answerDue),
      }),
      answered: answeredText(words, enquiry),
      says: answer === null ? null : answerText(words, answer),
      visit:
        answer !== null && 'visit' in answer && answer.visit ? t('casework:case.mayVisit') : null,
      note:
        answer === null || answer.note === ''
          ? null
          : t('casework:case.note', { note: answer.note }),
      offered: offer === undefined ? null : t(`casework:case.offered.${offer.status}`),
      declined: declined === '' ? null : t('casework:case.declinedBecause', { reason: declined }),
      canOffer:
        answer !== null &&
        answer.answer !== 'no' &&
        offer === undefined &&
        subject.status !== 'closed',
    };
  });

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
