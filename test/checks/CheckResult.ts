/**
 * What an acceptance check or a benchmark found out.
 */
export interface CheckResult {
  /** What was measured, in words and figures; the decisive one last. */
  figures: Array<[label: string, value: string]>;
  /** Whether what the issue demands is so. */
  holds: boolean;
}
