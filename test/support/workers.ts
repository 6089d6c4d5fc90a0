/** So many test files run at a time, on two processors: a test of a window waits for its browser half of the time. */
export const WORKERS = 3;
