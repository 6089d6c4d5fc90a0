import { httpsHostOf } from '../../contract/input/https-host.ts';

/** Whether one more host may open: one question at a time, and an answer to that one alone. */
export interface HostQuestion {
  /** The host that is asked about; null when there is no question. */
  host(): string | null;
  /** Asks about an address, unless another question stands; the page cannot change what the person is reading. */
  ask(address: string): void;
  /** Returns the address to open when `host` is the one that is asked about, and ends the question; else null. */
  allow(host: string): string | null;
  /** Ends the question. */
  drop(): void;
}

/** Makes a question that is not asked yet. */
export function createHostQuestion(): HostQuestion {
  let asked: { readonly address: string; readonly host: string } | null = null;
  return {
    host: () => asked?.host ?? null,
    ask: (address) => {
      const host = httpsHostOf(address);
      if (asked === null && host !== null) asked = { address, host };
    },
    allow: (host) => {
      if (asked === null || asked.host !== host) return null;
      const { address } = asked;
      asked = null;
      return address;
    },
    drop: () => {
      asked = null;
    },
  };
}
