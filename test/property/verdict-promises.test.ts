import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AskedHost, Exchange, Verdict } from '../../src-main/contract/diagnosis.ts';
import { classify } from '../../src-main/diagnosis/verdict/classify.ts';
import { hostFindings } from '../../src-main/diagnosis/verdict/compare-hosts.ts';
import { exchangesOf, runArbitrary, truthsOf } from '../support/answers/generate.ts';
import type { GeneratedAnswer, GeneratedRun } from '../support/answers/generate.ts';

const now = new Date('2026-01-02T03:04:05Z');
/** One seed, so that every run of the suite looks at the same cases. */
const RUNS = { numRuns: 20_000, seed: 20_261_128 };

/** A run, how it was judged, and the answer that the verdict is about: the last one of the global host. */
interface Judged {
  readonly run: GeneratedRun;
  readonly verdict: Verdict;
  readonly hosts: readonly (Pick<AskedHost, 'tookKeys' | 'behaviour'> & { readonly host: string })[];
  readonly exchanges: readonly Exchange[];
  readonly signIn: GeneratedAnswer | null;
  /** Null for a sign-in of the ordinary kind without a data call, which does not happen. */
  readonly decided: GeneratedAnswer | null;
}

function judgedOf(run: GeneratedRun): Judged {
  const exchanges = exchangesOf(run);
  const input = { exchanges, cancelled: false, now };
  const global = run.hosts.find(({ host }) => host === 'global');
  const asked = new Set(exchanges.filter(({ call }) => call === 'data-call').map(({ host }) => host));
  const signIn = global?.signIn ?? null;
  return {
    run,
    verdict: classify(input),
    hosts: run.hosts.map(({ host }) => ({ host, ...hostFindings(host, input, true) })),
    exchanges,
    signIn,
    decided: asked.has('global') ? (global?.data ?? null) : signIn,
  };
}

/** Made and judged once; each promise is then held against all of them. */
const JUDGED = fc.sample(runArbitrary, RUNS).map(judgedOf);

function forEveryRun(holds: (judged: Judged) => void): void {
  for (const judged of JUDGED) {
    try {
      holds(judged);
    } catch (error) {
      throw new Error(`Broken by ${JSON.stringify({ run: judged.run, verdict: judged.verdict })}`, {
        cause: error,
      });
    }
  }
}

const globalOf = ({ hosts }: Judged): Judged['hosts'][number] | undefined =>
  hosts.find(({ host }) => host === 'global');

describe('what no verdict does, over generated answers', () => {
  it('blames the keys only in Xray’s own words at the sign-in, about credentials, a key or a user', () => {
    let count = 0;
    forEveryRun(({ verdict, signIn, hosts }) => {
      if (verdict.kind !== 'credentials-rejected') return;
      count += 1;
      expect(signIn).not.toBeNull();
      if (signIn === null) return;
      expect(truthsOf(signIn).speaksOfCredentials).toBe(true);
      expect(signIn.who).not.toBe('between');
      expect(signIn.form).not.toBe('html');
      expect([401, 403]).toContain(signIn.status);
      expect(hosts.some(({ tookKeys }) => tookKeys === true)).toBe(false);
    });
    expect(count).toBeGreaterThan(20);
  });

  it('is healthy only by a whole file, nothing from the token’s own server, or words that an issue was not found', () => {
    let count = 0;
    forEveryRun(({ verdict, decided, signIn }) => {
      if (verdict.kind !== 'healthy') return;
      count += 1;
      expect(signIn).toBeNull();
      if (decided === null) throw new Error('Healthy without an answer.');
      const { holdsData, namesAskedKey, saysNotFound } = truthsOf(decided);
      const isNothing = decided.form === 'empty' && decided.status === 200;
      const isNotFound = [200, 400, 404].includes(decided.status) && (namesAskedKey || saysNotFound);
      expect(holdsData || isNothing || isNotFound).toBe(true);
      expect(decided.who).not.toBe('between');
      // The sign-in of these runs came through CloudFront; an empty answer without its marks is another server's.
      if (isNothing) expect(decided.headers['x-amz-cf-id']).toBeDefined();
    });
    expect(count).toBeGreaterThan(500);
  });

  it('makes neither Xray nor the support answer for what something else gave', () => {
    let count = 0;
    forEveryRun(({ verdict, decided }) => {
      if (decided?.who !== 'between') return;
      count += 1;
      expect(['network-team', 'you', 'you-with-xray', 'nobody']).toContain(verdict.owner);
      expect(['intercepted', 'unclear', 'proxy-sign-in']).toContain(verdict.kind);
    });
    expect(count).toBeGreaterThan(2000);
  });

  it('says that there is no reason only where there are no words', () => {
    let count = 0;
    forEveryRun(({ verdict, decided }) => {
      if (decided === null) return;
      if (/gives no reason|does not say why/u.test(verdict.meaning)) expect(decided.words).toBeNull();
      if (!/names no reason/u.test(verdict.meaning)) return;
      count += 1;
      expect(decided.words).toMatch(/^(?:Unauthorized|Forbidden)$/u);
    });
    expect(count).toBeGreaterThan(0);
  });

  it('shows the words that came, wherever there are any', () => {
    forEveryRun(({ verdict, decided }) => {
      if (decided === null || decided.words === null || decided.form === 'html') return;
      const isSuccessfulSignIn = decided.call === 'authenticate' && decided.status < 300;
      if (isSuccessfulSignIn || verdict.kind === 'healthy') return;
      expect(verdict.quote).not.toBeNull();
      expect(verdict.quote).not.toBe('');
    });
  });

  it('never says two things that cannot both be true', () => {
    forEveryRun((judged) => {
      const { verdict, hosts } = judged;
      const says = [verdict.sentence, verdict.meaning, verdict.regions ?? ''].join(' ');
      const global = globalOf(judged);
      const taking = hosts.filter(({ tookKeys }) => tookKeys === true);
      const refusing = hosts.filter(({ tookKeys }) => tookKeys === false);
      const working = hosts.filter(({ behaviour }) => behaviour === 'works');
      if (
        /Xray accept(?:s|ed) your keys|(?<!whether )your keys are right/iu.test(
          `${verdict.sentence} ${verdict.meaning}`,
        )
      )
        expect(global?.tookKeys).toBe(true);
      if (/new keys (?:will not|won't) help/iu.test(says)) expect(refusing).toEqual([]);
      if (/No server accepts/u.test(says)) expect(taking).toEqual([]);
      if (
        /without (?:an|a region) error/u.test(verdict.regions ?? '') &&
        !/no (?:regional )?server/iu.test(verdict.regions ?? '')
      )
        expect(working).not.toEqual([]);
      if (/no (?:regional )?server answers/iu.test(says)) expect(working).toEqual([]);
      if (/Xray's global server works/u.test(says)) expect(global?.behaviour).toBe('works');
      expect(verdict.kind === 'healthy').toBe(global?.behaviour === 'works');
      if (verdict.kind === 'credentials-rejected') expect(global?.behaviour).toBe('keys-refused');
      if (verdict.kind === 'intercepted') expect(global?.behaviour).toBe('something-else');
      if (global?.behaviour === 'something-else')
        expect(['intercepted', 'unclear', 'proxy-sign-in']).toContain(verdict.kind);
      if (verdict.kind === 'residency') expect(global?.behaviour).toBe('another-region');
    });
  });
});
