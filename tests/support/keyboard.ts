import type { Page } from '@playwright/test';
import { expect } from 'vitest';

/** More stops than any page of ours has. */
const mostStops = 400;

/** Goes on by Tab from where one is until something matches; throws when nothing does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  for (let turn = 0; turn < mostStops; turn += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by keyboard on ${page.url()}`);
}

/** Goes there and presses Enter, which leads to a page. */
export async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await enter(page);
}

/** Presses Enter where one is, and waits for the page that it leads to. */
export async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}

/** Goes there and types in place of what is there. */
export async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Radios are one stop: the first is reached by Tab, the others by the arrows. */
export async function tick(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  const name = (await wanted.getAttribute('name')) ?? '';
  if ((await wanted.getAttribute('type')) === 'checkbox') {
    await tabTo(page, selector);
    await page.keyboard.press('Space');
    return;
  }
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press('Space');
  for (let turn = 0; turn < 12 && !(await wanted.isChecked()); turn += 1)
    await page.keyboard.press('ArrowDown');
  expect(await wanted.isChecked(), selector).toBe(true);
}
