import type { Query } from '#platform/http/addresses.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import { kindName, type ServiceKind } from './taxonomy.ts';

type Href = (path: string, query?: Query) => string;

const kinds = {
  nursery: 'directory:guidance.kinds.nursery',
  preschool: 'directory:guidance.kinds.preschool',
  childminder: 'directory:guidance.kinds.childminder',
  'school-nursery': 'directory:guidance.kinds.schoolNursery',
  wraparound: 'directory:guidance.kinds.wraparound',
  'out-of-school': 'directory:guidance.kinds.outOfSchool',
  'home-childcarer': 'directory:guidance.kinds.homeChildcarer',
} as const satisfies Partial<Record<ServiceKind, WordKey>>;

const questions = ['day', 'settle', 'needs', 'talk', 'cost', 'staff'] as const;

const helpWithCosts = {
  choices: 'https://www.gov.uk/check-what-help-you-could-get-with-childcare-costs',
  working: 'https://www.gov.uk/free-childcare-if-working',
  universalCredit: 'https://www.gov.uk/guidance/universal-credit-childcare-costs',
  taxFree: 'https://www.gov.uk/tax-free-childcare',
} as const;

const isKind = (key: string): key is keyof typeof kinds => Object.hasOwn(kinds, key);
const isHelp = (key: string): key is keyof typeof helpWithCosts =>
  Object.hasOwn(helpWithCosts, key);

/** Choosing and paying for childcare, in short. */
export function guidanceView(words: Words, href: Href) {
  const { t } = words;
  return {
    kinds: Object.keys(kinds)
      .filter(isKind)
      .map((kind) => ({
        name: kindName(words, kind),
        text: t(kinds[kind]),
        href: href('/find', { kind }),
      })),
    questions: questions.map((key) => t(`directory:guidance.visit.${key}`)),
    money: Object.keys(helpWithCosts)
      .filter(isHelp)
      .map((key) => ({
        text: t(`directory:guidance.moneyLinks.${key}`),
        href: helpWithCosts[key],
      })),
    needsHref: `${href('/find', { kind: 'childcare' })}#needs`,
  };
}
