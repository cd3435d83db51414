const written = /^(?:FIS)?([0-9A-Z]{4})([0-9A-Z]{4})$/;

/** A reference as we write it, however it was typed; null when it is none. */
export function typedReference(text: string): string | null {
  const found = written.exec(text.toUpperCase().replace(/[^0-9A-Z]/g, ''));
  return found ? `FIS-${found[1] ?? ''}-${found[2] ?? ''}` : null;
}
