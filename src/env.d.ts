declare namespace App {
  interface Locals {
    /** Set by the Node layer: what the whole process shares. */
    app: import('#platform/context.ts').App;
    /** This request's context: the app, who asks, and their language. */
    ctx: import('#platform/context.ts').Ctx;
    /** The path without its language, such as `/find`. */
    path: string;
    /** The address of another page in the reader's language. */
    href: (path: string, query?: import('#platform/http/addresses.ts').Query) => string;
  }
}
