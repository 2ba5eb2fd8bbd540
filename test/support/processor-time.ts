/**
 * Milliseconds of the processor that an act takes: what others do on the machine at the same time does not count. Only for
 * telling work that grows with its input from work that grows with its square, which takes minutes where this allows seconds.
 */
export function processorMs(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
