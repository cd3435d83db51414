export const rooms = [
  'accounts',
  'brokerage',
  'casework',
  'directory',
  'entitlements',
  'exchange',
  'guidance',
  'insight',
  'providers',
] as const;
export type Room = (typeof rooms)[number];

/** Where a module stands in the house. */
export type Place =
  | { readonly kind: 'room'; readonly room: Room; readonly file: FileKind }
  | { readonly kind: 'page' | 'layout' | 'component' | 'platform' | 'composition' }
  | { readonly kind: 'db-schema' | 'db' | 'content' | 'script' | 'test' | 'tool' }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'nowhere' };

/** What a file in a room holds, as its name says: `week.ts` is a noun, and so pure rules. */
export type FileKind = 'store' | 'form' | 'view' | 'noun' | 'other';

const inProject = /^(?:src|db|content|scripts|tests)\//;

/** Finds a module's place from its path in the project, or from the package's name. */
export function placeOf(module: string): Place {
  if (inProject.test(module)) return placeInProject(module);
  return /\.(?:ts|mjs|js)$/.test(module) ? { kind: 'tool' } : { kind: 'package', name: module };
}

const placesByFolder: Readonly<Record<string, Place>> = {
  content: { kind: 'content' },
  scripts: { kind: 'script' },
  tests: { kind: 'test' },
};

function placeInProject(module: string): Place {
  const [top = '', second = ''] = module.split('/');
  if (top === 'db') return { kind: second === 'schema' ? 'db-schema' : 'db' };
  return placesByFolder[top] ?? placeInSrc(module, second);
}

const placesInSrc: Readonly<Record<string, Place>> = {
  pages: { kind: 'page' },
  layouts: { kind: 'layout' },
  components: { kind: 'component' },
  styles: { kind: 'component' },
  platform: { kind: 'platform' },
};

function placeInSrc(module: string, second: string): Place {
  const room = rooms.find((name) => name === second);
  if (room) return { kind: 'room', room, file: fileKind(module) };
  // What stands in src/ itself puts the rest together: compose.ts, middleware.ts.
  if (second.endsWith('.ts')) return { kind: 'composition' };
  return placesInSrc[second] ?? { kind: 'nowhere' };
}

function fileKind(module: string): FileKind {
  const name = module.split('/').at(-1) ?? '';
  if (name.endsWith('-store.ts')) return 'store';
  if (name.endsWith('.form.ts')) return 'form';
  if (name.endsWith('.view.ts')) return 'view';
  return /^[a-z]+\.ts$/.test(name) ? 'noun' : 'other';
}
