/**
 * Contrast of white text on a `#rrggbb` background, 1 to 21 (WCAG 2.2, relative luminance).
 * @example contrastWithWhite('#000000') // => 21
 */
export function contrastWithWhite(colour: string): number {
  const channel = (start: number) =>
    linear(Number.parseInt(colour.slice(start, start + 2), 16) / 255);
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return 1.05 / (luminance + 0.05);
}

const linear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
