import { speaksOfHealth, speaksOfPhone, textBefore } from './cues';
import { isSpelled, windowsFrom, type DigitGroup } from './digitGroups';
import type { Certainty, Match } from './finding';

/**
 * Whether ten digits carry the modulus 11 check digit that the NHS number,
 * Scotland's CHI number and Northern Ireland's Health and Care number share.
 */
export function isHealthNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let total = 0;
  for (let at = 0; at < 9; at += 1) total += Number(digits[at]) * (10 - at);
  const check = (11 - (total % 11)) % 11;
  return check === Number(digits[9]);
}

const NAMED =
  /\b(?:nhs|chi|h ?(?:&|and) ?c|hcn?|gig|health and care)(?: ?(?:no|num|number|n ireland|ni|rhif))*[ .:=#-]*(?:is|was)?[ :]*$/;

const HEALTH_WORD = /nhs|chi|h ?& ?c|h and c|hc|gig|health/i;

/** NHS, CHI and Health and Care numbers. */
export function findNhsNumbers({
  text,
  groups,
}: {
  text: string;
  groups: readonly DigitGroup[];
}): Match[] {
  const matches: Match[] = [];
  const healthSpoken = HEALTH_WORD.test(text);
  for (let from = 0; from < groups.length; from += 1) {
    const group = groups[from];
    if (
      !group ||
      group.afterLetter ||
      /[£$€/=_&?+]/.test(text[group.start - 1] ?? '')
    )
      continue;
    const window = windowsFrom({ groups, from, shortest: 10, longest: 10 }).at(
      -1,
    );
    if (!window) continue;
    if (!healthSpoken && !isHealthNumber(window.digits)) continue;
    if (/[^ .\-\n]/.test(window.gaps)) continue;
    if (groups[from + window.count - 1]?.beforeLetter) continue;
    const certainty = judge({ text, window, shape: window.shape.join('-') });
    if (!certainty) continue;
    matches.push({
      kind: 'nhs-number',
      start: window.start,
      end: window.end,
      certainty,
    });
    from += window.count - 1;
  }
  return matches;
}

function judge({
  text,
  window,
  shape,
}: {
  text: string;
  window: { start: number; digits: string; shape: number[] };
  shape: string;
}): Certainty | undefined {
  const before = textBefore({ text, at: window.start, length: 40 });
  const valid = isHealthNumber(window.digits);
  // A slip of one digit still finds the record when it is named as such.
  if (NAMED.test(before)) return valid ? 'sure' : 'likely';
  if (!valid) return undefined;
  if (speaksOfHealth(before)) return 'sure';
  if (speaksOfPhone(before) && /^0?[17]/.test(window.digits)) return undefined;
  if (shape === '3-3-4') return 'sure';
  return shape === '10' || isSpelled(window) ? 'likely' : undefined;
}
