import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { press, tick, type } from '../../support/keyboard.ts';
import type { Site } from '../../support/site.ts';
import { linkIn } from './link-in.ts';
import { expectAccessible } from './look.ts';

export async function answerYes(page: Page, site: Site) {
  const link = await linkIn(site, 'manager@nursery.example', 1);
  await page.goto(link);
  await expectAccessible(page);
  await press(page, 'main form button');
  await expectAccessible(page);
  const question = (await page.locator('main').textContent()) ?? '';
  expect(question).not.toContain('آمنہ');
  expect(question).not.toContain('4FB');
  await press(page, 'main form button');
  await expectAccessible(page);
  await tick(page, 'input[name=answer][value=yes]');
  await tick(page, 'input[name=visit]');
  await type(page, 'textarea[name=note]', 'We would love to meet you.');
  await press(page, 'main form button');
  await expectAccessible(page);
  await page.goto(link);
  expect(await page.locator('h1').textContent(), 'the link works once').toContain('used');
}

export async function answerNo(page: Page, site: Site) {
  await page.goto(await linkIn(site, 'sunday@nursery.example', 1));
  await press(page, 'main form button');
  await press(page, 'main form button');
  await tick(page, 'input[name=answer][value=no]');
  await page.locator('select[name=reason]').selectOption('full');
  await press(page, 'main form button');
  await expectAccessible(page);
}
