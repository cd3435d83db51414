import { z } from 'zod';
import list from '#content/reference/accessibility-statement.json' with { type: 'json' };
import type { Words } from '#platform/i18n/words.ts';
import type { Settings } from '#platform/settings/settings.ts';
import { section, type ModelPage } from './model-page.ts';

const statementSchema = z.object({
  preparedOn: z.iso.date(),
  /** At most a year ago. */
  reviewedOn: z.iso.date(),
  testedOn: z.iso.date(),
  /** Each with the criterion of WCAG 2.2 that it fails, and the day by which it will be mended. */
  issues: z.array(
    z.strictObject({
      key: z.enum(['translations']),
      criterion: z.string().regex(/^\d\.\d\.\d{1,2} \S/),
      fixBy: z.iso.date(),
    }),
  ),
});
export type Statement = z.infer<typeof statementSchema>;

export const knownStatement = (): Statement => statementSchema.parse(list);

type Site = Pick<Settings, 'council' | 'mailFrom'>;

/** The accessibility statement in the form that the regulations of 2018 (regulation 8) ask for. */
export function accessibilityPage(words: Words, site: Site, statement: Statement): ModelPage {
  const { t, format } = words;
  const values = {
    council: site.council.name,
    phone: site.council.phone,
    email: site.mailFrom,
    day: format.day(statement.preparedOn),
    reviewed: format.day(statement.reviewedOn),
    tested: format.day(statement.testedOn),
  };
  const isFull = statement.issues.length === 0;
  const part = (id: 'status' | 'prepared' | 'feedback' | 'enforcement', texts: readonly string[]) =>
    section(id, t(`site:accessibility.${id}.title`), { texts });
  return {
    title: t('site:accessibility.title', values),
    intro: t('site:accessibility.commitment', values),
    sections: [
      part('status', [
        t('site:accessibility.scope'),
        t(isFull ? 'site:accessibility.status.full' : 'site:accessibility.status.text'),
      ]),
      ...(isFull ? [] : [issuesPart(words, statement)]),
      part('prepared', [
        t('site:accessibility.prepared.text', values),
        t('site:accessibility.prepared.tested', values),
        t('site:accessibility.prepared.untested'),
      ]),
      part('feedback', [t('site:accessibility.feedback.text', values)]),
      {
        ...part('enforcement', [t('site:accessibility.enforcement.text')]),
        links: [
          {
            text: t('site:accessibility.enforcement.link'),
            href: 'https://www.equalityadvisoryservice.com/',
          },
        ],
      },
    ],
  };
}

const issuesPart = ({ t, format }: Words, { issues }: Statement) =>
  section('content', t('site:accessibility.content.title'), {
    texts: [t('site:accessibility.content.text')],
    points: issues.map(({ key, criterion, fixBy }) =>
      t('site:accessibility.content.issue', {
        text: t(`site:accessibility.issue.${key}`),
        criterion,
        day: format.day(fixBy),
      }),
    ),
  });
