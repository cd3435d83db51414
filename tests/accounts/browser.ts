/** Keeps cookies as a browser does. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  take(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', ...value] = pair.split('=');
      const gone = attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0');
      if (gone) this.#cookies.delete(name);
      else this.#cookies.set(name, value.join('='));
    }
  }

  get cookie(): string | null {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    return pairs.length === 0 ? null : pairs.join('; ');
  }

  /** The header with one cookie alone. */
  only(name: string): string {
    return `${name}=${this.#cookies.get(name) ?? ''}`;
  }

  get request(): Request {
    return new Request('http://localhost:4321/staff', {
      headers: this.cookie === null ? {} : { cookie: this.cookie },
    });
  }
}
