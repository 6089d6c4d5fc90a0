import { httpsHostOf } from '../../contract/input/https-host.ts';

/** Asks whether one more host may open: one question at a time, so that the page cannot change it while it is read. */
export interface HostQuestion {
  /** The host of the open question; null without one. */
  host(): string | null;
  /** Asks about an address, unless another question is open. */
  ask(address: string): void;
  /** Ends the question about `host` and returns the address to open; null for any other host. */
  allow(host: string): string | null;
  /** Ends the question. */
  drop(): void;
}

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
