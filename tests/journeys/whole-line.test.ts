import type { Browser } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinAsBroker } from '../support/broker.ts';
import { launchBrowser } from '../support/browser.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { claimAndAsk, confirmIt, offerIt, seesItClosed } from './line/broker.ts';
import {
  askForHelp,
  chooseIt,
  confirmed,
  findNothing,
  readPrivacyAndLoseTheLink,
  thanks,
} from './line/family.ts';
import { linkIn } from './line/link-in.ts';
import { lookAs } from './line/look.ts';
import { answerNo, answerYes } from './line/provider.ts';
import { newFolder, runScript, startSite, type Site } from '../support/site.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const postcodes = join(import.meta.dirname, '../../content/sample-area/postcodes.csv');
const realFile = join(fixtures, 'ofsted/ofsted_mi_2021-08-31_trafford.csv');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  { area: 'the sample area', prepare: prepareSample, look: 'closely' as const },
  { area: 'Ofsted’s own file', prepare: prepareReal, look: 'in passing' as const },
])('with $area, without a script, a family in Urdu on a small phone', ({ prepare, look }) => {
  let site: Site;
  let brokerLink: string;
  beforeAll(async () => {
    // The pages are the same in both areas.
    lookAs(look);
    ({ site, brokerLink } = await prepare());
  });
  afterAll(() => site.stop());

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
});

async function prepareSample() {
  const site = await startSite();
  return { site, brokerLink: site.brokerLink() };
}

async function prepareReal() {
  const folder = newFolder();
  runScript(folder, 'scripts/import.ts', ['postcodes', postcodes]);
  runScript(folder, 'scripts/import.ts', ['ofsted', realFile, '--authority', 'Trafford']);
  const site = await startSite({ folder, environment: { SAMPLE_AREA: 'none' } });
  const environment = ['invite', 'asha@council.example', '--role', 'broker'];
  const printed = runScript(folder, 'scripts/staff.ts', environment);
  const token = /\/staff\/join\/\S+/.exec(printed)?.[0] ?? '';
  return { site, brokerLink: site.url + token };
}

function demandRows(site: Site): readonly unknown[] {
  const db = new Database(site.databaseFile, { readonly: true });
  const rows = db
    .prepare('select age_band, days, outcome, need_groups from demand order by age_band')
    .all();
  db.close();
  return rows;
}
