/**
 * Thrown where the one steady state of a Markov chain is asked for and the chain is reducible: from
 * some state another cannot be reached, so where the chain ends up may depend on where it began.
 *
 * @source trivedi-2001
 */
export class ReducibleChainError extends RangeError {
  override readonly name = 'ReducibleChainError'
}
