import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { lookWithScripts } from './scriptless.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Expects that axe finds nothing on the page, and that nothing is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations, overflow } = await lookWithScripts(page, async () => ({
    violations: (await new AxeBuilder({ page }).withTags(tags).analyze()).violations,
    overflow: await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    }),
  }));
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  expect(found, page.url()).toEqual([]);
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}
