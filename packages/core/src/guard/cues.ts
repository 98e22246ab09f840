/** The lower-case text just before a place, on at most two lines. */
export function textBefore({
  text,
  at,
  length = 40,
}: {
  text: string;
  at: number;
  length?: number;
}): string {
  return text.slice(Math.max(0, at - length), at).toLowerCase();
}

/** The lower-case text just after a place. */
export function textAfter({
  text,
  at,
  length = 30,
}: {
  text: string;
  at: number;
  length?: number;
}): string {
  return text.slice(at, at + length).toLowerCase();
}

const PHONE =
  /\b(?:phones?|phoned|tele?phone|tel|telephone|mob|mobile|mobiles|mbl|cell|landline|whats ?app(?:ed)?|text(?:ed)?|txt|sms|signal|viber|imo|fax|ring|rang|call(?:ed|s)?|contact|number|num|no|dial|ffon|ffôn|ph|reach(?:ed)?)\b/;
const HEALTH =
  /\b(?:nhs|chi|h ?(?:&|and) ?c|hc|hcn|health|hospital|gp|surgery|patient|medical|gig)\b/;

/** Whether the words before speak of a telephone. */
export function speaksOfPhone(before: string): boolean {
  return PHONE.test(before);
}

/** Whether the words before speak of a health number. */
export function speaksOfHealth(before: string): boolean {
  return HEALTH.test(before);
}

/** Whether digits read as a calendar date, in either order. */
export function looksLikeDate(text: string): boolean {
  return (
    /^\d{1,2}[ ./-]\d{1,2}[ ./-](?:\d{2}|\d{4})$/.test(text) ||
    /^(?:19|20)\d\d[ ./-]\d{1,2}[ ./-]\d{1,2}$/.test(text)
  );
}
