/** Every drawing of the window: 20 by 20, one stroke. */
const PATHS = {
  good: 'M4.5 10.5l3.5 3.5 7.5-8',
  attention: 'M10 3.500l7.5 13h-15zM10 8.500v3.500M10 14.200v.1',
  wrong: 'M5.5 5.500l9 9M14.5 5.500l-9 9',
  quiet: 'M5 10h10',
  language:
    'M10 2.500a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M2.5 10h15M10 2.500c-4.7 4.6-4.7 10.4 0 15M10 2.500c4.7 4.6 4.7 10.4 0 15',
  help: 'M10 2.500a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M7.7 8.100a2.3 2.3 0 1 1 3.4 2c-.8.4-1.1.9-1.1 1.600M10 14v.1',
  pulse: 'M2 10.500h3.500l2-5.5 4 10.5 2.2-5h4.3',
  folder: 'M2.5 6v-1.500h5l2 2.500h8v9h-15zM2.5 7h7',
  file: 'M4.5 2.500h7l4 4v11h-11zM11.5 2.500v4h4M7.5 11h5M7.5 14h5',
  lock: 'M4.5 9h11v8h-11zM7 9v-2.500a3 3 0 0 1 6 0v2.500M10 12v2',
  outside: 'M8 4.500h-3.500v11h11v-3.500M11.5 3.500h5v5M16.5 3.500l-7.5 7.5',
  pin: 'M10 17.500c-3.6-4-5.4-6.7-5.4-9.200a5.4 5.4 0 0 1 10.8 0c0 2.5-1.8 5.2-5.4 9.200zM10 6.400a1.9 1.9 0 1 0 0 3.800a1.9 1.9 0 1 0 0-3.8',
  move: 'M3 7h13M13 4l3 3-3 3M17 13.500h-13M7 10.500l-3 3 3 3',
  clock: 'M10 2.500a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 6v4.300l3 1.7',
  key: 'M6.5 9.500a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M9 10.500l7.5-7.500M13 6.500l2.5 2.5',
  network: 'M2.5 8c4.5-4 10.5-4 15 0M5.2 11c3-2.6 6.6-2.6 9.6 0M8 14c1.3-1 2.7-1 4 0M3.5 3.500l13 13',
  copy: 'M7 7h9.500v9.500h-9.500zM4 13v-9.500h9',
  person: 'M10 3a3.3 3.3 0 1 0 0 6.6a3.3 3.3 0 1 0 0-6.6M3.5 17c.6-3.7 3.2-5.5 6.5-5.5s5.900 1.800 6.5 5.5',
  picture: 'M2.5 4h15v12h-15zM2.5 13l4.5-4.5 4 4 2-2 4.5 4M13 7.300v.1',
  undo: 'M4 8.500h8a4 4 0 0 1 0 8h-4M7 5l-3.500 3.500l3.500 3.500',
  redo: 'M16 8.500h-8a4 4 0 0 0 0 8h4M13 5l3.500 3.500l-3.500 3.500',
  larger: 'M8.500 3.500a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12.300 12.300l4.700 4.700M8.500 6.500v4M6.500 8.500h4',
  smaller: 'M8.500 3.500a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12.300 12.300l4.700 4.700M6.500 8.500h4',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  uncover: 'M2.500 5h15v10h-15zM8 8l4 4M12 8l-4 4',
  grip: 'M7.5 5v.1M12.5 5v.1M7.5 10v.1M12.5 10v.1M7.5 15v.1M12.5 15v.1',
  shield: 'M10 2.500l6.5 2.500v4.500c0 4-2.7 6.7-6.5 8c-3.8-1.3-6.5-4-6.5-8v-4.500zM7 10l2.2 2.2 3.9-4.2',
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
