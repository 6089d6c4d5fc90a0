import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { normalizePath } from 'vite';
import type { Plugin } from 'vite';

import { compileMessage } from '../compile.ts';
import { LANGUAGE_CODES } from '../language.ts';
import { messageProblems } from './message-problems.ts';
import type { MessageFile } from './message-problems.ts';

/** As Vite names modules: with slashes, on Windows too. */
const fileOf = (name: string): string => normalizePath(fileURLToPath(new URL(`../${name}`, import.meta.url)));
const COMPILER = fileOf('compile.ts');
const FILES = new Map(LANGUAGE_CODES.map((language) => [fileOf(`${language}.json`), language]));

const readMessages = (file: string): MessageFile => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Compiles the language files when the app is built, so that no bundle has an ICU parser. Fails the build, with language
 * and key, for a message that is wrong.
 */
export const precompileMessages: Plugin = {
  name: 'precompile-messages',
  load(id) {
    if (id === COMPILER) return 'export const compileMessage = (compiled) => compiled;';
    const language = FILES.get(id);
    if (language === undefined) return null;
    const messages = readMessages(id);
    const problems = messageProblems(language, messages, readMessages(fileOf('en.json')));
    if (problems.length > 0) this.error(problems.join('\n'));
    const compiled = Object.entries(messages).map(([key, message]) => [key, compileMessage(message)]);
    // V8 reads long JSON faster than an object literal.
    const json = JSON.stringify(Object.fromEntries(compiled));
    return { code: `export default JSON.parse(${JSON.stringify(json)});`, moduleType: 'js' };
  },
};
