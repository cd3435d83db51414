// @ts-check
// Loaded before a script of ours (`node --import`): it takes in `.env`, and ends when its parent does.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const settings = join(import.meta.dirname, '..', '.env');
if (existsSync(settings)) process.loadEnvFile(settings);

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The line to the parent alone is no reason to stay.
process.channel?.unref();
