import {
  STATEMENT_KIND_NAMES,
  STATEMENT_KINDS,
  type EscalationRecord,
  type Statement,
  type StatementKind,
} from '@imsa-hub/escalations-common';
import { LongText, Marked, Moment, nameOf, Section } from '@imsa-hub/ui';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';

function Said({ statement }: { statement: Statement }) {
  return (
    <>
      <LongText>{statement.text}</LongText>
      <Marked marks={statement.marked} />
      <p className="hub-optional">
        Version {statement.version},{' '}
        {statement.asBrought ? 'as brought to the Hub on' : 'said on'}{' '}
        <Moment at={statement.saidOn} />, recorded by{' '}
        {nameOf(statement.recordedBy)}
      </p>
    </>
  );
}

function OneKind(props: {
  kind: StatementKind;
  statements: readonly Statement[];
}) {
  const { kind } = props;
  const [newest, ...older] = [...props.statements].sort(
    (a, b) => b.version - a.version,
  );
  return (
    <div
      className={kind === 'choice' ? 'case-choice' : 'case-statement'}
      data-item={kind}
    >
      <h3 className="hub-subtitle">{STATEMENT_KIND_NAMES[kind]}</h3>
      {newest ? (
        <Said statement={newest} />
      ) : (
        <p className="hub-optional">Nothing is recorded yet</p>
      )}
      {older.length > 0 && (
        <details>
          <summary>
            {older.length === 1
              ? '1 older version'
              : `${older.length} older versions`}
          </summary>
          <ol className="case-versions">
            {older.map(statement => (
              <li key={statement.version}>
                <Said statement={statement} />
              </li>
            ))}
          </ol>
        </details>
      )}
      <ActionButton
        action="record-choice"
        item={kind}
        about={STATEMENT_KIND_NAMES[kind]}
        variant="tertiary"
      />
    </div>
  );
}

/** What the survivor chose and wants, first and in full, with its versions. */
export function StatementsSection({ record }: { record: EscalationRecord }) {
  const isAllowed = useIsAllowed();
  const kinds = STATEMENT_KINDS.filter(
    kind =>
      kind === 'choice' ||
      isAllowed('record-choice') ||
      record.statements.some(statement => statement.kind === kind),
  );
  return (
    <Section title="The survivor">
      {kinds.map(kind => (
        <OneKind
          key={kind}
          kind={kind}
          statements={record.statements.filter(
            statement => statement.kind === kind,
          )}
        />
      ))}
    </Section>
  );
}
