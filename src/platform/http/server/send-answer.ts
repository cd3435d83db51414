import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Encoding, HeaderValue } from './answer.ts';
import { chooseEncoding, compressesWell, compressNow, worthCompressing } from './compress.ts';
import { isKnown } from './etag.ts';

const noBody = Buffer.alloc(0);

/**
 * Settles what leaves for this client: nothing when it has the answer already, the smallest form
 * that it reads, no body for `HEAD`. The length is always known beforehand.
 */
export async function fitAnswer(request: IncomingMessage, answer: Answer): Promise<Answer> {
  if (clientHasIt(request, answer)) return notModified(answer);
  // The body of a kept page is unpacked when it is looked at, so only who needs it does.
  const fitted = isCompressible(answer) ? await inBestForm(request, answer) : answer;
  const headers = { ...fitted.headers, 'content-length': String(fitted.body.length) };
  return { status: answer.status, headers, body: request.method === 'HEAD' ? noBody : fitted.body };
}

function isCompressible({ headers }: Answer): boolean {
  const type = headers['content-type'];
  return (
    typeof type === 'string' && compressesWell(type) && headers['content-encoding'] === undefined
  );
}

async function inBestForm(
  request: IncomingMessage,
  answer: Answer,
): Promise<Pick<Answer, 'headers' | 'body'>> {
  const headers = { ...answer.headers, vary: addVary(answer.headers['vary']) };
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const body = encoding && (await compressed(answer, encoding));
  if (!body) return { headers, body: answer.body };
  return { headers: { ...headers, 'content-encoding': encoding }, body };
}

function clientHasIt(request: IncomingMessage, answer: Answer): boolean {
  const tag = answer.headers['etag'];
  const asks = request.method === 'GET' || request.method === 'HEAD';
  return (
    asks &&
    answer.status === 200 &&
    typeof tag === 'string' &&
    isKnown(request.headers['if-none-match'], tag)
  );
}

const keptWhenNotModified = new Set(['etag', 'cache-control', 'vary', 'expires', 'set-cookie']);

const notModified = (answer: Answer): Answer => ({
  status: 304,
  headers: {
    ...Object.fromEntries(
      Object.entries(answer.headers).filter(([name]) => keptWhenNotModified.has(name)),
    ),
    vary: addVary(answer.headers['vary']),
  },
  body: noBody,
});

function compressed(answer: Answer, encoding: Encoding): Buffer | Promise<Buffer> | undefined {
  if (answer.compressed) return answer.compressed(encoding);
  return answer.body.length >= worthCompressing ? compressNow(answer.body, encoding) : undefined;
}

function addVary(vary: HeaderValue | undefined): string {
  const given = vary === undefined ? '' : [vary].flat().join(', ');
  if (/accept-encoding|\*/i.test(given)) return given;
  return given === '' ? 'Accept-Encoding' : `${given}, Accept-Encoding`;
}

/**
 * Sends header lines (name and value in turn) and a body as they are. `lingers` gives the
 * milliseconds for which what the client still sends is taken in and dropped before the connection
 * closes; closing at once would lose it the answer.
 */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, lines, body }: { status: number; lines: (string | string[])[]; body: Buffer },
  lingers?: number,
): void {
  response.writeHead(status, lines);
  if (lingers === undefined) {
    response.end(body);
    return;
  }
  response.write(body);
  const finish = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(finish, lingers);
  request.on('end', finish).on('close', finish).on('error', finish).resume();
}
