/** Paths on a 16 × 16 grid, drawn as 1.5 px strokes in the text colour. */
const paths = {
  search: 'M7.2 12.2a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM11 11l3 3',
  image: 'M2.5 3.5h11v9h-11zM2.5 10.5l3-3 3 3 2-2 3 3M10.5 6.4v.01',
  file: 'M4 1.8h5l3 3v9.4H4zM9 1.8v3h3',
  layers: 'M8 2 14 5.2 8 8.4 2 5.2zM2.4 8.2 8 11.2l5.6-3M2.4 11 8 14l5.6-3',
  star: 'm8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6',
  check: 'm3 8.4 3.2 3.2L13 4.8',
  warning: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.5v.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4v3.4M8 5.2v.01',
  error: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6 6l4 4M10 6l-4 4',
  close: 'm4 4 8 8M12 4l-8 8',
  left: 'M10 3 5 8l5 5',
  right: 'm6 3 5 5-5 5',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  note: 'M3 3h10v7l-3 3H3zM13 10h-3v3M5.4 6h5.2M5.4 8.4h3',
  edit: 'M11 2.6 13.4 5 5.6 12.8l-3 .6.6-3z',
  plus: 'M8 3v10M3 8h10',
  settings:
    'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 6.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2ZM6 12.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2Z',
  folder: 'M2 4h4.4l1.4 1.6H14V12.6H2z',
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon; the meaning is said by the text beside it or by the label of its parent. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
