import type { Question } from './question.ts';
import { about } from './questions/about.ts';
import { advice } from './questions/advice.ts';
import { agreement } from './questions/agreement.ts';
import { care } from './questions/care.ts';
import { children } from './questions/children.ts';
import { contact } from './questions/contact.ts';
import { helpers } from './questions/helpers.ts';
import { kinds } from './questions/kinds.ts';
import { money } from './questions/money.ts';
import { needs } from './questions/needs.ts';
import { place } from './questions/place.ts';
import { reach } from './questions/reach.ts';
import { sharing } from './questions/sharing.ts';
import { start } from './questions/start.ts';
import { times } from './questions/times.ts';
import { tried } from './questions/tried.ts';
import { wish } from './questions/wish.ts';

/** Every question of a request, by its step. */
export const questions = {
  ...{ wish, question: advice, about, agreement, children, place, start, times, kinds },
  ...{ needs, care, money, tried, helpers, contact, reach, sharing },
};

type Questions = typeof questions;
/** What each question's answer is once understood. */
export type Answered = {
  readonly [Name in keyof Questions]: Questions[Name] extends Question<infer Value> ? Value : never;
};
