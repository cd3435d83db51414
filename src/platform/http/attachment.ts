/**
 * A file to keep, which nobody else's cache keeps and which can do nothing if it is opened: scripts,
 * forms and this site's cookies are out of its reach. `name` is plain ASCII.
 */
export const attachment = (name: string, type: string, body: Uint8Array | string): Response =>
  new Response(typeof body === 'string' ? body : Uint8Array.from(body), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
