import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { MessageKind } from '#platform/outbox/enqueue-message.ts';
import { readMail } from '../../support/mail.ts';
import { until } from '../../support/site.ts';
import type { TestApp } from '../../support/test-app.ts';
import { plainText, type Fields, type Seen, type Visitor } from './visitor.ts';

/** Sends a form and expects to be led on; gives where to. */
export async function led(visitor: Visitor, path: string, fields: Fields = {}): Promise<string> {
  const { status, location, html } = await visitor.post(path, fields);
  expect(status, `${path}: ${plainText(html).slice(-2000)}`).toBe(303);
  return location;
}

/** Shows a page and expects it to be there. */
export async function shown(visitor: Visitor, path: string): Promise<Seen> {
  const page = await visitor.get(path);
  expect(page.status, path).toBe(200);
  return page;
}

/** Looks at a one-time link's page, then uses it; gives the page it leads to. */
export async function follow(visitor: Visitor, link: string): Promise<string> {
  const { pathname } = new URL(link);
  await shown(visitor, pathname);
  return led(visitor, pathname, { do: 'open' });
}

/** The link in the n-th message of a kind (from 1), once it has been sent. */
export async function sentLink(app: TestApp, kind: MessageKind, count: number): Promise<string> {
  const sent = app.db.$client
    .prepare(`select id from outbox_message where kind = ? and state = 'sent' order by created_at`)
    .pluck();
  const id = await until(() => sent.all(kind)[count - 1]);
  const eml = readFileSync(join(app.settings.outboxDir, `${String(id)}.eml`), 'utf8');
  return (await readMail(eml)).link;
}
