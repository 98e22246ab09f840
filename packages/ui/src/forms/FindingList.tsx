import { Button } from '@backstage/ui';
import {
  describePlace,
  summariseFindings,
  type Finding,
  type FindingKind,
} from '@imsa-hub/core';

const WORDS = {
  refuse: 'This cannot be sent while it names or points to somebody.',
  mark: 'This could identify somebody. Leave it in only if it is needed.',
} as const;

function summary(count: number): string {
  if (count === 0) return '';
  const places = count === 1 ? '1 place' : `${count} places`;
  return `${places} could identify somebody`;
}

/** What was found in a text, where, and what to put instead. */
export function FindingList(props: {
  text: string;
  findings: readonly Finding[];
  /** Kinds that belong here. */
  expects?: readonly FindingKind[];
  strictness: 'refuse' | 'mark';
  onReplace(findings: readonly Finding[]): void;
}) {
  const { text, strictness, expects = [], onReplace } = props;
  const belonging = props.findings.filter(({ kind }) => expects.includes(kind));
  const findings = props.findings.filter(({ kind }) => !expects.includes(kind));
  return (
    <>
      <span className="hub-visually-hidden" role="status">
        {summary(findings.length)}
      </span>
      {belonging.length > 0 && (
        <p className="hub-optional">
          {summariseFindings(belonging)} It belongs here and is kept sealed. Do
          not copy it elsewhere.
        </p>
      )}
      {findings.length > 0 && (
        <div className="hub-notice hub-findings" data-tone="warning">
          <p className="hub-notice-title">{WORDS[strictness]}</p>
          <ul>
            {findings.map(finding => (
              <li key={`${finding.start} ${finding.kind}`}>
                <div>
                  <p>
                    <q>{text.slice(finding.start, finding.end)}</q> looks like{' '}
                    {finding.label}.
                  </p>
                  <p className="hub-optional">
                    {finding.why} It is in {describePlace({ text, finding })}.
                  </p>
                </div>
                <Button
                  variant="secondary"
                  size="medium"
                  onPress={() => onReplace([finding])}
                >
                  Use “{finding.suggestion}”
                </Button>
              </li>
            ))}
          </ul>
          {findings.length > 1 && (
            <div className="hub-row">
              <Button
                variant="secondary"
                size="medium"
                onPress={() => onReplace(findings)}
              >
                Use the suggested wording everywhere
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
}
