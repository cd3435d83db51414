import type { Browser, CDPSession, Page } from '@playwright/test';

const sessions = new WeakMap<Page, CDPSession>();

/** A page in a browser of its own that runs no script at all, `width` pixels wide. */
export async function scriptlessPage(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const session = await context.newCDPSession(page);
  sessions.set(page, session);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  return page;
}

/** Lets scripts run on a scriptless page for as long as a test's own look at it takes. */
export async function lookWithScripts<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const session = sessions.get(page);
  await session?.send('Emulation.setScriptExecutionDisabled', { value: false });
  const seen = await look();
  await session?.send('Emulation.setScriptExecutionDisabled', { value: true });
  return seen;
}
