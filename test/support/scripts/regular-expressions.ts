import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { parseSync } from 'vite';

import { TAG } from '../../../src-main/evidence/redaction/tags.ts';

/** A regular expression of the product, read out of its source. */
export interface FoundExpression {
  /** File and line. */
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

export interface FoundExpressions {
  readonly expressions: readonly FoundExpression[];
  /** Places with `new RegExp(…)` whose text is put together at run time. */
  readonly built: readonly string[];
}

/** A node of the syntax tree (ESTree), of which only a few fields are read. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/**
 * Every regular expression below `folders`: literals, and `new RegExp` of strings and templates that are made of
 * constants of the same file. A real parser tells a literal from a division.
 */
export function expressionsIn(folders: readonly string[]): FoundExpressions {
  const expressions: FoundExpression[] = [];
  const built: string[] = [];
  for (const file of folders.flatMap(sourcesBelow)) {
    const text = readFileSync(file, 'utf8');
    const nodes = nodesOf(parseSync(file, text).program);
    const constants = constantsOf(nodes);
    for (const node of nodes) {
      const name = relative(process.cwd(), file).replaceAll(sep, '/');
      const where = `${name}:${text.slice(0, Number(node['start'])).split('\n').length}`;
      const literal = literalOf(node);
      if (literal !== null) expressions.push({ where, ...literal });
      if (!isConstruction(node)) continue;
      const [source, flags] = listOf(node['arguments']).map((argument) => textOf(argument, constants));
      if (typeof source === 'string') expressions.push({ where, source, flags: flags ?? '' });
      else built.push(name);
    }
  }
  return { expressions, built };
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
}

function listOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The tree as a list, each node before its own. */
function nodesOf(root: unknown): Node[] {
  const nodes: Node[] = [];
  const pending: unknown[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isNode(next)) nodes.push(next);
    if (typeof next !== 'object' || next === null || next instanceof RegExp) continue;
    for (const value of Object.values(next))
      if (typeof value === 'object' && value !== null) pending.push(value);
  }
  return nodes;
}

function literalOf(node: Node): { source: string; flags: string } | null {
  const regex = node['regex'];
  if (node.type !== 'Literal' || typeof regex !== 'object' || regex === null) return null;
  return { source: String(Reflect.get(regex, 'pattern')), flags: String(Reflect.get(regex, 'flags')) };
}

function isConstruction(node: Node): boolean {
  const callee = node['callee'];
  return (
    (node.type === 'NewExpression' || node.type === 'CallExpression') &&
    isNode(callee) &&
    callee['name'] === 'RegExp'
  );
}

type Constants = ReadonlyMap<string, Node>;

/** Names of a file that have one meaning; of two the later one is no constant of the file. */
function constantsOf(nodes: readonly Node[]): Constants {
  const constants = new Map<string, Node>();
  for (const node of nodes) {
    const { id, init } = node;
    if (node.type === 'VariableDeclarator' && isNode(id) && isNode(init))
      constants.set(String(id['name']), init);
  }
  return constants;
}

/** The tag is the only expression that other files build upon. */
const TAGS = TAG.source;

function textOf(node: Node, constants: Constants): string | null {
  const literal = literalOf(node);
  if (literal !== null) return literal.source;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type === 'Identifier') {
    const constant = constants.get(String(node['name']));
    return constant === undefined ? null : textOf(constant, constants);
  }
  const { object, property } = node;
  if (node.type === 'MemberExpression' && isNode(object) && isNode(property) && property['name'] === 'source')
    return object['name'] === 'TAG' ? TAGS : textOf(object, constants);
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = listOf(node['quasis']).map((quasi) => String(Reflect.get(Object(quasi['value']), 'cooked')));
  const values = listOf(node['expressions']).map((each) => textOf(each, constants));
  return values.includes(null) ? null : quasis.map((quasi, at) => quasi + (values[at] ?? '')).join('');
}
