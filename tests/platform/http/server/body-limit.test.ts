import { describe, expect, test } from 'vitest';
import { bodyLimit, bodyLimitFor, pictureBodyLimit } from '#platform/http/body-limit.ts';
import { html, raw, serve, type Page } from './serving.ts';

const echo: Page = (request, answer) => {
  html(answer, `got ${String(request.body?.length)} bytes`);
};
const pages: Record<string, Page> = {
  '/track': echo,
  '/track/feedback': echo,
  '/ur/track/feedback': echo,
  '/problem/too-large': (_, answer) => {
    html(answer, 'too much at once');
  },
  '/ur/problem/too-large': (_, answer) => {
    html(answer, 'too much at once');
  },
};
const cookie = '__Host-family=abc';
const post = (url: string, bytes: number, headers: Readonly<Record<string, string>> = { cookie }) =>
  fetch(url, { method: 'POST', body: 'x'.repeat(bytes), headers });

describe('a picture may come with feedback', () => {
  test('up to its limit, in every language', async () => {
    const { url } = await serve(pages);
    for (const path of ['/track/feedback', '/ur/track/feedback']) {
      const whole = await post(url + path, pictureBodyLimit);
      expect(await whole.text()).toBe(`got ${String(pictureBodyLimit)} bytes`);
      expect((await post(url + path, pictureBodyLimit + 1)).status).toBe(413);
    }
  });

  test('and is refused before a byte of it is sent when it says that it is larger', async () => {
    const { port } = await serve(pages, { limits: { linger: 100 } });
    const answer = await raw(port, (socket) =>
      socket.write(
        `POST /track/feedback HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\nContent-Length: ${String(pictureBodyLimit + 1)}\r\n\r\n`,
      ),
    );
    expect(answer.status).toBe(413);
  });

  test('and nowhere else, nor from somebody who has opened no request', async () => {
    const { url } = await serve(pages);
    expect((await post(`${url}/track`, bodyLimit + 1)).status).toBe(413);
    expect((await post(`${url}/track/feedback`, bodyLimit + 1, {})).status).toBe(413);
  });
});

test.each([
  '/track/feedback/x',
  '/x/track/feedback/y',
  '/a/b/track/feedback',
  '/track/feedbacks',
  '/ask/contact?next=/track/feedback',
  '/%74rack/feedback',
  '//track/feedback',
])('%s takes no picture', (target) => {
  expect(bodyLimitFor(target, cookie)).toBe(bodyLimit);
});

test.each(['', 'x=1', 'not__Host-family=1', undefined])(
  'a cookie of %j opens nothing',
  (header) => {
    expect(bodyLimitFor('/track/feedback', header)).toBe(bodyLimit);
  },
);
