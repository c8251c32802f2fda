declare module 'virtual:sandbox' {
  /** The address of the page that may run what a reader writes. */
  export const sandbox: string
}
