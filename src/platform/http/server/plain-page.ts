import { escapeHtml } from '../escape-html.ts';
import type { Problem } from '../../problem.ts';
import type { Answer } from './answer.ts';

/** What this layer itself can find wrong, before or instead of any page. */
export type ServerProblem = Extract<Problem, 'bad-address' | 'too-large' | 'unexpected'>;
/** What to say of it when no page can be made; the same words for everyone. */
export type LastWords = (problem: ServerProblem) => {
  readonly title: string;
  readonly text: string;
};

/** A page that needs nothing but itself. It shows no detail of what went wrong. */
export function plainPage(status: number, words: ReturnType<LastWords>): Answer {
  const title = escapeHtml(words.title);
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head>`,
    `<body><main><h1>${title}</h1><p>${escapeHtml(words.text)}</p></main></body></html>\n`,
  ].join('');
  const body = Buffer.from(html);
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'no-store',
      ...(status === 405 && { allow: 'GET, HEAD, POST' }),
    },
    body,
  };
}
