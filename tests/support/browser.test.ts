import { afterAll, expect, test } from 'vitest';
import type { Browser } from '@playwright/test';
import { launchBrowser } from './browser.ts';

const started: Browser[] = [];
afterAll(async () => {
  for (const browser of started) await browser.close();
});

test('a browser starts and shows a page', async () => {
  const browser = await launchBrowser();
  started.push(browser);
  const page = await browser.newPage();
  await page.setContent('<h1>Find childcare</h1>');
  expect(await page.getByRole('heading').textContent()).toBe('Find childcare');
}, 240_000);

test('a machine without any browser is told so, and why', async () => {
  const missing = launchBrowser([
    { name: 'first', find: () => Promise.resolve('/nowhere/chromium') },
    { name: 'second', find: () => Promise.resolve(undefined) },
  ]);
  await expect(missing).rejects.toThrow(
    /No browser could be started(?:.|\n)*first: (?:.|\n)*second: it is not there/,
  );
});
