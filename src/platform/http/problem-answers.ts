import type { WordKey } from '../i18n/word-keys.ts';
import type { Problem } from '../problem.ts';

type Answer = { readonly status: number; readonly title: WordKey; readonly text: WordKey };

/** The one table from a problem to its HTTP status and its words. */
export const problemAnswers = {
  'not-found': { status: 404, title: 'problems:notFound.title', text: 'problems:notFound.text' },
  'not-allowed': {
    status: 403,
    title: 'problems:notAllowed.title',
    text: 'problems:notAllowed.text',
  },
  'sign-in-needed': {
    status: 401,
    title: 'problems:signInNeeded.title',
    text: 'problems:signInNeeded.text',
  },
  'foreign-origin': {
    status: 403,
    title: 'problems:foreignOrigin.title',
    text: 'problems:foreignOrigin.text',
  },
  'too-large': { status: 413, title: 'problems:tooLarge.title', text: 'problems:tooLarge.text' },
  'bad-address': {
    status: 400,
    title: 'problems:badAddress.title',
    text: 'problems:badAddress.text',
  },
  'link-unknown': {
    status: 404,
    title: 'problems:linkUnknown.title',
    text: 'problems:linkUnknown.text',
  },
  'link-used': { status: 410, title: 'problems:linkUsed.title', text: 'problems:linkUsed.text' },
  'link-expired': {
    status: 410,
    title: 'problems:linkExpired.title',
    text: 'problems:linkExpired.text',
  },
  'stale-version': {
    status: 409,
    title: 'problems:staleVersion.title',
    text: 'problems:staleVersion.text',
  },
  'already-claimed': {
    status: 409,
    title: 'problems:alreadyClaimed.title',
    text: 'problems:alreadyClaimed.text',
  },
  'not-in-this-state': {
    status: 409,
    title: 'problems:notInThisState.title',
    text: 'problems:notInThisState.text',
  },
  'answer-incomplete': {
    status: 409,
    title: 'problems:answerIncomplete.title',
    text: 'problems:answerIncomplete.text',
  },
  'draft-gone': { status: 410, title: 'problems:draftGone.title', text: 'problems:draftGone.text' },
  'too-many-requests': {
    status: 429,
    title: 'problems:tooManyRequests.title',
    text: 'problems:tooManyRequests.text',
  },
  'on-hold': { status: 409, title: 'problems:onHold.title', text: 'problems:onHold.text' },
  'read-only': { status: 503, title: 'problems:readOnly.title', text: 'problems:readOnly.text' },
  unexpected: { status: 500, title: 'problems:unexpected.title', text: 'problems:unexpected.text' },
} as const satisfies Record<Problem, Answer>;
