import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { submit } from '../../support/broker.ts';
import type { Site } from '../../support/site.ts';
import { linkIn } from './link-in.ts';
import { expectAccessible } from './look.ts';

export async function answerYes(page: Page, site: Site) {
  const link = await linkIn(site, 'manager@nursery.example', 1);
  await page.goto(link);
  await expectAccessible(page);
  await submit(page);
  await expectAccessible(page);
  const question = (await page.locator('main').textContent()) ?? '';
  expect(question).not.toContain('آمنہ');
  expect(question).not.toContain('4FB');
  await submit(page);
  await expectAccessible(page);
  await page.locator('input[name=answer][value=yes]').check();
  await page.locator('input[name=visit]').check();
  await page.locator('textarea[name=note]').fill('We would love to meet you.');
  await submit(page);
  await expectAccessible(page);
  await page.goto(link);
  expect(await page.locator('h1').textContent(), 'the link works once').toContain('used');
}

export async function answerNo(page: Page, site: Site) {
  await page.goto(await linkIn(site, 'sunday@nursery.example', 1));
  await submit(page);
  await submit(page);
  await page.locator('input[name=answer][value=no]').check();
  await page.locator('select[name=reason]').selectOption('full');
  await submit(page);
  await expectAccessible(page);
}
