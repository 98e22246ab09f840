/** Why a public page could not be shown; each kind has its own plain words. */
export type PublicPageErrorKind =
  | 'unreadable'
  | 'too-large'
  | 'not-from-here'
  | 'start-again'
  | 'away-too-long'
  | 'not-found'
  | 'not-this-way'
  | 'too-many'
  | 'unavailable';

/** A refusal that is answered as a page in plain words. */
export class PublicPageError extends Error {
  override name = 'PublicPageError';
  readonly kind: PublicPageErrorKind;
  readonly status: number;

  constructor(options: { kind: PublicPageErrorKind; status: number }) {
    super(options.kind);
    this.kind = options.kind;
    this.status = options.status;
  }
}
