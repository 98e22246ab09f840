/** A table of cases, read from end to end. */
export const READS_WHOLE =
  /Seq Scan on (escalation|participant|task|event|entry)\b/;
