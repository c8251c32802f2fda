import { ApiError } from '../../api/status.ts'
import type { Streams } from '../command.ts'

/** What kubectl itself has to complain about; `error: ` comes before it where it stands alone. */
export class ClientError extends Error {
  override readonly name = 'ClientError'
}

/** Several failures of one command. */
export class Failures extends Error {
  override readonly name = 'Failures'
  readonly all: readonly Error[]

  constructor(all: readonly Error[]) {
    super(joined(all))
    this.all = all
  }
}

/** One failure in its own words, several in brackets; the same words are said once. */
function joined(all: readonly Error[]): string {
  const texts = [...new Set(all.map(({ message }) => message))]
  return texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(', ')}]`
}

/** What was caught, as an error; anything else is a fault of ours and goes on. */
export function caught(error: unknown): Error {
  if (error instanceof ApiError || error instanceof ClientError || error instanceof Failures)
    return error
  throw error
}

/** An error with the file it came from in front: `error when creating "shop.yaml": …`. */
export function fromSource(verb: string, source: string | undefined, error: Error): Error {
  if (source === undefined) return error
  const message = `error when ${verb} "${source}": ${error.message}`
  return error instanceof ApiError
    ? new ApiError({ ...error.status, message })
    : new ClientError(message)
}

const fromServer = ({ status: { reason, message } }: ApiError): string =>
  `Error from server (${reason}): ${message}`

/** An error as one of several. */
const amongOthers = (error: Error): string =>
  error instanceof ApiError ? fromServer(error) : error.message

function invalid({ status: { message, details } }: ApiError): string {
  if (!details) return `The request is invalid: ${message}`
  const { kind, name, causes = [] } = details
  const start =
    kind === undefined && name === undefined
      ? `The request is invalid${causes.length === 0 ? `: ${message}` : ''}`
      : `The ${kind ?? ''} "${name ?? ''}" is invalid`
  const texts = [
    ...new Set(
      causes.map((cause) =>
        cause.field === undefined || cause.field === ''
          ? cause.message
          : `${cause.field}: ${cause.message}`,
      ),
    ),
  ]
  if (texts.length === 0) return start
  if (texts.length === 1) return `${start}: ${texts[0] ?? ''}`
  return [`${start}: `, ...texts.map((text) => `* ${text}`)].join('\n')
}

function alone(error: Error): string {
  if (error instanceof ApiError)
    return error.status.reason === 'Invalid' ? invalid(error) : fromServer(error)
  return error.message.startsWith('error: ') ? error.message : `error: ${error.message}`
}

/**
 * Says what a command failed with, as kubectl does before it ends.
 *
 * @returns the exit code, 1
 */
export function complain(streams: Streams, error: Error): number {
  const one = error instanceof Failures && error.all.length === 1 ? (error.all[0] ?? error) : error
  const text = one instanceof Failures ? one.all.map(amongOthers).join('\n') : alone(one)
  streams.err(text.endsWith('\n') ? text : `${text}\n`)
  return 1
}

/** One error as it is, several together. */
export function failureOf(errors: readonly Error[]): Error {
  const [first] = errors
  return errors.length === 1 && first ? first : new Failures(errors)
}
