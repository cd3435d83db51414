import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { App } from '#platform/context.ts';
import { openStaffApp } from './staff-app.ts';
import { withoutSettings } from '../support/without-settings.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

async function staff(app: App, ...args: readonly string[]) {
  const env = {
    ...withoutSettings(),
    LANGUAGES: 'en',
    DATABASE_PATH: app.settings.databasePath,
  };
  try {
    const script = join(root, 'scripts/staff.ts');
    const done = await run(process.execPath, [script, ...args], {
      cwd: root,
      env,
      timeout: 90_000,
    });
    return { code: 0, out: done.stdout, err: done.stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

test('inviting prints a link and the list shows the invitation', { timeout: 240_000 }, async () => {
  const app = openStaffApp();
  const invited = await staff(app, 'invite', 'Ann@Council.example', '--role', 'admin');
  expect(invited.code).toBe(0);
  expect(invited.out).toMatch(/\nhttp:\/\/localhost:4321\/staff\/join\/[\w-]{43}\n/);
  expect(invited.out).toContain('as admin');
  const listed = await staff(app, 'list');
  expect(listed.out).toMatch(/invited\s+admin\s+\d{4}-\d\d-\d\d\s+ann@council\.example/);
});

test('wrong use is explained and changes nothing', { timeout: 240_000 }, async () => {
  const app = openStaffApp();
  const wrong = [
    ['invite', 'not-an-address', '--role', 'broker'],
    ['invite', 'ann@council.example', '--role', 'boss'],
    ['invite', 'ann@council.example', '--rule', 'broker'],
    ['dismiss', 'ann@council.example'],
    [],
  ];
  const answers = await Promise.all(wrong.map((args) => staff(app, ...args)));
  for (const { code, out, err } of answers) {
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('npm run staff -- invite EMAIL --role ROLE');
    expect(err).not.toContain('    at ');
  }
  expect((await staff(app, 'list')).out).toContain('no accounts');
});
