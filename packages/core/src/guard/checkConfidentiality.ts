import { canonicalText, type CanonicalText } from './canonicalText';
import { digitGroups } from './digitGroups';
import { findAddresses } from './findAddresses';
import { findBankDetails } from './findBankDetails';
import { findBirthDates } from './findBirthDates';
import { findCarRegistrations } from './findCarRegistrations';
import { findEmails } from './findEmails';
import { findHandles } from './findHandles';
import { findHomeOfficeReferences } from './findHomeOfficeReferences';
import { findNames } from './findNames';
import { findNationalInsurance } from './findNationalInsurance';
import { findNhsNumbers } from './findNhsNumbers';
import { findNrmReferences } from './findNrmReferences';
import { findPassports } from './findPassports';
import { findPhones } from './findPhones';
import { findPostcodes } from './findPostcodes';
import type { Finding, Match } from './finding';
import { FINDING_WORDS } from './findingWords';
import { mergeMatches } from './mergeMatches';
import { withSpokenDigits } from './spokenDigits';
import { blankSystemReferences } from './systemReferences';

/** Removing one thing can uncover another; more rounds find nothing new. */
const ROUNDS = 4;

function detect(text: string): Match[] {
  const groups = digitGroups({ text });
  const digits = groups.length > 0;
  return mergeMatches([
    ...findEmails({ text }),
    ...findHandles({ text }),
    ...findNames({ text }),
    ...findAddresses({ text }),
    ...findBirthDates({ text }),
    ...findPostcodes({ text }),
    ...(digits
      ? [
          ...findNationalInsurance({ text }),
          ...findHomeOfficeReferences({ text }),
          ...findNrmReferences({ text }),
          ...findPassports({ text }),
          ...findBankDetails({ text, groups }),
          ...findNhsNumbers({ text, groups }),
          ...findPhones({ text, groups }),
          ...findCarRegistrations({ text }),
        ]
      : []),
  ]);
}

/** The text with what was found blanked, as it will be once it is removed. */
function blanked(text: string, findings: readonly Finding[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of findings) {
    parts.push(text.slice(done, start), ']'.repeat(end - start));
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

function toFinding(match: Match, canonical: CanonicalText): Finding {
  const { label, why, suggestion } = FINDING_WORDS[match.kind];
  return {
    kind: match.kind,
    start: canonical.starts[match.start] ?? 0,
    end: canonical.ends[match.end - 1] ?? 0,
    label,
    why,
    suggestion,
    certainty: match.certainty,
  };
}

function withoutOverlaps(findings: Finding[]): Finding[] {
  const sorted = findings.sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const kept: Finding[] = [];
  for (const finding of sorted) {
    const last = kept.at(-1);
    if (last && finding.start < last.end) {
      last.end = Math.max(last.end, finding.end);
      if (finding.certainty === 'sure') last.certainty = 'sure';
    } else kept.push(finding);
  }
  return kept;
}

function findOnce(text: string): Finding[] {
  const plain = canonicalText({ text });
  const canonical = withSpokenDigits(plain);
  const findings = detect(blankSystemReferences({ text: canonical.text })).map(
    match => toFinding(match, canonical),
  );
  // "Nineteen eighty six" and "number fourteen" are dates and houses before
  // they are digits, so those two are also read from the words.
  if (canonical !== plain) {
    for (const find of [findBirthDates, findAddresses]) {
      for (const match of find({ text: plain.text }))
        findings.push(toFinding(match, plain));
    }
  }
  return withoutOverlaps(findings);
}

/**
 * Everything in a text that could identify a person: sorted, not
 * overlapping, positions in UTF-16 code units of the text as given. Runs in
 * the page and on the server alike, in time that grows with the text. Never
 * throws, whatever the characters.
 */
export function checkConfidentiality(text: string): Finding[] {
  const findings: Finding[] = [];
  let rest = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = findOnce(rest);
    if (found.length === 0) break;
    findings.push(...found);
    rest = blanked(rest, found);
  }
  return withoutOverlaps(findings);
}
