import { describe, expect, test } from 'vitest';
import { queuePage } from '#casework/queue/queue-page.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { sendSampleRequest, valueOf } from '../support/request.ts';
import { rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string, query = {}) => addressOf('en', path, query);

describe('a search', () => {
  const find = (app: TestApp, text: string) =>
    queuePage(
      app.as(asha),
      href,
      new Request('http://localhost/staff', {
        method: 'POST',
        body: new URLSearchParams({ find: text }),
      }),
    ).then(valueOf);

  test('by a reference as people say it opens the request', async () => {
    const app = openTestApp();
    const { reference } = sendSampleRequest(app);
    const spoken = reference.toLowerCase().replaceAll('-', ' ');
    for (const text of [reference, spoken, spoken.replace('fis', ''), ` ${reference} `]) {
      expect((await find(app, text)).redirect, text).toBe(`/staff/case/${reference}`);
    }
    expect((await find(app, 'FIS-2222-2222')).view).toMatchObject({ rows: [], empty: null });
  });

  test('by a contact shows all of its requests, and leaves it out of the address and the record', async () => {
    const app = openTestApp();
    sendSampleRequest(app);
    sendSampleRequest(app);
    for (const text of ['AMINA@example.org', '+44 161 496 0456']) {
      const { view, redirect } = await find(app, text);
      expect(redirect).toBeNull();
      expect(view?.rows).toHaveLength(2);
      expect(view?.find.title).toBe('2 requests found');
    }
    expect((await find(app, 'amina@example.com')).view?.rows).toEqual([]);
    expect(JSON.stringify(rowsIn(app.db, 'audit_entry'))).not.toMatch(/amina|496 ?0456/i);
  });
});
