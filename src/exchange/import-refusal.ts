/** Why a file could not be read at all. */
type Unreadable =
  | { readonly code: 'file-not-found'; readonly file: string }
  | { readonly code: 'wrong-encoding'; readonly found: string }
  | {
      readonly code: 'broken-csv' | 'broken-spreadsheet' | 'broken-xml';
      readonly detail: string;
    };

/** Why a file that could be read was not taken. */
type Unsuitable =
  | { readonly code: 'unknown-layout'; readonly lookedFor: string }
  | { readonly code: 'missing-columns'; readonly columns: readonly string[] }
  /** XML, but not of the kind asked for. */
  | { readonly code: 'missing-element'; readonly element: string }
  /** Columns that would be lost without a word. */
  | {
      readonly code: 'unknown-columns';
      readonly columns: readonly string[];
      readonly known: readonly string[];
    }
  /** It is a file that another sub-command of the import takes. */
  | { readonly code: 'other-kind'; readonly looksLike: string; readonly use: string }
  | {
      readonly code: 'authority-not-in-file';
      readonly authority: string;
      readonly present: readonly string[];
    }
  /** ISO days: what the file speaks for, and what the directory already has. */
  | { readonly code: 'older-than-known'; readonly asAt: string; readonly known: string }
  | { readonly code: 'no-rows' }
  | { readonly code: 'directory-not-empty' };

/** Why a whole file was not taken. Nothing has been written when one of these comes back. */
export type ImportRefusal = Unreadable | Unsuitable;

export type ImportOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: ImportRefusal };

export const taken = <T>(value: T): ImportOutcome<T> => ({ ok: true, value });
export const refuse = (refusal: ImportRefusal): ImportOutcome<never> => ({ ok: false, refusal });

const broken = {
  'broken-csv': 'The file is not a whole CSV table',
  'broken-spreadsheet': 'The spreadsheet cannot be read',
  'broken-xml': 'The file is not whole XML',
} as const;

/** One sentence for the person who ran the import: what is wrong, then what to do. */
export function describeRefusal(refusal: ImportRefusal): string {
  if (refusal.code === 'file-not-found') return `There is no file ${refusal.file}.`;
  if (refusal.code === 'wrong-encoding') {
    return `The file cannot be read as text: ${refusal.found}. Save it as CSV in UTF-8.`;
  }
  return 'detail' in refusal
    ? `${broken[refusal.code]}: ${refusal.detail}`
    : describeUnsuitable(refusal);
}

function describeUnsuitable(refusal: Unsuitable): string {
  switch (refusal.code) {
    case 'unknown-layout':
      return `No row near the top of the file has a column called "${refusal.lookedFor}", so its layout is not known.`;
    case 'missing-columns':
      return `The file lacks these columns: ${quoted(refusal.columns)}.`;
    case 'unknown-columns':
      return `These columns are not known: ${quoted(refusal.columns)}. The columns are: ${refusal.known.join(', ')}.`;
    case 'missing-element':
      return `The file has no <${refusal.element}> where it should, so it is not the feed that was asked for.`;
    case 'other-kind':
      return `This looks like ${refusal.looksLike}. Import it with: npm run import -- ${refusal.use} FILE`;
    case 'authority-not-in-file':
      return `No row is of local authority "${refusal.authority}". The file has: ${refusal.present.join(', ')}.`;
    case 'older-than-known':
      return `The file speaks for ${refusal.asAt}, but the directory already knows ${refusal.known}. If the file is newer, say its day with --as-at.`;
    case 'no-rows':
      return 'The file has nothing in it, or a header with nothing under it.';
    case 'directory-not-empty':
      return 'The directory already has providers, so the sample area was not added.';
  }
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
