/** What electron-45-switches.cjs writes in front of each of its lines. */
const FAULT = /^ELECTRON-45-FAULT: (.+)$/mu;

/** Throws when the output of the app tells that it did something which is a fault on Electron 45. */
export function refuseFaults(output: string): void {
  const fault = FAULT.exec(output)?.[1];
  if (fault !== undefined) throw new Error(`On Electron 45 this would be a fault: ${fault}`);
}
