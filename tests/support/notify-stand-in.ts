import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/**
 * A stand-in for GOV.UK Notify, on this machine: it answers as Notify's REST documentation says, and
 * sends nothing to anybody. It is not Notify: what it proves is that we keep to the documentation.
 */
const service = '8b6b7e2d-9a3c-4f8e-8f5a-0a4f6b1c2d3e';
const secret = '1d2c3b4a-5f6e-4a7b-8c9d-0e1f2a3b4c5d';
const templates = {
  email: '11111111-2222-4333-8444-555555555555',
  sms: '66666666-7777-4888-8999-aaaaaaaaaaaa',
} as const;

const order = z.object({
  template_id: z.string(),
  email_address: z.string().optional(),
  phone_number: z.string().optional(),
  personalisation: z.record(z.string(), z.string()).default({}),
  reference: z.string().optional(),
});
type Kind = keyof typeof templates;
export type Taken = z.infer<typeof order> & {
  readonly id: string;
  readonly kind: Kind;
  readonly createdAt: string;
};

/** What goes wrong at a request to send: nothing, an answer, silence, or an answer lost on the way. */
export type Trouble = 'none' | 'rate-limit' | 'broken' | 'silent' | 'lost';

export async function openNotifyStandIn(troubleAt: (count: number) => Trouble = () => 'none') {
  const taken: Taken[] = [];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (!isSigned(request)) return refuse(response, 403, 'AuthError', 'Invalid token');
    const url = new URL(request.url ?? '/', 'http://stand-in');
    if (request.method === 'GET' && url.pathname === '/v2/notifications') {
      return reply(response, 200, listOf(taken, url.searchParams.get('reference')));
    }
    const kind = kindAt(url.pathname);
    if (request.method !== 'POST' || kind === undefined) {
      return refuse(response, 404, 'NoResultFound', 'No result found');
    }
    const count = asked.filter((line) => line.startsWith('POST')).length;
    return take(request, response, kind, troubleAt(count), taken);
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return {
    taken,
    asked,
    /** What a council would set to use it. */
    settings: {
      NOTIFY_URL: `http://127.0.0.1:${port}`,
      NOTIFY_API_KEY: `standin-${service}-${secret}`,
      NOTIFY_TEMPLATE_EMAIL: templates.email,
      NOTIFY_TEMPLATE_TEXT: templates.sms,
      NOTIFY_CALLBACK_TOKEN: 'a token that nobody guesses',
    },
  };
}

/** The receipt that Notify posts for a message, some seconds after it was taken. */
export const receiptOf = (one: Taken, status: string, seconds = 3) => ({
  id: one.id,
  reference: one.reference ?? null,
  to: one.email_address ?? one.phone_number ?? '',
  status,
  created_at: one.createdAt,
  completed_at: new Date(Date.parse(one.createdAt) + seconds * 1000).toISOString(),
  sent_at: one.createdAt,
  notification_type: one.kind,
  template_id: one.template_id,
  template_version: 1,
});

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  kind: Kind,
  trouble: Trouble,
  taken: Taken[],
): Promise<void> {
  const body = await bodyOf(request);
  if (trouble === 'silent') return;
  if (trouble === 'broken') return refuse(response, 500, 'Exception', 'Internal server error');
  if (trouble === 'rate-limit') {
    return refuse(response, 429, 'RateLimitError', 'Exceeded rate limit');
  }
  const parsed = order.parse(JSON.parse(body));
  const fault = faultOf(kind, parsed);
  if (fault !== null) return refuse(response, 400, fault[0], fault[1]);
  const one = { ...parsed, kind, id: randomUUID(), createdAt: new Date().toISOString() };
  taken.push(one);
  if (trouble === 'lost') {
    response.destroy();
    return;
  }
  const { id, reference, personalisation } = one;
  reply(response, 201, {
    id,
    reference,
    content: personalisation,
    uri: `https://api.notifications.service.gov.uk/v2/notifications/${id}`,
    template: { id: one.template_id, version: 1, uri: '' },
    scheduled_for: null,
  });
}

type Fault = readonly [error: string, message: string];

function faultOf(kind: Kind, one: z.infer<typeof order>): Fault | null {
  if (one.template_id !== templates[kind]) return ['BadRequestError', 'Template not found'];
  const wanted = kind === 'email' ? ['subject', 'body'] : ['body'];
  const missing = wanted.filter((name) => one.personalisation[name] === undefined);
  if (missing.length > 0) {
    return ['BadRequestError', `Missing personalisation: ${missing.join(', ')}`];
  }
  if (kind === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(one.email_address ?? '')) {
    return ['ValidationError', 'email_address Not a valid email address'];
  }
  const digits = (one.phone_number ?? '').replace(/\D/g, '');
  if (kind === 'sms' && (digits.length < 10 || digits.length > 15)) {
    return ['ValidationError', 'phone_number Not enough digits'];
  }
  return null;
}

const listOf = (taken: readonly Taken[], reference: string | null) => ({
  notifications: taken
    .filter((one) => reference === null || one.reference === reference)
    .map(({ id, kind, createdAt, ...one }) => ({
      id,
      reference: one.reference,
      type: kind,
      status: 'delivered',
      created_at: createdAt,
    })),
  links: { current: '/v2/notifications', next: null },
});

function kindAt(path: string): Kind | undefined {
  if (path === '/v2/notifications/email') return 'email';
  return path === '/v2/notifications/sms' ? 'sms' : undefined;
}

/** Notify's tokens: JWT, HS256, issued by the service within the last 30 seconds. */
function isSigned(request: IncomingMessage): boolean {
  const [head = '', claims = '', signature] = (request.headers.authorization ?? '')
    .replace(/^Bearer /, '')
    .split('.');
  const right = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url');
  if (signature !== right) return false;
  const { iss, iat } = z
    .object({ iss: z.string(), iat: z.number() })
    .parse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')));
  return iss === service && Math.abs(Date.now() / 1000 - iat) <= 30;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const refuse = (response: ServerResponse, status: number, error: string, message: string) =>
  reply(response, status, { status_code: status, errors: [{ error, message }] });
