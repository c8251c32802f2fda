import type { Draw } from '../../simulation/draw.ts'
import { logarithm } from '../../simulation/logarithm.ts'

/**
 * A number with the standard normal distribution, the same to the last bit everywhere.
 *
 * The polar method of Marsaglia and Bray: a point drawn evenly in the unit circle gives a direction
 * without sine or cosine, of which browsers differ in the last place. It would give two numbers;
 * the second is left, so that no state is needed beside that of the stream.
 *
 * @param draw where luck comes from
 * @param stream the name of the stream, of which it takes two numbers, or four, six, …
 * @source marsaglia-bray-1964
 * @example standardNormal(drawFrom(1).draw, 'latency') // the same every time
 */
export function standardNormal(draw: Draw, stream: string): number {
  for (;;) {
    const across = 2 * draw.uniform(stream) - 1
    const along = 2 * draw.uniform(stream) - 1
    const square = across * across + along * along
    if (square > 0 && square < 1) {
      return across * Math.sqrt((-2 * logarithm(square)) / square)
    }
  }
}
