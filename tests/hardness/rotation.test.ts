import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findCaseContact } from '#brokerage/case-contact-store.ts';
import { brokerageCase, requestDraft } from '#db/schema/brokerage.ts';
import { listingReport } from '#db/schema/listing-report.ts';
import { findReport, insertReport } from '#directory/report-listing-store.ts';
import { newDataKey, sealJson, unsealJson, unwrapDataKey } from '#platform/crypto/data-key.ts';
import { keyUses } from '#platform/crypto/key-uses.ts';
import { retireKey } from '#platform/crypto/retire-key.ts';
import { rotateKeys } from '#platform/crypto/rotate-keys.ts';
import { wrappedKeyTables } from '#platform/crypto/wrapped-key-store.ts';
import { insertSealedCase } from '../support/sealed-case.ts';
import { newFolder } from '../support/site.ts';
import type { TestApp } from '../support/test-app.ts';
import { startChild } from './support/child.ts';
import { openSiteApp } from './support/site-app.ts';

const folders: string[] = [];
const opened: TestApp[] = [];
afterEach(() => {
  for (const app of opened.splice(0)) app.db.$client.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const open = (folder: string): TestApp => {
  const app = openSiteApp(folder);
  opened.push(app);
  return app;
};

/** A site's folder with so many requests, and a tenth as many drafts and reports. */
function usedFolder(requests: number): { readonly folder: string; readonly app: TestApp } {
  const folder = newFolder();
  folders.push(folder);
  const app = open(folder);
  app.db.$client.exec('begin');
  for (let made = 0; made < requests; made += 1) {
    insertSealedCase(app);
    if (made % 10 === 0) addDraftAndReport(app);
  }
  app.db.$client.exec('commit');
  return { folder, app };
}

const draftPlace = (row: string) => ({ table: 'request_draft', column: 'sealed_answers', row });

function addDraftAndReport(app: TestApp): void {
  const tokenHash = app.ids.token();
  const { key, wrapped } = newDataKey(app.keys, tokenHash);
  const sealedAnswers = sealJson(key, draftPlace(tokenHash), { name: 'Amina' });
  const at = app.clock.now().toISOString();
  const times = { startedAt: at, expiresAt: at };
  app.db
    .insert(requestDraft)
    .values({ tokenHash, wrappedKey: wrapped, sealedAnswers, ...times })
    .run();
  const report = { about: [], text: 'Closed', email: '', once: '', website: '' };
  insertReport(app.db, app, app.ids.id(), { providerId: 'acorn', report });
}

/** Opens everything that is sealed; throws when one does not. Gives how many there were. */
function readAll(app: TestApp): number {
  const cases = app.db.select().from(brokerageCase).all();
  const emails = cases.map(({ id }) => findCaseContact(app.db, app, id)?.email);
  const drafts = app.db.select().from(requestDraft).all();
  const answers = drafts.map(({ tokenHash, wrappedKey, sealedAnswers }) => {
    const key = unwrapDataKey(app.keys, tokenHash, wrappedKey ?? '');
    return JSON.stringify(unsealJson(key, draftPlace(tokenHash), sealedAnswers ?? ''));
  });
  const reports = app.db.select().from(listingReport).all();
  const texts = reports.map(({ id }) => findReport(app.db, app, id)?.text);
  const expected = ['amina@example.org', '{"name":"Amina"}', 'Closed'];
  for (const [kind, found] of [emails, answers, texts].entries())
    expect(found.filter((text) => text !== expected[kind])).toEqual([]);
  return cases.length + drafts.length + reports.length;
}

const uses = (app: TestApp) =>
  Object.fromEntries(
    keyUses(app.db, app.keys).map(({ id, rows }) => [
      id,
      Object.values(rows).reduce((sum, count) => sum + count, 0),
    ]),
  );
const keysIn = (folder: string) =>
  z
    .object({ encryption: z.array(z.object({ id: z.string() })) })
    .parse(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')))
    .encryption.map(({ id }) => id);

test('every table that keeps a wrapped key is rotated', () => {
  const { app } = usedFolder(0);
  const tables = app.db.$client
    .prepare(
      `select m.name from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and c.name = 'wrapped_key' order by 1`,
    )
    .pluck()
    .all();
  expect(wrappedKeyTables.map(({ table }) => getTableName(table)).toSorted()).toEqual(tables);
});

test('a rotation that is killed four times midway loses nothing, and the next one finishes it', async () => {
  const total = 4800;
  const { folder, app } = usedFolder(4000);
  expect(readAll(app)).toBe(total);
  for (let round = 1; round <= 4; round += 1) {
    const child = startChild('rotator.ts', [folder]);
    await child.until(round, (line) => line.startsWith('done '));
    child.process.kill('SIGKILL');
    await child.ended;
    expect(child.lines(), 'it was killed midway').not.toContain('end');
    const after = open(folder);
    expect(keysIn(folder), 'one rotation makes one key').toEqual(['k1', 'k2']);
    const { k1 = 0, k2 = 0 } = uses(after);
    expect(k1).toBeGreaterThan(0);
    expect(k2).toBeGreaterThan(0);
    expect(k1 + k2).toBe(total);
    expect(readAll(after)).toBe(total);
    expect(retireKey(after, 'k1')).toBe('in-use');
  }
  const last = open(folder);
  expect(rotateKeys(last)).toMatchObject({ keyId: 'k2', isNew: false });
  expect(uses(last)).toEqual({ k1: 0, k2: total });
  expect(retireKey(last, 'k1')).toBe('retired');
  expect(keysIn(folder)).toEqual(['k2']);
  expect(readAll(open(folder))).toBe(total);
  expect(readAll(app), 'also where the site was running all the while').toBe(total);
  expect(readdirSync(folder).filter((name) => name.startsWith('keys.json'))).toEqual(['keys.json']);
}, 120_000);

describe('a site that runs meanwhile', () => {
  test('reads what is wrapped anew, and wraps what comes in with the new key', () => {
    const { folder, app } = usedFolder(20);
    rotateKeys(open(folder));
    expect(readAll(app)).toBe(24);
    insertSealedCase(app);
    expect(uses(app)).toEqual({ k1: 0, k2: 25 });
  });

  test('never wraps with a key that is gone, though it has read nothing since', () => {
    const { folder, app } = usedFolder(5);
    const other = open(folder);
    rotateKeys(other);
    expect(retireKey(other, 'k1')).toBe('retired');
    insertSealedCase(app);
    expect(readAll(open(folder))).toBe(8);
  });

  test('goes on with the keys it has when the file is damaged or gone', () => {
    const { folder, app } = usedFolder(5);
    writeFileSync(join(folder, 'keys.json'), '{');
    expect(readAll(app)).toBe(7);
    rmSync(join(folder, 'keys.json'));
    expect(readAll(app)).toBe(7);
  });
});

describe('the keys file', () => {
  test('stays readable by its owner alone, and keeps what else is in it', () => {
    const { folder, app } = usedFolder(1);
    const file = join(folder, 'keys.json');
    const before = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
    writeFileSync(file, JSON.stringify({ ...before, note: 'ours' }));
    rotateKeys(app);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { encryption: _, ...rest } = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    const { encryption: _old, ...kept } = before;
    expect(rest).toEqual({ ...kept, note: 'ours' });
  });

  test('a rotation that was finished is followed by another with another key', () => {
    const { app } = usedFolder(3);
    expect(rotateKeys(app)).toEqual({ keyId: 'k2', isNew: true, rewrapped: 5 });
    expect(rotateKeys(app)).toEqual({ keyId: 'k3', isNew: true, rewrapped: 5 });
    expect(uses(app)).toEqual({ k1: 0, k2: 0, k3: 5 });
  });

  test('the newest key, and one that is not there, are not retired', () => {
    const { app } = usedFolder(0);
    expect(retireKey(app, 'k1')).toBe('newest');
    expect(retireKey(app, 'k9')).toBe('unknown');
  });
});

test('the command says what it did, what each key wraps, and why it refuses', () => {
  const { folder } = usedFolder(10);
  const run = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/keys.ts', ...args], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, DATABASE_PATH: join(folder, 'fis.sqlite') },
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };
  expect(run('retire', 'k1')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('rotate first'),
  });
  expect(run('rotate')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Made key k2'),
  });
  const { stdout } = run('status');
  expect(stdout).toMatch(/k1 +wraps nothing/);
  expect(stdout).toMatch(/k2 +10 requests, 1 unsent requests, 1 reports about a page +newest/);
  expect(run('retire', 'k1')).toMatchObject({ status: 0 });
  expect(run('status').stdout).not.toContain('k1');
  expect(run('turn')).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run keys') });
});
