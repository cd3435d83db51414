/** Fields that hold no personal data: no names, addresses, tokens, queries or typed text. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
};

/** One JSON object a line; `JSON.stringify` escapes line breaks, so no field can forge a line. */
export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
