import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Watched<T> {
  result: T;
  seconds: number;
  /** Longest time for which this process answered nobody else. */
  longestDelayMs: number;
  /** Highest memory of the process while it ran, above what it held before. */
  memoryGrowthMb: number;
}

const SAMPLE_MS = 20;
const MB = 1_048_576;

/** Runs `work` and watches what it does to the process it runs in. */
export async function watch<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage.rss();
  let highest = before;
  const sampling = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), SAMPLE_MS);
  delay.enable();
  const start = performance.now();
  try {
    const result = await work();
    const seconds = (performance.now() - start) / 1000;
    return { result, seconds, longestDelayMs: delay.max / 1e6, memoryGrowthMb: (highest - before) / MB };
  } finally {
    delay.disable();
    clearInterval(sampling);
  }
}
