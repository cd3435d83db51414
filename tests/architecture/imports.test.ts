import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenArrows, rules } from '../../scripts/checks/import-rules.ts';
import { importsOf, readImports } from '../../scripts/checks/read-imports.ts';

const root = join(import.meta.dirname, '../..');
const arrow = (from: string, to: string, typeOnly = false) => ({ from, to, typeOnly });

test('every import of the project goes in an allowed direction', () => {
  const imports = readImports(root);
  expect(imports.length).toBeGreaterThan(100);
  const broken = forbiddenArrows(imports).map(
    ({ from, to, reason }) => `${from} → ${to}: ${reason}`,
  );
  expect(broken).toEqual([]);
});

/** For each rule, made-up imports that it must catch, and its neighbours that it must let pass. */
const cases: readonly {
  about: RegExp;
  caught: ReturnType<typeof arrow>[];
  let: ReturnType<typeof arrow>[];
}[] = [
  {
    about: /belongs to nobody/,
    caught: [
      arrow('src/utils/dates.ts', 'src/platform/clock.ts'),
      arrow('src/directory/find.view.ts', 'src/helpers/text.ts'),
    ],
    let: [arrow('src/directory/find.view.ts', 'src/platform/i18n/words.ts')],
  },
  {
    about: /only tests or tools need/,
    caught: [
      arrow('src/directory/provider.ts', 'tests/support/builders.ts', true),
      arrow('src/pages/find.astro', 'scripts/sample-area/names.ts'),
      arrow('db/open-database.ts', 'tests/support/database.ts'),
    ],
    let: [arrow('scripts/import.ts', 'src/exchange/import-ofsted.ts')],
  },
  {
    about: /put together in one place/,
    caught: [
      arrow('src/casework/claim-case.ts', 'src/compose.ts'),
      arrow('src/pages/find.astro', 'src/middleware.ts'),
    ],
    let: [
      arrow('scripts/serve.ts', 'src/compose.ts'),
      arrow('src/middleware.ts', 'src/compose.ts'),
    ],
  },
  {
    about: /the floor/,
    caught: [
      arrow('db/open-database.ts', 'src/platform/clock.ts'),
      arrow('db/schema/directory.ts', 'src/directory/provider.ts'),
    ],
    let: [
      arrow('db/schema/directory.ts', 'src/directory/provider.ts', true),
      arrow('db/schema/index.ts', 'db/schema/directory.ts'),
      arrow('db/open-database.ts', 'better-sqlite3'),
    ],
  },
  {
    about: /carries every room/,
    caught: [arrow('src/platform/outbox/drain-outbox.ts', 'src/brokerage/family-mail.ts', true)],
    let: [arrow('src/platform/outbox/drain-outbox.ts', 'src/platform/mail/mail.ts')],
  },
  {
    about: /which screens show them/,
    caught: [
      arrow('src/directory/find.view.ts', 'src/pages/find.astro'),
      arrow('src/brokerage/week.ts', 'src/layouts/navigation.ts'),
      arrow('src/platform/http/form.ts', 'src/components/govuk/types.ts', true),
    ],
    let: [arrow('src/pages/find.astro', 'src/directory/find.view.ts')],
  },
  {
    about: /rooms upstream of it/,
    caught: [
      arrow('src/entitlements/funded-hours.ts', 'src/directory/provider.ts'),
      arrow('src/directory/find-providers.ts', 'src/brokerage/family.ts', true),
      arrow('src/directory/find-providers.ts', 'src/exchange/import-ofsted.ts'),
      arrow('src/brokerage/send-request.ts', 'src/casework/queue.ts'),
      arrow('src/casework/ask-provider.ts', 'src/providers/answer-enquiry.ts'),
      arrow('src/casework/queue.ts', 'src/insight/demand.ts'),
      arrow('src/exchange/import-ofsted.ts', 'src/casework/queue.ts'),
      arrow('src/providers/answer-enquiry.ts', 'src/exchange/import-ofsted.ts'),
      arrow('src/casework/claim-case.ts', 'src/accounts/staff-session.ts'),
    ],
    let: [
      arrow('src/directory/find-providers.ts', 'src/entitlements/funded-hours.ts'),
      arrow('src/brokerage/send-request.ts', 'src/directory/provider.ts'),
      arrow('src/casework/claim-case.ts', 'src/brokerage/case-store.ts'),
      arrow('src/insight/count-demand.ts', 'src/casework/queue.ts'),
      arrow('src/providers/answer-enquiry.ts', 'src/casework/enquiry.ts'),
      arrow('src/exchange/import-ofsted.ts', 'src/directory/provider.ts'),
      arrow('src/casework/claim-case.ts', 'src/casework/queue.ts'),
    ],
  },
  {
    about: /turns props into HTML/,
    caught: [
      arrow('src/components/find/PlaceCard.astro', 'src/directory/find-providers.ts'),
      arrow('src/components/find/PlaceCard.astro', 'src/directory/place-card.view.ts'),
      arrow('src/components/find/PlaceCard.astro', 'src/directory/provider-store.ts', true),
      arrow('src/components/find/PlaceCard.astro', 'db/open-database.ts', true),
    ],
    let: [
      arrow('src/components/find/PlaceCard.astro', 'src/directory/place-card.view.ts', true),
      arrow('src/components/find/PlaceCard.astro', 'src/components/govuk/Tag.astro'),
      arrow('src/components/find/PlaceCard.astro', 'src/platform/i18n/words.ts', true),
    ],
  },
  {
    about: /which page it is on/,
    caught: [
      arrow('src/components/Problems.astro', 'src/pages/find.astro'),
      arrow('src/layouts/Page.astro', 'src/pages/index.astro'),
      arrow('src/components/Problems.astro', 'src/layouts/Page.astro'),
    ],
    let: [
      arrow('src/layouts/Page.astro', 'src/components/govuk/SkipLink.astro'),
      arrow('src/pages/index.astro', 'src/layouts/Page.astro'),
    ],
  },
  {
    about: /asks a use case/,
    caught: [
      arrow('src/pages/staff/cases.astro', 'src/casework/queue-store.ts'),
      arrow('src/pages/find.astro', 'db/open-database.ts'),
      arrow('src/layouts/Page.astro', 'db/schema/directory.ts', true),
    ],
    let: [arrow('src/pages/staff/cases.astro', 'src/casework/list-queue.ts')],
  },
  {
    about: /known to stores/,
    caught: [
      arrow('src/casework/claim-case.ts', 'db/schema/casework.ts'),
      arrow('src/casework/queue.ts', 'db/schema/casework.ts', true),
    ],
    let: [
      arrow('src/casework/queue-store.ts', 'db/schema/casework.ts'),
      arrow('src/platform/audit/record-audit.ts', 'db/schema/platform.ts'),
      arrow('tests/casework/claims.test.ts', 'db/schema/casework.ts'),
    ],
  },
  {
    about: /SQL stays in stores/,
    caught: [
      arrow('src/casework/claim-case.ts', 'drizzle-orm'),
      arrow('src/casework/claim-case.ts', 'drizzle-orm/sqlite-core', true),
      arrow('src/exchange/import-ofsted.ts', 'better-sqlite3'),
    ],
    let: [arrow('src/casework/queue-store.ts', 'drizzle-orm')],
  },
  {
    about: /opens the database/,
    caught: [arrow('src/casework/claim-case.ts', 'db/open-database.ts')],
    let: [
      arrow('src/casework/claim-case.ts', 'db/open-database.ts', true),
      arrow('scripts/import.ts', 'db/open-database.ts'),
      arrow('src/compose.ts', 'db/open-database.ts'),
    ],
  },
  {
    about: /Pure rules/,
    caught: [
      arrow('src/brokerage/week.ts', 'node:fs'),
      arrow('src/directory/find.view.ts', 'src/directory/provider-store.ts'),
      arrow('src/accounts/sign-in.form.ts', 'better-auth'),
    ],
    let: [
      arrow('src/brokerage/week.ts', 'zod'),
      arrow('src/accounts/totp.ts', 'node:crypto'),
      arrow('src/exchange/read-table.ts', 'node:fs'),
      arrow('src/directory/find.view.ts', 'src/directory/provider-store.ts', true),
    ],
  },
  {
    about: /knows the framework/,
    caught: [
      arrow('src/directory/find-page.ts', 'astro:middleware'),
      arrow('src/platform/http/cookies.ts', 'astro'),
    ],
    let: [
      arrow('src/platform/http/cookies.ts', 'astro', true),
      arrow('src/pages/find.astro', 'astro/types'),
    ],
  },
  {
    about: /Staff sign-in is heavy/,
    caught: [
      arrow('src/platform/http/cookies.ts', 'better-auth/plugins/two-factor'),
      arrow('src/pages/staff/index.astro', 'better-auth'),
    ],
    let: [arrow('src/accounts/staff-auth.ts', 'better-auth/minimal')],
  },
];

describe('each forbidden direction is caught, and its reason said', () => {
  test('every rule has made-up imports to prove it on', () => {
    for (const rule of rules) {
      expect(
        cases.filter(({ about }) => about.test(rule.reason)),
        rule.reason,
      ).toHaveLength(1);
    }
    expect(cases).toHaveLength(rules.length);
  });

  for (const { about, caught, let: allowed } of cases) {
    test.each(caught)(`$from → $to (${about.source})`, (found) => {
      expect(forbiddenArrows([found])[0]?.reason).toMatch(about);
    });
    test.each(allowed)('$from → $to is let pass', (found) => {
      expect(forbiddenArrows([found])).toEqual([]);
    });
  }
});

describe('an import is seen', () => {
  const seen = (text: string, from = 'src/directory/find.view.ts') => importsOf(from, text);

  test.each([
    ["import { a } from './provider.ts';", 'src/directory/provider.ts', false],
    ["import '../platform/clock.ts';", 'src/platform/clock.ts', false],
    ["import type { A } from '#brokerage/family.ts';", 'src/brokerage/family.ts', true],
    ["import { type A, type B } from '#db/open-database.ts';", 'db/open-database.ts', true],
    ["import { a, type B } from '#db/schema/index.ts';", 'db/schema/index.ts', false],
    ["import words from '#content/locales/en/site.json';", 'content/locales/en/site.json', false],
    ["export { a } from 'drizzle-orm';", 'drizzle-orm', false],
    ["export * from 'node:fs';", 'node:fs', false],
    ["const a = await import('better-auth');", 'better-auth', false],
    ["type A = import('#platform/context.ts').App;", 'src/platform/context.ts', true],
    ["export type { A } from './provider.ts';", 'src/directory/provider.ts', true],
  ])('%s', (text, to, typeOnly) => {
    expect(seen(text)).toEqual([{ from: 'src/directory/find.view.ts', to, typeOnly }]);
  });

  test('in the frontmatter of a page', () => {
    const page = "---\nimport Page from '../layouts/Page.astro';\n---\n<p>import x from 'y'</p>\n";
    expect(seen(page, 'src/pages/find.astro').map(({ to }) => to)).toEqual([
      'src/layouts/Page.astro',
    ]);
  });

  test('and words that only look like one are not', () => {
    expect(seen("// import './a.ts'\nconst text = `import b from './b.ts'`;")).toEqual([]);
  });
});
