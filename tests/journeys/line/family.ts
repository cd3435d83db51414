import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { submit } from '../../support/broker.ts';
import type { Site } from '../../support/site.ts';
import { expectAccessible } from './look.ts';

export async function findNothing(page: Page, site: Site) {
  await page.goto(`${site.url}/ur`);
  await expectAccessible(page);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await page.locator('input[name=near]').fill('m31 4fb');
  await submit(page);
  await expectAccessible(page);
  const search = 'near=M31+4FB&within=1&age=30&inclusion=hoist&inclusion=oxygen';
  await page.goto(`${site.url}/ur/find?${search}`);
  await expectAccessible(page);
  expect(await page.locator('.fis-result').count()).toBe(0);
  await page.locator('.fis-empty .govuk-button').click();
  await expectAccessible(page);
  await submit(page);
}

export async function askForHelp(page: Page) {
  const next = async () => {
    await submit(page);
    await expectAccessible(page);
  };
  await expectAccessible(page);
  await next();
  expect(await page.locator('.govuk-error-summary').count(), 'an empty answer is explained').toBe(
    1,
  );
  await page.locator('input[name=wish][value=place]').check();
  await next();
  await page.locator('input[value=parent]').check();
  await next();
  await tellOfTwoChildren(page);
  await next();
  expect(await page.locator('input[name=postcode]').inputValue()).toBe('M31 4FB');
  await page.locator('input[name=miles][value="10"]').check();
  await next();
  expect(await page.locator('.fis-fit').textContent(), 'what may fit is counted').toMatch(/\d/);
  await page.locator('input[name=when][value=soon]').check();
  await next();
  await page.locator('input[value=sat-morning]').check();
  await next();
  await next();
  expect(await page.locator('input[value=equipment]').isChecked(), 'the search came along').toBe(
    true,
  );
  await page.locator('textarea[name=text]').fill('وہ ٹیوب سے کھاتی ہے');
  await next();
  await page.locator('input[value=tube-feeding]').check();
  await next();
  await next();
  expect(new URL(page.url()).pathname, 'the second child needs nothing more').toBe('/ur/ask/money');
  await next();
  await next();
  await next();
  await page.locator('input[name=name]').fill('آمنہ');
  await page.locator('input[name=channel][value=email]').check();
  await page.locator('input[name=email]').fill('amina@');
  await next();
  expect(await page.locator('input[name=email]').inputValue(), 'nothing typed is lost').toBe(
    'amina@',
  );
  await page.locator('input[name=email]').fill('amina@example.org');
  await next();
  await page.locator('input[name=help][value=interpreter]').check();
  await next();
  await page.locator('input[name=share][value=all]').check();
  await next();
  expect(new URL(page.url()).pathname).toBe('/ur/ask/check');
}

/** A child of 30 months, and one of five years whom another row is asked for. */
export async function tellOfTwoChildren(page: Page) {
  const born = new Date();
  born.setUTCMonth(born.getUTCMonth() - 30);
  await page.locator('#month').fill(String(born.getUTCMonth() + 1));
  await page.locator('#year').fill(String(born.getUTCFullYear()));
  await page.locator('button[name=more]').click();
  await expectAccessible(page);
  expect(await page.locator('#year').inputValue()).toBe(String(born.getUTCFullYear()));
  await page.locator('#month-2').fill(String(born.getUTCMonth() + 1));
  await page.locator('#year-2').fill(String(born.getUTCFullYear() - 3));
}

export async function confirmed(page: Page): Promise<string> {
  await submit(page);
  await expectAccessible(page);
  const panel = (await page.locator('.govuk-panel').textContent()) ?? '';
  await page.goBack();
  await page.reload();
  expect(new URL(page.url()).pathname, 'going back does not send again').toBe('/ur/ask/sent');
  return /FIS-\w{4}-\w{4}/.exec(panel)?.[0] ?? '';
}

/** A reference that nobody has looks the same as one's own, and sends no message. */
export async function readPrivacyAndLoseTheLink(page: Page, site: Site) {
  await page.goto(`${site.url}/ur/privacy`);
  await expectAccessible(page);
  await page.goto(`${site.url}/ur/track/find`);
  await expectAccessible(page);
  await page.locator('input[name=reference]').fill('FIS-4TNW-2K7P');
  await page.locator('input[name=contact]').fill('nobody@example.org');
  await submit(page);
  await expectAccessible(page);
  expect(new URL(page.url()).pathname).toBe('/ur/track/code');
}

export async function chooseIt(page: Page, link: string) {
  await page.goto(link);
  await expectAccessible(page);
  await submit(page);
  await expectAccessible(page);
  const main = (await page.locator('main').textContent()) ?? '';
  expect(main).toContain('Saturday Nursery');
  expect(main, 'what the child needs is not on the page').not.toContain('ٹیوب');
  await page.locator('a[href*="/track/choose/"]').click();
  await expectAccessible(page);
  await submit(page);
  await expectAccessible(page);
  const chosen = (await page.locator('main').textContent()) ?? '';
  expect(chosen, 'how to reach the place').toContain('manager@nursery.example');
}

/** Once it has closed, the family says how it went. */
export async function thanks(page: Page, site: Site) {
  await page.goto(`${site.url}/ur/track/feedback`);
  await expectAccessible(page);
  await page.locator('input[name=helped][value=yes]').check();
  await page.locator('textarea[name=better]').fill('شکریہ');
  await submit(page);
  await expectAccessible(page);
}
