import { SIGN_IN_AGAIN } from '@imsa-hub/core';

/** One thing wrong with what was sent: where, and what to do about it. */
export interface FieldError {
  /** Dotted path of the field, without the leading `body.`: `events.0.date`. */
  field: string;
  /** What to do, in plain words: "Enter the date you told the person". */
  message: string;
}

interface ProblemOptions {
  /** What kind of problem, where it is one of the hub's own kinds. */
  type?: string;
  status: number;
  detail: string;
  fieldErrors?: readonly FieldError[];
  current?: unknown;
  requestId?: string;
}

/**
 * An answer of the backend that is not what was asked for, read from its
 * `application/problem+json` body. Status 0 means that no answer came.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly type: string | undefined;
  readonly status: number;
  /** What to tell the person. */
  readonly detail: string;
  readonly fieldErrors: readonly FieldError[];
  /** The newer record, when somebody else changed it first (409). */
  readonly current: unknown;
  /** What to quote to the people who run the system. */
  readonly requestId: string | undefined;

  constructor(options: ProblemOptions) {
    super(options.detail);
    this.type = options.type;
    this.status = options.status;
    this.detail = options.detail;
    this.fieldErrors = options.fieldErrors ?? [];
    this.current = options.current;
    this.requestId = options.requestId;
  }

  /** It is taken after a new sign-in, and not before. */
  get asksForSignIn(): boolean {
    return this.type === SIGN_IN_AGAIN;
  }

  /** Somebody changed the record first; `current` holds what it is now. */
  get isStale(): boolean {
    return this.status === 409 && this.current !== undefined;
  }
}
