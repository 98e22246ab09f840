/** What the try of the table found. */
export class FlowFindings {
  cells = 0;
  allowed = 0;
  refused = 0;
  /** Tries without the reason that the table wants. */
  withoutReason = 0;
  /** What was not as the table says. */
  readonly wrong: string[] = [];

  private readonly seen = new Set<string>();

  /** Actions that were possible to somebody, somewhere. */
  did(action: string): void {
    this.seen.add(action);
  }

  /** Actions that nobody could do anywhere: the check would prove nothing of them. */
  neverDone(actions: readonly string[]): string[] {
    return actions.filter(action => !this.seen.has(action));
  }
}
