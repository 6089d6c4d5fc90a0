const PATHS = {
  checked: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0 -15',
  mail: 'M2.5 5h15v10.5h-15zM2.5 5.5l7.5 6 7.5-6',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0 -15M10 5.5v4.8l3.2 2',
  move: 'M3 7h12.5M12.5 3.5L16 7l-3.5 3.5M17 13H4.5M7.5 9.5L4 13l3.5 3.5',
  solved: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0 -15M6.5 10.2l2.4 2.4 4.6-5',
  damaged: 'M4.5 2.5h7l4 4v11h-11zM11 2.5v4.5h4.5M5 12l3-2 2.5 3 2.5-2.5 2 1.5',
  newer: 'M10 16.5v-12M5 9l5-5 5 5',
  better: 'M10 16v-12M5 9l5-5 5 5',
  worse: 'M10 4v12M5 11l5 5 5-5',
  same: 'M4.5 7.5h11M4.5 12.5h11',
  different: 'M3.5 11.5c2-4 4.5-4 6.5-1.5s4.500 2.500 6.500-1.500',
} as const;

export type MarkName = keyof typeof PATHS;

/** A drawing that tells by its shape what the word beside it says; hidden from screen readers. */
export function Mark({ name }: { readonly name: MarkName }) {
  return (
    <svg className={`icon mark-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
