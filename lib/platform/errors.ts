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

type ErrorDetails = { fields?: Record<string, string>; retryAfter?: number; values?: Record<string, string> };

/** An expected error: the message is written for users, the code maps to an HTTP status. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** By form field. */
  readonly fields: Record<string, string>;
  /** In seconds. */
  readonly retryAfter: number | null;
  /** What the form is to send the next time, beside what was typed. */
  readonly values: Record<string, string>;

  constructor(code: ErrorCode, message: string, more: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.fields = more.fields ?? {};
    this.retryAfter = more.retryAfter ?? null;
    this.values = more.values ?? {};
  }

  get status() {
    return statuses[this.code];
  }
}
