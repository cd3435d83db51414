import type { Words } from '#platform/i18n/words.ts';
import { fact, type Fact } from './provider-facts.view.ts';
import type { Provider } from './provider.ts';
import { sourceText } from './provider-source.view.ts';
import { audienceName, isChildcare, outcomeName } from './taxonomy.ts';

/** What it is, for whom, and what families ask beside care itself; null when nothing was said. */
export function aboutView(words: Words, provider: Provider) {
  const facts = aboutFacts(words, provider);
  const { description, photos } = provider;
  if (description === null && facts.length + photos.length === 0) return null;
  return {
    title: words.t('directory:provider.about.title'),
    description,
    photos,
    facts,
    source: sourceText(words, provider, 'description'),
  };
}

function aboutFacts(words: Words, provider: Provider): readonly Fact[] {
  const { t } = words;
  const own = { foreign: true };
  return [
    ...fact(t('directory:provider.about.eligibility'), provider.eligibility, own),
    ...fact(
      t(
        isChildcare(provider.kind)
          ? 'directory:provider.about.howToAccess'
          : 'directory:provider.about.howToJoin',
      ),
      provider.howToAccess,
      own,
    ),
    ...fact(t('directory:provider.about.disabled'), provider.forDisabledChildren, own),
    ...fact(
      t('directory:provider.about.welcomes'),
      provider.audiences.map((key) => audienceName(words, key)),
    ),
    ...fact(
      t('directory:provider.about.outcomes'),
      provider.outcomes.map((key) => outcomeName(words, key)),
    ),
    ...fact(t('directory:provider.about.languages'), languagesText(words, provider)),
    ...fact(t('directory:provider.about.meals'), provider.meals, own),
    ...fact(t('directory:provider.about.ratio'), provider.ratio, own),
    ...fact(
      t('directory:provider.about.schools'),
      provider.schoolRuns.map(({ name }) => name),
      own,
    ),
  ];
}

/** The staff's languages, each by its name in the reader's; null when none was said. */
export function languagesText(
  { format }: Words,
  { languages }: Pick<Provider, 'languages'>,
): string | null {
  const names = languages.filter((code) => aCode.test(code)).map((code) => format.language(code));
  return names.length === 0 ? null : format.list(names);
}

const aCode = /^[a-z]{2,3}(?:-[A-Za-z]{4})?$/;
