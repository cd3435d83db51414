import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfLockFile } from './checks/lock-file.ts';

const faults = faultsOfLockFile(
  readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'),
);
for (const fault of faults) console.error(fault);
console.log(`package-lock.json: ${String(faults.length)} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
