import type { HeaderValue } from './answer.ts';

type GivenHeaders = Readonly<Record<string, HeaderValue | number | undefined>>;

/**
 * Stands where Astro's Node adapter expects a `ServerResponse`, and keeps the page instead of
 * sending it, so that a page that breaks halfway is never seen in part.
 */
export class PageCollector {
  statusCode = 200;
  statusMessage = '';
  headersSent = false;
  readonly #headers: Record<string, HeaderValue> = {};
  readonly #chunks: Uint8Array[] = [];
  #broken = false;

  writeHead(status: number, headers: GivenHeaders | string = {}): this {
    this.statusCode = status;
    this.headersSent = true;
    if (typeof headers === 'string') return this;
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined)
        this.#headers[name.toLowerCase()] = typeof value === 'number' ? String(value) : value;
    }
    return this;
  }

  write(chunk: Uint8Array | string, written?: () => void): boolean {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    written?.();
    return true;
  }

  end(chunk?: Uint8Array | string): this {
    if (chunk !== undefined) this.write(chunk);
    return this;
  }

  destroy(): this {
    this.#broken = true;
    return this;
  }

  on(): this {
    return this;
  }

  off(): this {
    return this;
  }

  /** What was collected, or undefined when the page broke while it was being written. */
  page(): { status: number; headers: Record<string, HeaderValue>; body: Buffer } | undefined {
    if (this.#broken) return undefined;
    return { status: this.statusCode, headers: this.#headers, body: Buffer.concat(this.#chunks) };
  }
}
