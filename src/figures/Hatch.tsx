/** The pattern of the reader's own guess. */
export const Hatch = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" fill="var(--guess-tint)" />
      <line x1="0" x2="0" y1="0" y2="6" stroke="var(--guess)" strokeWidth="2" />
    </pattern>
  </defs>
)
