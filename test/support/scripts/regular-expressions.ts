import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { parseSync, Visitor } from 'vite';
import type { ESTree } from 'vite';

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

type Constants = ReadonlyMap<string, ESTree.Expression>;

/**
 * Every regular expression below `folders`: literals, and `new RegExp` of strings and templates that are made of
 * constants of the same file. A real parser tells a literal from a division.
 */
export function expressionsIn(folders: readonly string[]): FoundExpressions {
  const expressions: FoundExpression[] = [];
  const built: string[] = [];
  for (const file of folders.flatMap(sourcesBelow)) {
    const text = readFileSync(file, 'utf8');
    const name = relative(process.cwd(), file).replaceAll(sep, '/');
    const whereIs = ({ start }: ESTree.Span): string => `${name}:${text.slice(0, start).split('\n').length}`;
    const constants = new Map<string, ESTree.Expression>();
    const constructions: (ESTree.NewExpression | ESTree.CallExpression)[] = [];
    const keepConstruction = (node: ESTree.NewExpression | ESTree.CallExpression): void => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp') constructions.push(node);
    };
    new Visitor({
      VariableDeclarator: ({ id, init }) => {
        if (id.type === 'Identifier' && init !== null) constants.set(id.name, init);
      },
      Literal: (node) => {
        if (!('regex' in node)) return;
        const { pattern, flags } = node.regex;
        expressions.push({ where: whereIs(node), source: pattern, flags });
      },
      NewExpression: keepConstruction,
      CallExpression: keepConstruction,
    }).visit(parseSync(file, text).program);
    for (const node of constructions) {
      const [source, flags] = node.arguments.map((argument) => textOf(argument, constants));
      if (typeof source === 'string') expressions.push({ where: whereIs(node), source, flags: flags ?? '' });
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

/** What an expression comes to, as far as the constants of its file and the tag tell; null where they do not. */
function textOf(node: ESTree.Node, constants: Constants): string | null {
  if (node.type === 'Literal') {
    if ('regex' in node) return node.regex.pattern;
    return typeof node.value === 'string' ? node.value : null;
  }
  if (node.type === 'Identifier') {
    const constant = constants.get(node.name);
    return constant === undefined ? null : textOf(constant, constants);
  }
  if (node.type === 'MemberExpression') {
    const { object, property } = node;
    if (property.type !== 'Identifier' || property.name !== 'source') return null;
    // The tag is the only expression that other files build upon.
    return object.type === 'Identifier' && object.name === 'TAG' ? TAG.source : textOf(object, constants);
  }
  if (node.type !== 'TemplateLiteral') return null;
  const values = node.expressions.map((each) => textOf(each, constants));
  if (values.includes(null)) return null;
  return node.quasis.map(({ value }, at) => `${value.cooked ?? ''}${values[at] ?? ''}`).join('');
}
