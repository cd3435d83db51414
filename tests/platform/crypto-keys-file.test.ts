import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile, openKeyRing } from '#platform/crypto/open-key-ring.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

type KeysFile = {
  encryption: { id: string; key: string }[];
  links: string;
  audit: string;
  staffSessions: string;
};
const fresh = () => JSON.parse(newKeysFile()) as KeysFile;
const newKey = () => randomBytes(32).toString('base64');

/** The text of a keys file with something done to it. */
function keysFile(change: (file: KeysFile) => unknown): string {
  const file = fresh();
  change(file);
  return JSON.stringify(file);
}

describe('a keys file is refused', () => {
  test.each<[string, (file: KeysFile) => unknown, RegExp]>([
    ['without an encryption key', (file) => (file.encryption = []), /encryption/],
    ['without a key for links', (file) => Reflect.deleteProperty(file, 'links'), /links/],
    ['with a short key', (file) => (file.audit = randomBytes(16).toString('base64')), /audit/],
    ['with what is no base64', (file) => (file.links = 'not a key!'), /links/],
    ['with a weak key', (file) => (file.audit = Buffer.alloc(32).toString('base64')), /weak/],
    ['with one key for two purposes', (file) => (file.links = file.audit), /two purposes/],
    [
      'with the same encryption key twice',
      ({ encryption }) => encryption.push({ id: 'k2', key: encryption[0]?.key ?? '' }),
      /two purposes/,
    ],
    [
      'with one id twice',
      ({ encryption }) => encryption.push({ id: 'k1', key: newKey() }),
      /id twice/,
    ],
    [
      'with an id that would not fit in what is stored',
      ({ encryption }) => encryption.push({ id: 'k.2', key: newKey() }),
      /encryption/,
    ],
  ])('%s', (_name, change, fault) => {
    expect(() => readKeyRing(keysFile(change))).toThrow(fault);
  });

  test('without a key showing in the message', () => {
    const file = fresh();
    const secrets = [...file.encryption.map(({ key }) => key), file.links, file.audit];
    const broken = [
      JSON.stringify({ ...file, audit: 'x' }),
      JSON.stringify(file).slice(0, 90),
      JSON.stringify(file).replace(`"${file.links}"`, file.links),
      file.links,
    ];
    for (const text of broken) {
      const said = complaint(() => readKeyRing(text));
      expect(said).toMatch(/keys file/);
      for (const secret of secrets) expect(said).not.toContain(secret.slice(0, 6));
    }
  });
});

function complaint(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
}

describe('at the start', () => {
  const open = (app: TestApp) => openKeyRing(app.settings, app.db, app.log);
  const warned = (app: TestApp) => {
    const said: string[] = [];
    openKeyRing(app.settings, app.db, { ...app.log, warn: (event) => said.push(event) });
    return said.join();
  };

  test('a first local run makes a keys file that only its owner reads, and says so', () => {
    const app = openTestApp();
    expect(warned(app)).toMatch(/NEW KEYS FILE/);
    expect(statSync(app.settings.keysFile).mode & 0o777).toBe(0o600);
    expect(warned(app)).toBe('');
    expect(open(app)).toEqual(open(app));
  });

  test('a keys file that was named must be there', () => {
    const app = openTestApp({ KEYS_FILE: '/nowhere/keys.json' });
    expect(() => open(app)).toThrow('/nowhere/keys.json is missing');
  });

  test('a database that has used keys never gets new ones by itself', () => {
    const app = openTestApp();
    open(app);
    rmSync(app.settings.keysFile);
    expect(() => open(app)).toThrow('missing');
    expect(existsSync(app.settings.keysFile)).toBe(false);
  });

  test('another installation’s keys are refused, also under another id', () => {
    const app = openTestApp();
    open(app);
    writeFileSync(app.settings.keysFile, newKeysFile());
    expect(() => open(app)).toThrow('Key k1 is not the one this database was written with');
    const renamed = keysFile(({ encryption }) =>
      encryption.splice(0, 1, { id: 'k2', key: newKey() }),
    );
    writeFileSync(app.settings.keysFile, renamed);
    expect(() => open(app)).toThrow(/k1/);
  });

  test('a key may be added beside the old one', () => {
    const app = openTestApp();
    open(app);
    const file = JSON.parse(readFileSync(app.settings.keysFile, 'utf8')) as KeysFile;
    file.encryption.push({ id: 'k2', key: newKey() });
    writeFileSync(app.settings.keysFile, JSON.stringify(file));
    expect(open(app).encryption.map(({ id }) => id)).toEqual(['k1', 'k2']);
    expect(open(app).encryption).toHaveLength(2);
  });
});
