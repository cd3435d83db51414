import chromium from '@sparticuz/chromium';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const home = join(import.meta.dirname, '../../node_modules/.cache/browser');
const program = join(home, 'chromium');

/**
 * The browser that npm installed, unpacked once (2 seconds, 200 MB). The package itself unpacks
 * into the shared temporary folder, where a half-written browser of another run would be taken for
 * a whole one; here it is unpacked aside and then moved.
 */
export async function browserFromNpm(): Promise<string> {
  if (existsSync(program)) return program;
  mkdirSync(dirname(home), { recursive: true });
  const aside = mkdtempSync(`${home}-`);
  try {
    await withTemporaryFolder(aside, () => chromium.executablePath());
    renameSync(aside, home);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(program)) throw error;
  }
  return program;
}

async function withTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await work();
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
}
