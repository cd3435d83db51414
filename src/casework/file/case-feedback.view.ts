import type { Feedback } from '#brokerage/feedback.ts';
import type { Words } from '#platform/i18n/words.ts';

/** What the family said at the end, a row to a question; null when it has said nothing. */
export function feedbackView({ t }: Words, feedback: Feedback | null, pictureHref: string) {
  if (feedback === null) return null;
  const { helped, better, child } = feedback.answers;
  const rows = [
    { key: t('brokerage:feedback.helped.label'), text: t(`brokerage:feedback.helped.${helped}`) },
    { key: t('brokerage:feedback.better.label'), text: better },
    { key: t('brokerage:feedback.child.label'), text: child },
  ];
  return {
    rows: rows.filter(({ text }) => text !== ''),
    pictureHref: feedback.hasPicture ? pictureHref : null,
  };
}
