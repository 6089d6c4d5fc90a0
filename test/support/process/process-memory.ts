import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

import { findInBytes } from '../faults/marker-search.ts';
import type { Finding } from '../faults/marker-search.ts';

/** One process of this computer, as /proc tells it (proc(5)). */
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  readonly commandLine: string;
  /** What kind of Chromium's processes it is: `renderer`, `gpu-process`, `utility`, `zygote`; `browser` for the main one. */
  readonly kind: string;
}

/** The processes below `root`, and `root` itself; those that end meanwhile are left out. */
export function processesBelow(root: number): ProcessFacts[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => factsOf(Number(name)));
  const found = new Set([root]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

function factsOf(pid: number): ProcessFacts[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in brackets may hold anything; what follows its last bracket does not.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim();
    return [{ pid, parent, commandLine, kind: /--type=([\w-]+)/u.exec(commandLine)?.[1] ?? 'browser' }];
  } catch {
    return [];
  }
}

/** The megabytes that belong to a process alone (proc(5), smaps_rollup); 0 for one that is gone. */
export function privateMegabytes(pid: number | 'self'): number {
  try {
    const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1').matchAll(
      /^Private_\w+:\s+(\d+) kB$/gmu,
    );
    return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
  } catch {
    return 0;
  }
}

const PAGE = 4096;
const PRESENT = 0x80;
const SWAPPED = 0x40;
/** How much is looked at in one go; a hit on the seam of two goes is found because they overlap. */
const CHUNK = 16 * 1024 * 1024;
const OVERLAP = 4096;

/** What was searched of a process, and what was found. */
export interface MemorySearch {
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

/**
 * Searches everything that a process can write to and that is really there: its heaps, stacks and shared memory. For
 * root only, since Chromium's sandboxed processes are closed to everybody else. Rejects when the process is gone.
 */
export function searchMemory(pid: number, where: string, secrets: readonly string[]): MemorySearch {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const pages = openSync(`/proc/${pid}/pagemap`, 'r');
  let bytes = 0;
  const findings: Finding[] = [];
  try {
    for (const [start, end] of writableRegions(pid)) {
      for (const [from, to] of presentParts(pages, start, end)) {
        for (let at = from; at < to; at += CHUNK - OVERLAP) {
          const chunk = readAt(memory, at, Math.min(CHUNK, to - at));
          bytes += chunk.length;
          findings.push(...findInBytes(where, chunk, secrets));
        }
      }
    }
  } finally {
    closeSync(memory);
    closeSync(pages);
  }
  return { bytes, findings };
}

function writableRegions(pid: number): [start: number, end: number][] {
  return readFileSync(`/proc/${pid}/maps`, 'latin1')
    .split('\n')
    .flatMap((line): [number, number][] => {
      const match = /^([0-9a-f]+)-([0-9a-f]+) rw/u.exec(line);
      return match === null
        ? []
        : [[Number.parseInt(match[1] ?? '', 16), Number.parseInt(match[2] ?? '', 16)]];
    });
}

/** The parts of a region that were ever written; the rest would read as zeros, for hours. */
function presentParts(pages: number, start: number, end: number): [number, number][] {
  const parts: [number, number][] = [];
  const count = (end - start) / PAGE;
  const window = 1 << 16;
  for (let first = 0; first < count; first += window) {
    const entries = Buffer.alloc(8 * Math.min(window, count - first));
    const read = readSync(pages, entries, 0, entries.length, (start / PAGE + first) * 8);
    for (let index = 0; index < read / 8; index += 1) {
      // Bits 63 and 62 of an entry (Documentation/admin-guide/mm/pagemap.rst), in its last byte.
      if (((entries[index * 8 + 7] ?? 0) & (PRESENT | SWAPPED)) === 0) continue;
      const at = start + (first + index) * PAGE;
      const last = parts.at(-1);
      if (last?.[1] === at) last[1] = at + PAGE;
      else parts.push([at, at + PAGE]);
    }
  }
  return parts;
}

function readAt(memory: number, at: number, length: number): Buffer {
  const chunk = Buffer.alloc(length);
  try {
    return chunk.subarray(0, readSync(memory, chunk, 0, length, at));
  } catch {
    // A part that went away between the list and the reading.
    return Buffer.alloc(0);
  }
}
