/** The window's one live region; it stays while screens come and go, or a screen reader would miss the news. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <output className="unseen" aria-live="polite">
      {text}
    </output>
  );
}
