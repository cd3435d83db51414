import { join } from 'node:path';
import { readLocales } from './checks/read-locales.ts';
import { faultsOfEnglish, faultsOfLanguage } from './checks/words.ts';

const locales = readLocales(join(import.meta.dirname, '../content/locales'));
const english = locales.get('en') ?? new Map<string, string>();
const faults = [...locales].flatMap(([code, texts]) =>
  code === 'en' ? faultsOfEnglish(texts) : faultsOfLanguage(code, texts, english),
);
for (const fault of faults) console.error(fault);
console.log(
  `${String(english.size)} texts in ${String(locales.size)} languages, ${String(faults.length)} faults`,
);
process.exitCode = faults.length === 0 && english.size > 0 ? 0 : 1;
