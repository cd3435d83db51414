// @ts-check
// Where Astro's own messages go. While the site serves, only what kind of error it was and where: an
// error's message may hold what somebody typed.
const isServing = (process.argv[1] ?? '').endsWith('serve.ts');

/** @param {{ level: string, message: string }} event */
function write({ level, message }) {
  if (!isServing) return void process.stdout.write(`${message}\n`);
  if (level !== 'error') return;
  const [first = '', ...rest] = message.split('\n');
  const error = /\b\w*Error\b/.exec(first)?.[0] ?? 'Error';
  const where = rest.map((line) => line.trim()).filter((line) => line.startsWith('at '));
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, event: 'page error', error, where: where.slice(0, 4) })}\n`,
  );
}

export default () => ({ write });
