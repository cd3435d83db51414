import { expect, test } from 'vitest';
import { redactPath } from '#platform/http/server/redact-path.ts';
import { html, serve } from './serving.ts';

const token = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';

test.each([
  ['/find', '/find'],
  ['/ur/provider/little-acorns', '/ur/provider/little-acorns'],
  [`/t/${token}`, '/t/:token'],
  ['/t/short', '/t/:token'],
  ['/ur/track/short/choose', '/ur/track/:token/choose'],
  ['/track', '/track'],
  ['/answer/abc', '/answer/:token'],
  ['/staff/join/abc', '/staff/join/:token'],
  ['/ur/reminders/abc', '/ur/reminders/:token'],
  ['/staff/cases/0d7f3c62-6d0e-4a55-9d0f-2f6f7e0b9c11', '/staff/cases/:token'],
  [`/anywhere/${token}/else`, '/anywhere/:token/else'],
  ['/staff/people/jo@example.org', '/staff/people/:private'],
  ['/FIS-2345-BCDF', '/:private'],
])('%s is logged as %s', (path, logged) => {
  expect(redactPath(path)).toBe(logged);
});

test('a path of any length leaves a short line', () => {
  expect(redactPath(`/a${'/b'.repeat(5000)}`).length).toBeLessThanOrEqual(200);
});

test('a request leaves one line: what was asked and how it went, nothing of who asked', async () => {
  const { url, logged } = await serve({
    '/find': (_, answer) => {
      html(answer, 'hello');
    },
  });
  const answer = await fetch(`${url}/find?near=M33+2DH`, {
    headers: { 'user-agent': 'Somebody/1.0', cookie: 'a=secret', referer: 'http://x/y' },
  });
  await answer.text();
  await expect.poll(() => logged().length).toBe(1);
  expect(logged()[0]).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    level: 'info',
    event: 'request',
    id: answer.headers.get('x-request-id'),
    method: 'GET',
    path: '/find',
    status: 200,
    ms: expect.any(Number),
    bytes: 5,
  });
});
