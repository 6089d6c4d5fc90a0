const PATHS = {
  good: 'M4.5 10.5l3.5 3.5 7.5-8',
  attention: 'M10 3.5l7.5 13h-15zM10 8.5v3.5M10 14.2v.1',
  wrong: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  quiet: 'M5 10h10',
  language:
    'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0 -15M2.5 10h15M10 2.5c-4.7 4.6-4.7 10.4 0 15M10 2.5c4.7 4.6 4.7 10.4 0 15',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words that say the same, so it is hidden from screen readers. */
export function Icon({ name, large = false }: { readonly name: IconName; readonly large?: boolean }) {
  return (
    <svg className={`icon icon-${name}${large ? ' icon-large' : ''}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
