/** A header's value as Node writes it: several `Set-Cookie` lines are a list. */
export type HeaderValue = string | readonly string[];

/** A whole answer, held in memory until it is sent. Header names are in lower case. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, HeaderValue>>;
  readonly body: Buffer;
  /** The body compressed, where that is kept; without it, `compress.ts` does so on the way out. */
  readonly compressed?: Compressed;
};

/** A body in another form, or undefined when only the body itself is worth sending. */
export type Compressed = (encoding: Encoding) => Buffer | Promise<Buffer> | undefined;

export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];
