// @ts-check
// Runs on the Node that the machine has (20 or newer), with nothing installed yet: built-ins only.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Everything that the built pages are made from. */
const builtFrom = [
  'src',
  'db',
  'public',
  'content',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const stamp = join(root, 'dist', '.built-from');

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`);

/** What stops the set-up, in words for whoever started it. */
export class SetUpError extends Error {}

/**
 * Installs what is missing and builds what has changed, with a line for each step taken.
 * @returns {Promise<string>} the Node to run everything else with
 */
export async function setUp() {
  const node = await install();
  await build(node);
  return node;
}

/**
 * Installs the locked dependencies, unless they are there already.
 * @returns {Promise<string>} the Node to run everything else with
 */
export async function install() {
  if (!isInstalled(root)) {
    say('Installing the locked dependencies (npm ci), about half a minute…');
    const npm = process.env['npm_execpath'];
    const inOneGo = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const status = npm?.endsWith('.js')
      ? await run(process.execPath, [npm, ...inOneGo], { cwd: root })
      : await run('npm', inOneGo, { cwd: root });
    if (status !== 0) throw new SetUpError('npm ci did not succeed; what it said is above.');
  }
  return findNode(root);
}

/**
 * Whether `node_modules` is exactly what `package-lock.json` asks for. npm writes its own list of
 * what it installed, and writes it last, so a broken installation has none.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const list = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const installed = readPackages(list);
  const isThere = (/** @type {string} */ place) => {
    const { version, link, optional } = wanted[place] ?? {};
    const found = installed[place];
    return place === '' || link === true || (found ? found.version === version : optional === true);
  };
  return (
    Object.keys(wanted).every(isThere) && Object.keys(installed).every((place) => place in wanted)
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>}
 */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/**
 * The machine's Node when it is new enough, otherwise the one that npm installed for it.
 * @param {string} folder
 * @param {string} ours the version we run on, such as `20.1.0`
 */
export function findNode(folder, ours = process.versions.node) {
  if (Number(ours.split('.')[0]) >= 24) return process.execPath;
  const packaged = join(
    folder,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  );
  if (existsSync(packaged)) return packaged;
  throw new SetUpError(
    `This needs Node 24 or newer, and the machine has ${ours}. ` +
      `There is no Node to install by itself for ${process.platform} on ${process.arch}: ` +
      'install it from https://nodejs.org and start again.',
  );
}

/**
 * Builds the pages, unless they were built from exactly what is here now.
 * @param {string} node
 */
export async function build(node) {
  const now = fingerprint(root, builtFrom);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  say('Building the site…');
  rmSync(stamp, { force: true });
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const status = await run(node, [astro, 'build', '--silent'], { cwd: root });
  if (status !== 0) throw new SetUpError('The site could not be built; what went wrong is above.');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
}

/**
 * A short text that changes when any of these files or folders does.
 * @param {string} folder
 * @param {readonly string[]} names
 */
export function fingerprint(folder, names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesIn(folder, name))) {
    const content = readFileSync(join(folder, file));
    hash.update(`${file}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string[]}
 */
function filesIn(folder, name) {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path)
    .sort()
    .flatMap((inside) => filesIn(folder, join(name, inside)));
}

/**
 * Runs a script to its end and exits as it says; a set-up that fails is said plainly.
 * @param {() => Promise<number>} script gives the exit code
 */
export function main(script) {
  script().then(
    (status) => process.exit(status),
    (error) => {
      process.stderr.write(
        `${error instanceof SetUpError ? error.message : String(error?.stack ?? error)}\n`,
      );
      process.exit(1);
    },
  );
}
