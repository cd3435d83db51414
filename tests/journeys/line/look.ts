import type { Page } from '@playwright/test';
import { expectAccessible as lookClosely } from '../../support/accessibility.ts';

type Look = (page: Page) => Promise<void>;
let look: Look = lookClosely;

/** Looks at each page as one is told: closely, or only that it came. */
export const expectAccessible: Look = (page) => look(page);
export const lookAs = (how: 'closely' | 'in passing'): void => {
  look = how === 'closely' ? lookClosely : (page) => page.waitForLoadState();
};
