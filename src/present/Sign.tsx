const PATHS = {
  previous: 'M10.5 3L4.5 8l6 5z',
  next: 'M5.5 3l6 5-6 5z',
  play: 'M4 2.5l9 5.5-9 5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  step: 'M12 3v10M3 3l6 5-6 5z',
  stepBack: 'M4 3v10M13 3L7 8l6 5z',
} as const

/** The sign on a button of the room; its name stands beside it or in its label. */
export const Sign = ({ of }: { readonly of: keyof typeof PATHS }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      d={PATHS[of]}
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinejoin="round"
    />
  </svg>
)
