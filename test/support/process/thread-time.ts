/**
 * Runs `work` and returns the milliseconds of processor time that this thread took for it. Other than the clock on the wall
 * it does not grow on a busy machine.
 */
export function threadTimeOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
