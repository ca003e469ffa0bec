/** Everything that may go wrong in a way a person should read about. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'too_large'
  | 'rate_limited'
  | 'unavailable'
  | 'storage_full';

const statuses: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
  storage_full: 507,
};

/** The one expected error: its message is written for the reader, its code maps to one HTTP status. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Messages by form field, where the fault lies in one. */
  readonly fields: Record<string, string>;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | null;

  constructor(code: ErrorCode, message: string, more: { fields?: Record<string, string>; retryAfter?: number } = {}) {
    super(message);
    this.code = code;
    this.fields = more.fields ?? {};
    this.retryAfter = more.retryAfter ?? null;
  }

  get status() {
    return statuses[this.code];
  }
}
