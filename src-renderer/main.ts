/** The screen is there by then, or the window is hidden and draws nothing. */
const LATEST_MS = 100;

/**
 * Lets what the page holds get onto the screen before anything else is read: the window's script, and all that the main
 * process loads when it is asked for that.
 */
const afterFirstFrame = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, LATEST_MS);
});

void afterFirstFrame.then(() => import('./start.tsx'));
