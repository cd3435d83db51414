import { createHash } from 'node:crypto';

const digest = (body: Buffer) => createHash('sha256').update(body).digest('base64url').slice(0, 22);

/** The tag of a file, which is sent byte for byte as it is tagged. */
export const strongTag = (body: Buffer): string => `"${digest(body)}"`;

/** The tag of a page: the same page, though perhaps compressed otherwise. */
export const weakTag = (body: Buffer): string => `W/"${digest(body)}"`;

/** True when an `If-None-Match` header names this tag, so that the client has the answer already. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '')
    .split(',')
    .some((known) => known.trim() === '*' || bare(known) === bare(tag));
}
