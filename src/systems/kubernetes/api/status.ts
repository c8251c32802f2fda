/** What the API server answers when it refuses, as `metav1.Status` has it. */
export interface Status {
  readonly code: number
  readonly reason:
    | 'NotFound'
    | 'AlreadyExists'
    | 'Conflict'
    | 'Invalid'
    | 'BadRequest'
    | 'Forbidden'
    | 'MethodNotAllowed'
    | 'TooManyRequests'
    | 'UnsupportedMediaType'
    | 'InternalError'
    | 'Expired'
  readonly message: string
  readonly details?: {
    readonly name?: string
    readonly group?: string
    /** The resource's plural name, or for what is invalid its kind. */
    readonly kind?: string
    readonly causes?: readonly {
      readonly reason?: string
      readonly message: string
      readonly field?: string
    }[]
    readonly retryAfterSeconds?: number
  }
}

/** A request that the API server refused. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: Status

  constructor(status: Status) {
    super(status.message)
    this.status = status
  }
}
