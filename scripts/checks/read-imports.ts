import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One module naming another. `to` is a path in the project, or a package's name. */
export type Import = {
  readonly from: string;
  readonly to: string;
  /** Erased by the compiler: it needs the other's shape, not its code. */
  readonly typeOnly: boolean;
};

/** Every source file of the project: paths from its root, with `/`. */
export function sourceFiles(root: string): readonly string[] {
  return ['src', 'db', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs|astro)$/.test(name))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
  );
}

/** Every import of every source file. */
export const readImports = (root: string): readonly Import[] =>
  sourceFiles(root).flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

/** The imports in one file's text; of an Astro file, those of its frontmatter. */
export function importsOf(from: string, text: string): readonly Import[] {
  const code = from.endsWith('.astro') ? frontmatterOf(text) : text;
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const named = namedModule(node);
    if (named) found.push({ from, to: resolve(from, named.module), typeOnly: named.typeOnly });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest));
  return found;
}

/** What stands between the first two `---` of an Astro file. */
export const frontmatterOf = (text: string): string => /^---\n(.*?)^---$/ms.exec(text)?.[1] ?? '';

type Named = { readonly module: string; readonly typeOnly: boolean };

function namedModule(node: ts.Node): Named | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return declared(node);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return literal(node.argument.literal, true);
  }
  const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isCall ? literal(node.arguments[0], false) : undefined;
}

function declared(node: ts.ImportDeclaration | ts.ExportDeclaration): Named | undefined {
  if (ts.isExportDeclaration(node)) return literal(node.moduleSpecifier, node.isTypeOnly);
  const clause = node.importClause;
  return literal(node.moduleSpecifier, clause !== undefined && isErased(clause));
}

function isErased(clause: ts.ImportClause): boolean {
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  const onlyNames = clause.name === undefined && names !== undefined && ts.isNamedImports(names);
  return onlyNames && names.elements.every((element) => element.isTypeOnly);
}

const literal = (node: ts.Node | undefined, typeOnly: boolean): Named | undefined =>
  node && ts.isStringLiteral(node) ? { module: node.text, typeOnly } : undefined;

/** Follows `./x.ts` and the short names of package.json (`#db/…`, `#content/…`, `#…` for src). */
function resolve(from: string, module: string): string {
  if (module.startsWith('.')) return posix.join(posix.dirname(from), module);
  const [, db, content, src] = /^#(?:(db\/.+)|(content\/.+)|(.+))$/.exec(module) ?? [];
  return db ?? content ?? (src === undefined ? module : `src/${src}`);
}
