declare module 'virtual:reference' {
  export const partIds: readonly string[]
  export const loadParts: () => Promise<{
    readonly parts: Readonly<Record<string, import('./library.ts').Part>>
  }>
}

declare module 'virtual:reference/functions' {
  /** Values of the examples that are functions, by the function they are given to. */
  export const fixed: Readonly<
    Record<string, readonly { path: readonly (string | number)[]; value: unknown }[]>
  >
}
