/**
 * One office of brokers, in a process of its own: says `ready`, reads a round (`{ at, reference }`) a
 * line, waits until that moment, and lets each of its brokers claim. Prints what each got.
 */
import { createInterface } from 'node:readline';
import { writeSync } from 'node:fs';
import { claimCase } from '#casework/queue/claim-case.ts';
import { z } from 'zod';
import { openSiteApp } from './site-app.ts';

const [folder = '', office = '', brokers = '0'] = process.argv.slice(2);
const app = openSiteApp(folder);
const round = z.object({ at: z.number(), reference: z.string() });

writeSync(1, 'ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { at, reference } = round.parse(JSON.parse(line));
  while (Date.now() < at);
  for (let number = 0; number < Number(brokers); number += 1) {
    const id = `${office}-${number}`;
    const claimed = claimCase(app.as({ kind: 'staff', id, name: id, role: 'broker' }), reference);
    writeSync(
      1,
      `${JSON.stringify({ reference, id, got: claimed.ok ? 'won' : claimed.problem })}\n`,
    );
  }
}
app.db.$client.close();
