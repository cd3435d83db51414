import type { CaseFile } from './view-case.ts';

/**
 * A case's file for who may not see what is sensitive: notes, calls, messages and what professionals
 * and providers wrote are told of, and not shown. Its `subject` is masked already, by `readCase`.
 */
export function maskedFile(file: CaseFile, hidden: string): CaseFile {
  const masked = (text: string) => (text === '' ? '' : hidden);
  const noted = <Row extends { readonly note: string }>(row: Row): Row => ({
    ...row,
    note: masked(row.note),
  });
  const texted = <Row extends { readonly text: string }>(row: Row): Row => ({
    ...row,
    text: masked(row.text),
  });
  return {
    ...file,
    events: file.events.map(({ detail: { text = '', ...detail }, ...event }) => ({
      ...event,
      detail: { ...detail, ...(text !== '' && { text: hidden }) },
    })),
    messages: file.messages.map(texted),
    notes: file.notes.map(texted),
    tasks: file.tasks.map(texted),
    calls: file.calls.map(noted),
    contacts: file.contacts.map((one) => ({
      ...noted(one),
      role: 'other' as const,
      name: hidden,
      team: masked(one.team),
      reach: masked(one.reach),
    })),
    referrals: file.referrals.map((one) => ({
      ...one,
      purpose: masked(one.purpose),
      parts: [],
      consent: { ...one.consent, givenBy: hidden },
    })),
    feedback: file.feedback && {
      ...file.feedback,
      answers: {
        ...file.feedback.answers,
        better: masked(file.feedback.answers.better),
        child: masked(file.feedback.answers.child),
      },
      hasPicture: false,
    },
    asking: {
      ...file.asking,
      enquiries: file.asking.enquiries.map((one) => maskedEnquiry(one, hidden)),
    },
  };
}

type Enquiry = CaseFile['asking']['enquiries'][number];

function maskedEnquiry({ question, answer, ...enquiry }: Enquiry, hidden: string): Enquiry {
  const { day, tasks, ...asked } = question;
  return {
    ...enquiry,
    question: {
      ...asked,
      needGroups: null,
      note: asked.note === '' ? '' : hidden,
      ...(day !== undefined && { day: hidden }),
      ...(tasks !== undefined && { tasks: [] }),
    },
    answer: answer && maskedAnswer(answer, hidden),
  };
}

function maskedAnswer(answer: NonNullable<Enquiry['answer']>, hidden: string) {
  const note = answer.note === '' ? '' : hidden;
  if (answer.answer === 'yes-if') return { ...answer, note, condition: hidden, changes: [] };
  if (answer.answer !== 'no') return { ...answer, note };
  const { would, ...said } = answer;
  return { ...said, note, changes: [], ...(would !== undefined && { would: hidden }) };
}
