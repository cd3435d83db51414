/** One bar: what it is, how long, and what stands at its end. */
export type Bar = {
  readonly value: number;
  readonly text: string;
  /** The second of two kinds is drawn as an outline. */
  readonly isSecond?: boolean;
};
export type BarGroup = { readonly label: string; readonly bars: readonly Bar[] };

const lettersInLine = 32;
const barHeight = 16;
const gap = 6;
/** Scripts that hang low and stand high need taller lines. */
const lineHeights = { plain: 22, tall: 36 } as const;
/** In per cent of the width; the rest is for the text at the end of the longest bar. */
const longestBar = 62;

/** A chart of bars across, label above bars, as lines and boxes; widths in per cent, heights in px. */
export function barChart(
  title: string,
  groups: readonly BarGroup[],
  script: keyof typeof lineHeights = 'plain',
) {
  const lineHeight = lineHeights[script];
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  let top = 0;
  const drawn = groups.map(({ label, bars }) => {
    const lines = linesOf(label).map((text) => {
      top += lineHeight;
      return { text, y: top - (lineHeight - barHeight) };
    });
    const boxes = bars.map(({ value, text, isSecond = false }) => {
      const box = { y: top, width: (value / most) * longestBar, height: barHeight, text, isSecond };
      top += lineHeight;
      return { ...box, textY: box.y + barHeight - 2 };
    });
    top += gap;
    return { lines, boxes };
  });
  return { title, height: top, groups: drawn };
}
export type BarChart = ReturnType<typeof barChart>;

/** A label in lines that are short enough for a small phone. */
function linesOf(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lettersInLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
