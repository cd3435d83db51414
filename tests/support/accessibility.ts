import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { expect } from 'vitest';
import { lookWithScripts } from './scriptless.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** `SCREENSHOTS=FOLDER npm test` keeps a picture of every page that is looked at. */
const pictures = process.env['SCREENSHOTS'];
let taken = 0;

/** Expects that axe finds nothing on the page, and that nothing is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  await keepPicture(page);
  await expectFits(page);
  // Our pages have no frames, so axe need not open a page of its own to put frames together.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .setLegacyMode();
  const { violations } = await lookWithScripts(page, () => axe.analyze());
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  expect(found, page.url()).toEqual([]);
}

/** Expects that nothing is wider than the screen. */
async function expectFits(page: Page): Promise<void> {
  const overflow = await lookWithScripts(page, () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    }),
  );
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

async function keepPicture(page: Page): Promise<void> {
  if (pictures === undefined) return;
  taken += 1;
  const { pathname } = new URL(page.url());
  const name = `${String(taken).padStart(3, '0')}${pathname.replaceAll('/', '-').slice(0, 40)}.png`;
  await page.screenshot({ path: join(pictures, name), fullPage: true });
}
