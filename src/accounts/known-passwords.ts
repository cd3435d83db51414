import theirs from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' };
import ours from '#content/reference/common-passwords.json' with { type: 'json' };

/** Shorter ones would forbid too much where only letters are compared. */
const shortest = 5;
const known: ReadonlySet<string> = new Set([
  ...ours.words,
  ...theirs.filter((word) => word.length >= shortest),
]);

/** Whether many people have used this as a password, or as its beginning. In small letters. */
export const isKnownPassword = (text: string): boolean => known.has(text);
