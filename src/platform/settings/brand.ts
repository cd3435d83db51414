import { existsSync, readFileSync } from 'node:fs';
import type { Settings } from './settings.ts';

/** The council's colour as a stylesheet; the darker shade is for what the pointer is on. */
export const brandCss = ({ council }: Settings): string =>
  `:root{--brand:${council.brandColour};--brand-dark:${darker(council.brandColour)}}\n`;

/** The same colour with a quarter less light. */
function darker(colour: string): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return `#${channels
    .map((value) =>
      Math.round(value * 0.75)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The council's logo from its file. Throws when the file named in the settings is not there. */
export function brandLogo({
  council,
}: Settings): { contentType: string; body: Buffer } | undefined {
  const { logoFile } = council;
  if (logoFile === undefined) return undefined;
  if (!existsSync(logoFile)) throw new Error(`LOGO_FILE: ${logoFile} is not there`);
  const contentType = logoFile.toLowerCase().endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  return { contentType, body: readFileSync(logoFile) };
}
