/** A header's value as Node writes it: several `Set-Cookie` lines are a list. */
export type HeaderValue = string | readonly string[];

/** A whole answer, held in memory until it is sent. Header names are in lower case. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, HeaderValue>>;
  readonly body: Buffer;
  /** The body as it was compressed beforehand; without it, `compress.ts` does so on the way out. */
  readonly compressed?: Readonly<Partial<Record<Encoding, Buffer>>>;
};

export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];
