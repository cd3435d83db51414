import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findNode } from '../../scripts/set-up.mjs';
import { freshClone, isAlive, type Launched, type Project } from './stand-in.ts';

const within = { timeout: 60_000, interval: 50 };
const running = (launched: Launched) =>
  expect.poll(launched.output, within).toContain('running with');

const startAndStop = async (project: Project) => {
  const launched = project.start();
  await running(launched);
  launched.child.kill('SIGTERM');
  await launched.ended;
  return launched.output();
};

describe('npm start', () => {
  test('installs, builds and starts a fresh clone, with a line for each step', async () => {
    const project = freshClone();
    const output = await startAndStop(project);
    expect(output.match(/^(Installing|Building|Starting)/gm)).toEqual([
      'Installing',
      'Building',
      'Starting',
    ]);
    expect(project.read('npm-args')).toMatch(/^ci /);
    expect(output).toContain('--max-semi-space-size=8');
  });

  test('does only what is needed the next time', async () => {
    const project = freshClone();
    await startAndStop(project);
    expect(await startAndStop(project)).toMatch(/^Starting/);
    project.write('src/page.txt', 'two');
    expect(await startAndStop(project)).toMatch(/^Building/);
    expect(project.read('dist/page.txt')).toBe('two');
    project.lock('7.0.1');
    expect(await startAndStop(project)).toMatch(/^Installing/);
    project.write('content/locales/en/site.json', '{}');
    expect(await startAndStop(project)).toMatch(/^Building/);
  });

  test('does not start what could not be built, and builds it again next time', async () => {
    const project = freshClone();
    project.write('src/page.txt', 'broken');
    const broken = project.start();
    expect(await broken.ended).toBe(1);
    expect(broken.output()).toContain('src/page.txt is broken');
    expect(broken.output()).not.toContain('Starting');
    project.write('src/page.txt', 'one');
    expect(await startAndStop(project)).toContain('Building');
  });

  test('takes in .env', async () => {
    const project = freshClone();
    project.write('.env', 'FROM_DOTENV=settings');
    expect(await startAndStop(project)).toContain('running with settings');
  });

  test.each([
    ['SIGTERM', 'stopped well', 0],
    ['SIGINT', 'interrupted', 7],
    ['SIGHUP', '', 129],
  ] as const)('passes %s on once and exits as the site does', async (signal, said, code) => {
    const launched = freshClone().start();
    await running(launched);
    launched.child.kill(signal);
    expect(await launched.ended).toBe(code);
    expect(
      launched
        .output()
        .split('\n')
        .filter((line) => line === said && said !== ''),
    ).toHaveLength(said === '' ? 0 : 1);
  });

  test('leaves no site behind when it is killed outright', async () => {
    const project = freshClone();
    const launched = project.start();
    await running(launched);
    const [site = 0] = project.pids();
    expect(isAlive(site)).toBe(true);
    launched.child.kill('SIGKILL');
    await expect.poll(() => isAlive(site), within).toBe(false);
  });

  test('leaves nothing behind when it is stopped while it installs', async () => {
    const project = freshClone();
    const launched = project.start('start.mjs', [], { SLOW_INSTALL: '1' });
    await expect.poll(project.pids, within).toHaveLength(2);
    launched.child.kill('SIGTERM');
    expect(await launched.ended).not.toBe(0);
    await expect.poll(() => project.pids().some(isAlive), within).toBe(false);
    expect(launched.output()).not.toContain('Starting');
  });

  test('ends when the npm that started it is killed outright', async () => {
    const project = freshClone();
    project.write('npm-stand-in.mjs', npmStandIn);
    const npm = project.start('../npm-stand-in.mjs', [], { npm_lifecycle_event: 'start' });
    await running(npm);
    const [site = 0] = project.pids();
    npm.child.kill('SIGKILL');
    await expect.poll(() => isAlive(site), within).toBe(false);
  });
});

const npmStandIn = `
import { spawn } from 'node:child_process';
spawn(process.execPath, ['scripts/start.mjs'], { stdio: 'inherit' });
setInterval(() => {}, 1000);
`;

describe('a script of ours', () => {
  test('gets its arguments, speaks for itself and gives its exit code', async () => {
    const project = freshClone();
    await startAndStop(project);
    project.write(
      'scripts/hello.ts',
      'const name: string = process.argv.slice(2).join(" "); console.log(`hello ${name}`); process.exit(3);',
    );
    const launched = project.start('run.mjs', ['scripts/hello.ts', 'a', '--b']);
    expect(await launched.ended).toBe(3);
    expect(launched.output()).toBe('hello a --b\n');
  });
});

describe('the Node that runs the site', () => {
  test("is the machine's, when that is new enough", () => {
    expect(findNode('/nowhere', '24.0.0')).toBe(process.execPath);
  });

  test('is one from npm, when the machine has an older one', () => {
    const root = join(import.meta.dirname, '../..');
    const packaged = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
    if (existsSync(packaged)) expect(findNode(root, '20.9.0')).toBe(packaged);
    else expect(() => findNode(root, '20.9.0')).toThrow(/Node 24/);
  });

  test('must be installed by hand where npm has none, and the message says so', () => {
    expect(() => findNode('/nowhere', '20.9.0')).toThrow(
      /needs Node 24 or newer, and the machine has 20\.9\.0.*nodejs\.org/,
    );
  });
});
