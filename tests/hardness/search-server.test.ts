import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nurseryRow, ofstedCsv } from '../exchange/support.ts';
import { openMeilisearchStandIn } from '../support/meilisearch-stand-in.ts';
import { newFolder, runScript, startSite } from '../support/site.ts';
import { withoutSettings } from '../support/without-settings.ts';

const root = join(import.meta.dirname, '../..');

async function openStandIn() {
  const standIn = await openMeilisearchStandIn();
  onTestFinished(standIn.close);
  const { url, key } = standIn.account;
  return { standIn, environment: { MEILI_URL: url, MEILI_KEY: key } };
}

type Environment = Readonly<Record<string, string>>;

/** Runs `npm run search` on a folder's database; what it prints, and how it ended. */
function startCommand(folder: string, environment: Environment, command: string) {
  const child = spawn(process.execPath, ['scripts/search.ts', command], {
    cwd: root,
    env: { ...withoutSettings(), DATABASE_PATH: join(folder, 'fis.sqlite'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const ended = once(child, 'close').then(() => ({ printed, code: child.exitCode }));
  return { child, ended };
}

function twoNurseries(): string {
  const folder = newFolder();
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, '2026-08-31.csv');
  const rows = ['EY210009', 'EY210010'].map((urn) => nurseryRow({ 'Provider URN': urn }));
  writeFileSync(file, ofstedCsv(rows));
  runScript(folder, 'scripts/import.ts', ['ofsted', file, '--authority', 'Trafford']);
  return folder;
}

test('the command rebuilds, tells how it stands, and finds what differs', async () => {
  const { standIn, environment } = await openStandIn();
  const folder = twoNurseries();
  const run = (command: string) => startCommand(folder, environment, command).ended;
  expect(await run('check')).toMatchObject({ code: 1 });
  expect(await run('rebuild')).toMatchObject({ code: 0 });
  expect((await run('status')).printed).toContain('Up to date');
  expect(await run('check')).toMatchObject({ code: 0 });
  const documents = standIn.indexes.get('fis')?.documents;
  const [id = ''] = documents?.keys() ?? [];
  documents?.delete(id);
  const { code, printed } = await run('check');
  expect(code).toBe(1);
  expect(printed).toContain(`  ${id}`);
  expect(await run('tidy')).toMatchObject({ code: 1 });
  expect(await startCommand(folder, {}, 'status').ended).toMatchObject({
    printed: 'MEILI_URL is not set\n',
  });
  standIn.refuseKeys();
  const refused = await run('rebuild');
  expect(refused).toEqual({ code: 1, printed: 'invalid_api_key\n' });
});

test('a rebuild that is killed leaves the old index answering', async () => {
  const { standIn, environment } = await openStandIn();
  const folder = twoNurseries();
  await startCommand(folder, environment, 'rebuild').ended;
  const { child, ended } = startCommand(folder, environment, 'rebuild');
  standIn.trouble((line) => {
    if (line === 'POST /indexes/fis_next/documents') child.kill('SIGKILL');
    return 'none';
  });
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  expect(standIn.indexes.get('fis')?.documents.size).toBe(2);
  const { printed } = await startCommand(folder, environment, 'status').ended;
  expect(printed).toContain('A rebuild is under way, or broke off');
});

test('the site fills the server, asks it, and goes on without it', async () => {
  const { standIn, environment } = await openStandIn();
  const site = await startSite({ environment });
  onTestFinished(() => site.stop());
  const health = async () => (await fetch(`${site.url}/healthz`)).json();
  const found = async (page: number) => {
    const answer = await fetch(`${site.url}/find?near=M33&q=nursery&page=${page}`);
    return { status: answer.status, total: /\d[\d,]* places/.exec(await answer.text())?.[0] };
  };
  await expect
    .poll(health, { timeout: 60_000, interval: 200 })
    .toEqual({ ok: true, search: 'meilisearch' });
  const asked = () => standIn.count('POST /multi-search');
  const served = await found(1);
  expect(served.status).toBe(200);
  expect(asked()).toBeGreaterThan(0);
  standIn.trouble(() => 'silent');
  for (let page = 2; page < 6; page += 1) {
    expect(await found(page)).toEqual(served);
  }
  expect(await health()).toEqual({ ok: true, search: 'embedded' });
  expect(site.output().split('search answered here')).toHaveLength(2);
  expect(site.output()).not.toContain(environment.MEILI_KEY);
  standIn.trouble(() => 'none');
  // A page that is kept asks nothing, so each is another.
  let page = 6;
  const isBack = async () => {
    await found(page++);
    return ((await health()) as { search: string }).search;
  };
  await expect.poll(isBack, { timeout: 30_000, interval: 500 }).toBe('meilisearch');
});
