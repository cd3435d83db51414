import type { Browser, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccountByEmail } from '#accounts/staff-account-store.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { asha, type TestApp } from '../support/test-app.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { addCase } from '../support/family-case.ts';
import { askPlace, sendSampleRequest } from '../support/request.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { newFolder, startSite, type Site } from '../support/site.ts';
import { workOn } from '../support/worked-case.ts';
import { openSiteApp } from '../hardness/support/site-app.ts';
import { signedIn } from '../hardness/support/staff.ts';
import { answersOf, lines, type Who } from '../hardness/support/staff-lines.ts';

const folder = newFolder();
let app: TestApp;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  app = openSiteApp(folder);
  [site, browser] = await Promise.all([startSite({ folder }), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  app.db.$client.close();
  await Promise.all([site.stop(), browser.close()]);
});

const screens = [
  { language: '', width: 1280 },
  { language: '/ur', width: 320 },
];

test.each([
  ['manager', '/staff/'],
  ['admin', '/staff/people'],
] as const)('every page of a %s is accessible and fits', async (role, within) => {
  const email = `${role}@council.example`;
  const { cookie } = await signedIn(app, email, role);
  const id = findAccountByEmail(app.db, email)?.id ?? '';
  const values = { ...workedCase(id), id };
  const paths = pagesOf(role, within).map((route) =>
    route.replace(/\[(\w+)\]/g, (_, name: keyof typeof values) => values[name]),
  );
  expect(paths.length).toBeGreaterThan(2);
  for (const { language, width } of screens) {
    const page = await scriptlessPage(browser, width);
    await bring(page, cookie ?? '');
    for (const path of paths) {
      const answer = await page.goto(`${site.url}${language}${path}`);
      expect(answer?.status(), path).toBe(200);
      await expectAccessible(page);
    }
  }
});

const pagesOf = (who: Who, within: string): readonly string[] =>
  Object.keys(lines).filter(
    (route) => `${route}/`.startsWith(within) && answersOf(route, who, 'own') === 200,
  );

/** A request of the owner's on which everything has been done that staff can do. */
function workedCase(ownerId: string) {
  const sent = sendSampleRequest(app);
  workOn(app, sent.reference, addCase(app).reference, 'what a broker wrote', asha);
  const provider = `place-${ownerId}`;
  const { enquiryId } = askPlace(app, sent, provider);
  app.db.update(brokerageCase).set({ ownerId }).where(eq(brokerageCase.id, sent.caseId)).run();
  return { reference: sent.reference, enquiry: enquiryId, provider };
}

/** Gives a page the cookies of somebody who has signed in. */
async function bring(page: Page, cookies: string): Promise<void> {
  const each = cookies.split('; ').map((cookie) => {
    const [name = '', ...value] = cookie.split('=');
    return { name, value: value.join('='), domain: 'localhost', path: '/', secure: true };
  });
  await page.context().addCookies(each);
}
