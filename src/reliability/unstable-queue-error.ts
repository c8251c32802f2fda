/**
 * Thrown where the steady state of a queue is asked for and there is none, because work arrives at
 * least as fast as it can be done: the queue grows without end.
 *
 * @source cooper-1981
 */
export class UnstableQueueError extends RangeError {
  override readonly name = 'UnstableQueueError'
}
