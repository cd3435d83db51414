import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findCase } from '#brokerage/case-store.ts';
import { findDraft } from '#brokerage/draft-store.ts';
import { findFeedback, findPicture, saveFeedback } from '#brokerage/feedback-store.ts';
import { insertMessage, listMessages } from '#brokerage/message-store.ts';
import { listOffers } from '#brokerage/offer-store.ts';
import { listEvents } from '#brokerage/timeline-store.ts';
import { listEnquiries } from '#casework/asking/enquiry-store.ts';
import { findContact, insertReminders } from '#entitlements/reminders/reminder-store.ts';
import { findReport, insertReport } from '#directory/report-listing-store.ts';
import { inTransaction } from '#platform/transaction.ts';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { readWork, workOn } from '../support/worked-case.ts';
import { offerFrom, sendSampleRequest, startDraft, type SentRequest } from '../support/request.ts';
import { newFolder } from '../support/site.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';
import { columns, type Sealed } from './support/sealed-columns.ts';
import { openSiteApp } from './support/site-app.ts';

const anObject = z.record(z.string(), z.unknown());
const rowsOf = (app: TestApp, { table, key, column }: Sealed) =>
  app.db.$client
    .prepare<[], { id: string; value: string }>(
      `select ${key} as id, ${column} as value from ${table} where ${column} is not null order by rowid`,
    )
    .all();
const write = (app: TestApp, { table, key, column }: Sealed, id: string, value: string) =>
  app.db.$client.prepare(`update ${table} set ${column} = ? where ${key} = ?`).run(value, id);

/** A message and a word of thanks with a picture. */
function talksAndThanks(app: TestApp, { now, family }: SentRequest): void {
  const answers = { helped: 'yes', better: 'qz', child: 'qz' } as const;
  inTransaction(app.db, (tx) => {
    insertMessage(tx, family, now(), { text: 'qz', once: app.ids.id() });
    saveFeedback(tx, app, now(), answers, new Uint8Array([1, 2, 3]));
    return null;
  });
}

/** Two families with an option, a message and feedback each, two drafts, two reports of a wrong page, and two reminders. */
function twoOfEach() {
  const app = openTestApp();
  const sent = [sendSampleRequest(app), sendSampleRequest(app)];
  sent.forEach((one, at) => offerFrom(app, one, { id: `place${at}` }));
  sent.forEach((one) => talksAndThanks(app, one));
  const siblings = sent.map(({ reference }) => {
    const sibling = sendSampleRequest(app);
    workOn(app, reference, sibling.reference, 'qz', asha);
    return sibling;
  });
  const drafts = [startDraft(app, {}), startDraft(app, {})];
  const reports = [reportPlace(app), reportPlace(app)];
  const reminders = [remind(app), remind(app)];
  const kept = { sent: [...sent, ...siblings], drafts, reports, reminders };
  return { app, readAll: () => readAll(app, kept) };
}

const remind = (app: TestApp): string =>
  inTransaction(app.db, (tx) => {
    const contact = { way: 'email', to: 'qz@example.org' } as const;
    return insertReminders(tx, app, { contact, contactIndex: 'qz', language: 'en', days: [] });
  });

function reportPlace(app: TestApp): string {
  const id = app.ids.id();
  const report = { about: ['other' as const], text: 'qz', email: '', once: id, website: '' };
  insertReport(app.db, app, id, { providerId: 'place0', report });
  return id;
}

type Kept = {
  readonly sent: readonly SentRequest[];
  readonly drafts: readonly string[];
  readonly reports: readonly string[];
  readonly reminders: readonly string[];
};

function readAll(app: TestApp, { sent, drafts, reports, reminders }: Kept): void {
  for (const { caseId } of sent) {
    const subject = findCase(app.db, app, { id: caseId });
    if (!subject) throw new Error('The case is not there');
    listEvents(app.db, subject);
    listEnquiries(app.db, subject);
    listOffers(app.db, subject);
    listMessages(app.db, subject);
    findFeedback(app.db, subject);
    findPicture(app.db, subject);
    readWork(app, subject);
  }
  for (const token of drafts) findDraft(app.db, app, token);
  for (const id of reports) findReport(app.db, app, id);
  for (const id of reminders) findContact(app.db, app, id);
}

describe('a sealed value opens where it was sealed, and nowhere else', () => {
  test('all columns hold something to try this on', () => {
    const { app, readAll } = twoOfEach();
    for (const column of columns) {
      expect(rowsOf(app, column).length, column.column).toBeGreaterThanOrEqual(2);
    }
    readAll();
  });

  test('the list names every sealed column there is', () => {
    const { app } = twoOfEach();
    const named = columns.map(({ table, column }) => `${table}.${column}`);
    const there = app.db.$client
      .prepare(
        `select m.name || '.' || c.name from sqlite_master m, pragma_table_info(m.name) c
         where m.type = 'table' and (c.name like 'sealed%' or c.name = 'wrapped_key') and m.name <> 'key_check'`,
      )
      .pluck()
      .all();
    expect(there.toSorted()).toEqual(named.toSorted());
  });

  test('not in another row of any column', () => {
    const { app, readAll } = twoOfEach();
    for (const column of columns) {
      const [from, ...others] = rowsOf(app, column);
      for (const to of others) {
        write(app, column, to.id, from?.value ?? '');
        expect(readAll, `${column.table}.${column.column} ${to.id}`).toThrow();
        write(app, column, to.id, to.value);
      }
    }
    expect(readAll).not.toThrow();
  });

  test('not in another column or table of the same case', () => {
    const { app, readAll } = twoOfEach();
    const ofCase = columns.filter(
      ({ column }) =>
        !['wrapped_key', 'sealed_answers', 'sealed_report', 'sealed_contact'].includes(column),
    );
    for (const to of ofCase) {
      const [row] = rowsOf(app, to);
      for (const from of ofCase.filter((other) => other !== to)) {
        write(app, to, row?.id ?? '', rowsOf(app, from)[0]?.value ?? '');
        expect(readAll, `${from.table}.${from.column} in ${to.table}.${to.column}`).toThrow();
        write(app, to, row?.id ?? '', row?.value ?? '');
      }
    }
    expect(readAll).not.toThrow();
  });

  test('not with the key of the family it was moved to', () => {
    const { app, readAll } = twoOfEach();
    const [family, key] = columns;
    if (!family || !key) throw new Error('There are no columns');
    const [, other] = rowsOf(app, family);
    const [mine] = rowsOf(app, key);
    for (const column of [family, key])
      write(app, column, other?.id ?? '', rowsOf(app, column)[0]?.value ?? '');
    expect(readAll).toThrow();
    expect(mine?.id).not.toBe(other?.id);
  });

  test('not when one bit of it has changed', () => {
    const { app, readAll } = twoOfEach();
    for (const column of columns) {
      const [row] = rowsOf(app, column);
      if (!row) throw new Error('There is no row');
      for (const changed of oneBitOff(row.value)) {
        write(app, column, row.id, changed);
        expect(readAll, `${column.table}.${column.column}`).toThrow();
      }
      write(app, column, row.id, row.value);
    }
    expect(readAll).not.toThrow();
  });
});

/** The sealed text with a bit changed in its nonce, its words and its tag, first and last byte. */
function oneBitOff(sealed: string): readonly string[] {
  const parts = sealed.split('.');
  return [-3, -2, -1].flatMap((at) =>
    [0, -1].map((place) => {
      const bytes = Buffer.from(parts.at(at) ?? '', 'base64url');
      const where = place === 0 ? 0 : bytes.length - 1;
      bytes.writeUInt8(bytes.readUInt8(where) ^ 1, where);
      return parts.with(parts.length + at, bytes.toString('base64url')).join('.');
    }),
  );
}

describe('without its own keys the site does not start, says why, and makes no others', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  /** The folder of a site that has a family's request in it, and its keys file. */
  function usedFolder() {
    const folder = newFolder();
    folders.push(folder);
    const app = openSiteApp(folder);
    sendSampleRequest(app);
    app.db.$client.close();
    return { folder, keys: join(folder, 'keys.json') };
  }

  test('when they are lost', async () => {
    const { folder, keys } = usedFolder();
    rmSync(keys);
    expect(await start(folder)).toEqual({
      code: 1,
      said: expect.stringContaining(`${keys} is missing`),
    });
    expect(existsSync(keys)).toBe(false);
  });

  test('when the file that was named is not there, though nothing is lost yet', async () => {
    const folder = newFolder();
    folders.push(folder);
    const KEYS_FILE = join(folder, 'elsewhere/keys.json');
    expect(await start(folder, { KEYS_FILE })).toEqual({
      code: 1,
      said: expect.stringContaining(`${KEYS_FILE} is missing`),
    });
    expect(existsSync(KEYS_FILE)).toBe(false);
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
  });

  test('when they are another site’s', async () => {
    const { folder, keys } = usedFolder();
    const others = newKeysFile();
    writeFileSync(keys, others);
    const said = expect.stringContaining('Key k1 is not the one this database was written with');
    expect(await start(folder)).toEqual({ code: 1, said });
    expect(readFileSync(keys, 'utf8')).toBe(others);
  });

  test.each(['links', 'audit', 'staffSessions'])(
    'when only the one for %s is another',
    (purpose) => {
      const { folder, keys } = usedFolder();
      const others = JSON.stringify({
        ...anObject.parse(JSON.parse(readFileSync(keys, 'utf8'))),
        [purpose]: anObject.parse(JSON.parse(newKeysFile()))[purpose],
      });
      writeFileSync(keys, others);
      expect(refusal(folder)).toContain(
        `Key for:${purpose} is not the one this database was written with`,
      );
    },
  );

  test.each([
    ['cut short', (text: string) => text.slice(0, 90)],
    ['without its quotes', (text: string) => text.replace(/("links": )"(.*?)"/, '$1$2')],
    ['with a key cut short', (text: string) => text.replace(/("links": ".{20}).*"/, '$1"')],
  ])('when the file is %s, and it says nothing of what is left in it', (_, damage) => {
    const { folder, keys } = usedFolder();
    const whole = readFileSync(keys, 'utf8');
    const damaged = damage(whole);
    expect(damaged).not.toBe(whole);
    writeFileSync(keys, damaged);
    const said = refusal(folder);
    expect(said).toContain('The keys file');
    for (const [part] of whole.matchAll(/[\w+/]{8}/g)) {
      if (!/encrypti|staffSes/.test(part)) expect(said).not.toContain(part);
    }
    expect(readFileSync(keys, 'utf8')).toBe(damaged);
  });
});

/** Why the app cannot be put together on a folder: what `serve.ts` prints before it ends with 1. */
function refusal(folder: string): string {
  try {
    openSiteApp(folder).db.$client.close();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Starts the site on a folder until it gives up; what it said, without the line that it always says. */
async function start(folder: string, more: Readonly<Record<string, string>> = {}) {
  const DATABASE_PATH = join(folder, 'fis.sqlite');
  const child = spawn(process.execPath, ['scripts/serve.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, DATABASE_PATH, PORT: '0', SAMPLE_AREA: 'none', ...more },
    timeout: 90_000,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('The site is at')) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return { code: child.exitCode, said };
}
