/** As much of opossum as the test against it uses; the package brings no types. */
declare module 'opossum' {
  export default class CircuitBreaker {
    constructor(
      action: (call: number) => Promise<void>,
      options: Readonly<Record<string, number | boolean>>,
    )
    readonly closed: boolean
    readonly opened: boolean
    fire(call: number): Promise<void>
    on(event: 'open' | 'close' | 'halfOpen', listener: () => void): void
    shutdown(): void
  }
}
