import type { APIRoute } from 'astro';
import { takeReceipt } from '#platform/outbox/take-receipt.ts';

/** GOV.UK Notify tells here what became of a message. */
export const POST: APIRoute = async ({ locals, request }) => {
  const body: unknown = await request.json().catch(() => null);
  const status = takeReceipt(locals.app, request.headers.get('authorization'), body);
  return new Response(null, { status });
};
