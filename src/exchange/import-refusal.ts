/** Why a file could not be read as a table at all. */
type Unreadable =
  | { readonly code: 'file-not-found'; readonly file: string }
  | { readonly code: 'wrong-encoding'; readonly found: string }
  | { readonly code: 'broken-csv'; readonly detail: string };

/** Why a table was not taken. */
type Unsuitable =
  | { readonly code: 'unknown-layout'; readonly lookedFor: string }
  | { readonly code: 'missing-columns'; readonly columns: readonly string[] }
  | {
      readonly code: 'authority-not-in-file';
      readonly authority: string;
      readonly present: readonly string[];
    }
  | { readonly code: 'no-rows' }
  | { readonly code: 'directory-not-empty' };

/** Why a whole file was not taken. Nothing has been written when one of these comes back. */
export type ImportRefusal = Unreadable | Unsuitable;

export type ImportOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: ImportRefusal };

export const taken = <T>(value: T): ImportOutcome<T> => ({ ok: true, value });
export const refuse = (refusal: ImportRefusal): ImportOutcome<never> => ({ ok: false, refusal });

/** One sentence for the person who ran the import: what is wrong, then what to do. */
export function describeRefusal(refusal: ImportRefusal): string {
  if (refusal.code === 'file-not-found') return `There is no file ${refusal.file}.`;
  if (refusal.code === 'broken-csv') {
    return `The file is not a whole CSV table: ${refusal.detail}`;
  }
  if (refusal.code === 'wrong-encoding') {
    return `The file cannot be read as text: ${refusal.found}. Save it as CSV in UTF-8.`;
  }
  return describeUnsuitable(refusal);
}

function describeUnsuitable(refusal: Unsuitable): string {
  switch (refusal.code) {
    case 'unknown-layout':
      return `No row near the top of the file has a column called "${refusal.lookedFor}", so its layout is not known.`;
    case 'missing-columns':
      return `The file lacks these columns: ${refusal.columns.map((name) => `"${name}"`).join(', ')}.`;
    case 'authority-not-in-file':
      return `No row is of local authority "${refusal.authority}". The file has: ${refusal.present.join(', ')}.`;
    case 'no-rows':
      return 'The file has nothing in it, or a header with nothing under it.';
    case 'directory-not-empty':
      return 'The directory already has providers, so the sample area was not added.';
  }
}
