import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

const key = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 32) return bytes;
  context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' });
  return z.NEVER;
});

const file = z.object({
  /** Key-encryption keys; the last is used for new cases, the others still open old ones. */
  encryption: z.array(z.object({ id: z.string().regex(/^[a-z0-9-]{1,20}$/), key })).min(1),
  links: key,
  audit: key,
  staffSessions: key,
  /** For blind indexes. Files made before there were any have none. */
  index: key.optional(),
});
type KeysFile = z.output<typeof file>;

/** The keys of the installation. They are never in the database, the log or the environment. */
export type KeyRing = Readonly<Omit<KeysFile, 'index'>> & {
  readonly index: KeysFile['audit'];
};

/** Reads the text of a keys file. Throws, naming the fault and never the key, when it is unfit. */
export function readKeyRing(text: string): KeyRing {
  const parsed = file.safeParse(jsonOf(text));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The keys file is unfit: ${faults.join('; ')}`);
  }
  const ring = parsed.data;
  const ids = ring.encryption.map((entry) => entry.id);
  const keys = [
    ...ring.encryption.map((entry) => entry.key),
    ring.links,
    ring.audit,
    ring.staffSessions,
    ...(ring.index ? [ring.index] : []),
  ];
  if (new Set(ids).size !== ids.length) throw new Error('The keys file names a key id twice');
  if (new Set(keys.map((bytes) => bytes.toString('hex'))).size !== keys.length) {
    throw new Error('The keys file uses one key for two purposes');
  }
  if (keys.some((bytes) => new Set(bytes).size < 8))
    throw new Error('The keys file holds a weak key');
  return { ...ring, index: ring.index ?? derivedIndexKey(ring) };
}

/** One for a file that has none: always the same, and of no use to whoever learns it elsewhere. */
const derivedIndexKey = ({ audit }: KeysFile) =>
  Buffer.from(hkdfSync('sha256', audit, '', 'blind index', 32));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes what it stumbled over, which may be part of a key.
    throw new Error('The keys file is not JSON');
  }
}
