/** The characters of GSM 03.38, and its extension, of which each takes two units. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('\f^{}\\[~]|€');

/** How many text messages a phone company sends, and charges, for these words (GSM 03.38, 03.40). */
export function textParts(words: string): number {
  const characters = [...words];
  const isGsm = characters.every((one) => basic.has(one) || extended.has(one));
  if (!isGsm) return parts(words.length, 70, 67);
  const units = characters.length + characters.filter((one) => extended.has(one)).length;
  return parts(units, 160, 153);
}

const parts = (units: number, alone: number, joined: number) =>
  units <= alone ? 1 : Math.ceil(units / joined);
