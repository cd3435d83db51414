import { join } from 'node:path';
import { forbiddenArrows } from './checks/import-rules.ts';
import { readImports } from './checks/read-imports.ts';

const imports = readImports(join(import.meta.dirname, '..'));
const broken = forbiddenArrows(imports);
for (const { from, to, reason } of broken)
  console.error(`${from} must not import ${to}\n  ${reason}`);
console.log(`${String(imports.length)} imports, ${String(broken.length)} in a forbidden direction`);
process.exitCode = broken.length === 0 ? 0 : 1;
