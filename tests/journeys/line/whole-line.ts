import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '@playwright/test';
import { joinAsBroker } from '../../support/broker.ts';
import { launchBrowser } from '../../support/browser.ts';
import { scriptlessPage } from '../../support/scriptless.ts';
import { runScript, type Site } from '../../support/site.ts';
import { claimAndAsk, confirmIt, offerIt, seesItClosed } from './broker.ts';
import {
  askForHelp,
  chooseIt,
  confirmed,
  findNothing,
  readPrivacyAndLoseTheLink,
  thanks,
} from './family.ts';
import { linkIn } from './link-in.ts';
import { lookAs } from './look.ts';
import { answerNo, answerYes } from './provider.ts';

type Prepared = { readonly site: Site; readonly brokerLink: string };

/** A request of a family in Urdu, without a script, from nothing found to its closing. */
export function testWholeLine(
  prepare: () => Promise<Prepared>,
  look: 'closely' | 'in passing',
): void {
  let browser: Browser;
  let site: Site;
  let brokerLink: string;
  beforeAll(async () => {
    lookAs(look);
    browser = await launchBrowser();
    ({ site, brokerLink } = await prepare());
  });
  afterAll(() => Promise.all([browser.close(), site.stop()]));

  test('asks, is answered, chooses, and leaves a record that verifies', async () => {
    const parent = await scriptlessPage(browser, 320);
    await findNothing(parent, site);
    await askForHelp(parent);
    const reference = await confirmed(parent);

    await readPrivacyAndLoseTheLink(await scriptlessPage(browser, 320), site);

    const broker = await scriptlessPage(browser, 1280);
    await joinAsBroker(broker, brokerLink);
    await claimAndAsk(broker, reference);

    await answerYes(await scriptlessPage(browser, 360), site);
    await answerNo(await scriptlessPage(browser, 360), site);
    await offerIt(broker, reference);

    const trackLink = await linkIn(site, 'amina@example.org', 2);
    await chooseIt(parent, trackLink);
    await confirmIt(broker, reference);
    await thanks(parent, site);
    await seesItClosed(broker, reference);

    const both = { days: '["sat"]', outcome: 'placed-as-wanted' };
    expect(demandRows(site)).toEqual([
      { ...both, age_band: '2', need_groups: '["equipment","health"]' },
      { ...both, age_band: '5-7', need_groups: '[]' },
    ]);
    expect(runScript(site.folder, 'scripts/audit.ts', ['verify'])).toContain('whole');
  });
}

function demandRows(site: Site): readonly unknown[] {
  const db = new Database(site.databaseFile, { readonly: true });
  const rows = db
    .prepare('select age_band, days, outcome, need_groups from demand order by age_band')
    .all();
  db.close();
  return rows;
}
