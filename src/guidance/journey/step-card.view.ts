import { linkTo, type ArticleLink } from '#guidance/article.view.ts';
import type { Library } from '#guidance/library.ts';
import { schemeName } from '#entitlements/scheme-words.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { DatedStep, OnDay } from './step-order.ts';
import type { JourneyStep } from './turns.ts';

type Href = (path: string, query?: Query) => string;

/** What every card of a journey is made with. */
export type CardMaking = OnDay & {
  readonly words: Words;
  readonly href: Href;
  readonly library: Library;
  /** What is said of the family, for the address of the step's page. */
  readonly said: Query;
};

export type StepCard = {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
  /** Its months, such as "Until May 2027"; null when it is not dated. */
  readonly when: string | null;
  readonly guides: readonly ArticleLink[];
  readonly schemes: readonly string[];
};

/** A step as a card that leads to its page. */
export const stepCard = (
  step: JourneyStep,
  when: string | null,
  { words, href, library, reference, said }: CardMaking,
): StepCard => ({
  key: step.key,
  title: words.t(`journey:step.${step.key}.title`),
  text: words.t(`journey:step.${step.key}.text`),
  href: href(`/journey/${step.key}`, said),
  when,
  guides: step.guides.slice(0, 2).flatMap((slug) => linkTo(library.get(slug), words, href)),
  schemes: step.schemes.map((key) => schemeName(words, reference, key)),
});

/** A step that is due now, with the month after which it is over. */
export const cardUntil = (dated: DatedStep, making: CardMaking): StepCard =>
  stepCard(
    dated.step,
    making.words.t('journey:when.before', { month: making.words.format.month(dated.before) }),
    making,
  );

/** A step to come, with the month in which it begins. */
export const cardFrom = (dated: DatedStep, making: CardMaking): StepCard =>
  stepCard(
    dated.step,
    making.words.t('journey:when.from', { month: making.words.format.month(dated.from) }),
    making,
  );
