import * as z from 'zod';

import type { AnsweredExchange } from '../contract/diagnosis.ts';
import { pageTitle } from '../contract/text/page-title.ts';
import { parseJson } from '../contract/text/json.ts';
import { foldWords } from './fold-words.ts';

/** An answer as the readers need it: every exchange with an answer fits. */
export type Answer = Readonly<Pick<AnsweredExchange, 'status' | 'response'>>;

/**
 * The form of a body, told by its bytes and never by its content type:
 * `nothing` (no byte, or white space alone), `zip` (a whole one), `feature` (a Cucumber file), `xray-error` (`{"error":"…"}`, the
 * form of Xray's errors), `json` (any other JSON), `text`, `page` (HTML or XML), `binary` (all else).
 */
export type Form = 'nothing' | 'zip' | 'feature' | 'xray-error' | 'json' | 'text' | 'page' | 'binary';

export interface AnswerText {
  readonly form: Form;
  /** One line, most telling first; null if there is no word. */
  readonly words: string | null;
  /** The words of the body, folded by `foldWords`, for matching. */
  readonly folded: string;
  readonly isCut: boolean;
  /** Names of the members of a JSON object at the top; empty for all else. */
  readonly members: readonly string[];
}

/** Longer words are cut here; what is shown of them is cut again once it has been redacted. */
const MAX_WORDS_LENGTH = 4096;

/** Characters of an answer's words that are matched: a sentence of Xray's has a hundred, and some letters fold to many. */
const MAX_MATCHED = 64 * 1024;

const xrayErrorSchema = z.strictObject({ error: z.string() });

/** Reads the form and the words of an answer. Takes time in proportion to the body, whatever it holds; never throws. */
export function readText({ response }: Answer): AnswerText {
  const { body } = response;
  const text = (body.text ?? '').replace(/^\uFEFF/u, '').trim();
  const of = (form: Form, words: readonly string[], members: readonly string[] = []): AnswerText => {
    const all = words.join('\n');
    const folded = foldWords(all.slice(0, MAX_MATCHED), MAX_MATCHED);
    return {
      form,
      words: lineOf(words),
      folded: folded.slice(0, MAX_MATCHED),
      isCut: all.length > MAX_MATCHED || folded.length > MAX_MATCHED,
      members,
    };
  };
  if (body.looksLike === 'zip') return of(body.problem === null ? 'zip' : 'binary', []);
  if (body.looksLike === 'binary' || body.text === null) return of('binary', []);
  // A broken compression may have swallowed everything; that is not the same as an empty answer.
  if (text === '') return of(body.problem === null ? 'nothing' : 'binary', []);
  if (body.looksLike === 'html' || /^<[a-z!?]/iu.test(text)) return of('page', pageWords(text));
  const json = parseJson(text);
  if (typeof json === 'string') return of(json.trim() === '' ? 'nothing' : 'text', [json]);
  if (json !== undefined) {
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    const isXraysForm = xrayErrorSchema.safeParse(json).success;
    return of(isXraysForm ? 'xray-error' : 'json', jsonWords(json), isObject ? Object.keys(json) : []);
  }
  if (isFeature(text)) return of('feature', []);
  // An error that was cut off in the middle is still an error in Xray's form.
  return of(/^\{\s{0,9}"error"\s{0,9}:\s{0,9}"/u.test(text) ? 'xray-error' : 'text', [text]);
}

function lineOf(words: readonly string[]): string | null {
  const line = words
    .join(' · ')
    .slice(0, 2 * MAX_WORDS_LENGTH)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line === '' ? null : line.slice(0, MAX_WORDS_LENGTH).toWellFormed();
}

/** Members that speak to a reader; the rest of a JSON answer is ids, times and paths. */
const SPEAKING =
  /^(?:error|errors|message|messages|errormessage|errormessages|error_description|detail|details|title|description|reason|msg|fault|faultstring|text|cause|info)$/iu;
const MAX_DEPTH = 8;
const MAX_STRINGS = 50;

/** The strings of a JSON value: those of speaking members first, else all of them. */
function jsonWords(json: unknown): string[] {
  const speaking: string[] = [];
  const others: string[] = [];
  // A list of its own in place of recursion: the depth is the server's choice.
  const open: { readonly value: unknown; readonly depth: number; readonly speaks: boolean }[] = [
    { value: json, depth: 0, speaks: Array.isArray(json) },
  ];
  for (let at = 0; at < open.length && speaking.length + others.length < MAX_STRINGS; at += 1) {
    const next = open[at];
    if (next === undefined) break;
    const { value, depth, speaks } = next;
    if (typeof value === 'string') {
      if (value.trim() !== '') (speaks ? speaking : others).push(value);
    } else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH) {
      for (const [name, member] of Object.entries(value).slice(0, MAX_STRINGS)) {
        open.push({ value: member, depth: depth + 1, speaks: speaks || SPEAKING.test(name) });
      }
    }
  }
  return speaking.length > 0 ? speaking : others;
}

/** Marks with which a Cucumber file begins, in the languages that Jira is offered in most (cucumber.io, "Localisation"). */
const FEATURE =
  /^(?:feature|business need|ability|fonctionnalité|funktionalität|funktion|característica|necesidad del negocio|funcionalidade|funzionalità|functionaliteit|機能|功能|функция)\s{0,9}:/iu;

function isFeature(text: string): boolean {
  const lines = text.slice(0, 4096).split('\n');
  // Comments and tags may stand before it.
  const first = lines.map((line) => line.trim()).find((line) => !/^(?:$|[#@])/u.test(line));
  return first !== undefined && FEATURE.test(first);
}

/** How much of a page is looked at: block pages say what they are in their first lines. */
const PAGE_CHARACTERS = 64 * 1024;

/** The title of a page, then its visible text. */
function pageWords(page: string): string[] {
  const head = page.slice(0, PAGE_CHARACTERS);
  const title = pageTitle(head) ?? '';
  const text = visibleText(head).trim();
  // Most pages begin with their title once more.
  return (text.startsWith(title) ? [text] : [title, text]).filter((words) => words !== '');
}

/** The text between the tags of a page, without title, script and style. Walks once from front to back. */
function visibleText(page: string): string {
  const parts: string[] = [];
  // Letters of ASCII alone: other letters may change their length, and with it every place behind them.
  const lower = page.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
  let at = 0;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    if (open < 0) {
      parts.push(page.slice(at));
      break;
    }
    parts.push(page.slice(at, open));
    const hidden = HIDDEN.find(([start]) => lower.startsWith(start, open));
    const end = lower.indexOf(hidden?.[1] ?? '>', open);
    if (end < 0) break;
    at = page.indexOf('>', end) + 1 || page.length;
  }
  return parts.join(' ').replace(/\s+/gu, ' ');
}

/** What is not shown as text: how it begins and where it ends. */
const HIDDEN: readonly (readonly [start: string, end: string])[] = [
  ['<title', '</title'],
  ['<script', '</script'],
  ['<style', '</style'],
  ['<!--', '-->'],
];
