const separators = /\s*(?:\bor\b|\band\b|[/,;&|])\s*/i;
const digitsIn = (text: string): string => text.replace(/\D/g, '');

/**
 * The numbers in a cell that may hold several ("01202 … or 07917 …"), as the source writes each; what
 * is too short to be called is left out.
 */
export function phoneNumbersIn(cell: string): readonly string[] {
  const numbers = cell
    .split(separators)
    .flatMap(twoInOne)
    .map((text) => text.replace(/^\D*?(?=\+|\(?\d)/, '').trim())
    .filter((text) => digitsIn(text).length >= 9);
  const seen = new Map(numbers.map((number) => [digitsIn(number), number]));
  return [...seen.values()];
}

/** Two whole numbers with nothing but a space between them. */
function twoInOne(text: string): readonly string[] {
  const [, first, second] = /^(\D*0[\d ()]{9,13}\d)\s+(0[\d ()]{9,13}\d)$/.exec(text) ?? [];
  const areBoth = [first, second].every((one) => /^0\d{9,10}$/.test(digitsIn(one ?? '')));
  return first !== undefined && second !== undefined && areBoth ? [first, second] : [text];
}
