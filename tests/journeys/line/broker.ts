import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { enter, press, tick, type } from '../../support/keyboard.ts';
import { expectAccessible } from './look.ts';

/** The five places that are asked; the first says yes and the second no. */
const asked = ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'].map((day, index) => ({
  name: `${day} Nursery`,
  email: index === 0 ? 'manager@nursery.example' : `${day.toLowerCase()}@nursery.example`,
}));

/** What the timeline says in the end, step for step. */
const steps = [
  'Request received',
  'Claimed by Asha Malik',
  ...asked.map(({ name }) => `Asha Malik asked ${name}`),
  'Saturday Nursery answered',
  'Sunday Nursery answered',
  'Asha Malik offered Saturday Nursery to the family',
  'The family chose Saturday Nursery',
  'Asha Malik confirmed the place at Saturday Nursery',
  'Closed by Asha Malik: Placed as wanted',
  'The family said how it went',
];

export async function claimAndAsk(page: Page, reference: string) {
  await fitsAPhone(page, ['/ur/staff/undelivered', '/staff/quarantine', '/ur/staff', '/staff']);
  await press(page, `button[value=${reference}]`);
  await expectAccessible(page);
  await fitsAPhone(page, [`/ur/staff/case/${reference}`, `/staff/case/${reference}`]);
  await page.goto(new URL(`/staff/case/${reference}/place`, page.url()).href);
  await expectAccessible(page);
  for (const _ of asked) await tick(page, 'input[name=place]:not(:checked)');
  await press(page, 'button[form=ask-several]');
  await expectAccessible(page);
  for (const [index, { name, email }] of asked.entries()) {
    const nth = index === 0 ? '' : `-${index + 1}`;
    await type(page, `#providerName${nth}`, name);
    await type(page, `#email${nth}`, email);
  }
  await enter(page);
  await expectAccessible(page);
  const told = (await page.locator('main').textContent()) ?? '';
  for (const { name } of asked) expect(told).toContain(name);
}

/** Looks at pages on a screen of 320 pixels, and then at the last of them on a wide one again. */
export async function fitsAPhone(page: Page, paths: readonly string[]) {
  await page.setViewportSize({ width: 320, height: 720 });
  for (const path of paths) {
    await page.goto(new URL(path, page.url()).href);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectAccessible(page);
}

export async function offerIt(page: Page, reference: string) {
  await page.goto(new URL(`/staff/case/${reference}`, page.url()).href);
  await expectAccessible(page);
  await press(page, 'button[value=offer]');
  await expectAccessible(page);
}

export async function confirmIt(page: Page, reference: string) {
  await page.goto(new URL(`/staff/case/${reference}`, page.url()).href);
  await expectAccessible(page);
  await press(page, 'a[href$="/place/confirm"]');
  await expectAccessible(page);
  await tick(page, 'input[name=family]');
  await tick(page, 'input[name=place]');
  await enter(page);
  await expectAccessible(page);
}

export async function seesItClosed(page: Page, reference: string) {
  await page.goto(new URL(`/staff/case/${reference}`, page.url()).href);
  await expectAccessible(page);
  expect(await page.locator('.fis-case-head').textContent()).toContain('Placed as wanted');
  const told = (await page.locator('main').textContent()) ?? '';
  for (const step of steps) expect(told).toContain(step);
  await page.goto(new URL('/staff?view=closed', page.url()).href);
  await expectAccessible(page);
  expect(await page.locator('main').textContent()).toContain(reference);
}
