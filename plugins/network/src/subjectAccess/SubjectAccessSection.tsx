import { useState } from 'react';
import { Button, Link } from '@backstage/ui';
import {
  ERASURE_STATUS_NAMES,
  HOLD_REASON_NAMES,
  SubjectAccessStateSchema,
  type PersonRecord,
  type SubjectAccessState,
  type SubjectAnswer,
} from '@imsa-hub/network-common';
import {
  Facts,
  Moment,
  QueryBoundary,
  Section,
  useHubQuery,
  useKept,
} from '@imsa-hub/ui';
import { apiPaths, pagePaths } from '../shared/paths';
import { ExportFiles } from './ExportFiles';
import { SubjectDialogs, type SubjectStep } from './SubjectDialogs';

const STEPS: Readonly<Record<SubjectStep, string>> = {
  export: 'Export what is held',
  'place-hold': 'Keep from being erased',
  'lift-hold': 'Lift the hold',
  'ask-erasure': 'Ask for erasure',
};

/** What is held on somebody: exporting it, keeping it, having it erased. */
export function SubjectAccessSection(props: { person: PersonRecord }) {
  const { person } = props;
  const [step, setStep] = useKept<SubjectStep | undefined>({
    key: `subject-access.${person.id}`,
    initial: undefined,
  });
  const [answer, setAnswer] = useState<SubjectAnswer>();
  const query = useHubQuery({
    key: ['network', 'subject-access', person.id],
    path: apiPaths.subjectAccess(person.id),
    schema: SubjectAccessStateSchema,
  });
  return (
    <Section
      title="What is held on them"
      lead="For a person's right to their data. Every step stands in the audit trail."
    >
      <QueryBoundary query={query} what="what can be done">
        {state => (
          <>
            <Facts items={factsOf(state)} />
            <div className="hub-row">
              {state.allowedActions.map(action => (
                <Button
                  key={action}
                  variant="secondary"
                  size="medium"
                  onPress={() => setStep(action)}
                >
                  {STEPS[action]}
                </Button>
              ))}
            </div>
            {answer && <ExportFiles answer={answer} />}
            {step && (
              <SubjectDialogs
                step={step}
                person={person}
                onExport={setAnswer}
                onClose={() => setStep(undefined)}
              />
            )}
          </>
        )}
      </QueryBoundary>
    </Section>
  );
}

function factsOf(state: SubjectAccessState) {
  const { hold, erasure, cannotEraseBecause } = state;
  return [
    ...(hold
      ? [
          {
            label: 'Hold',
            value: (
              <>
                {HOLD_REASON_NAMES[hold.reason]}, since{' '}
                <Moment at={hold.placedAt} />
              </>
            ),
          },
        ]
      : []),
    {
      label: 'Erasure',
      value: erasure ? (
        <>
          {ERASURE_STATUS_NAMES[erasure.status]}
          {' · '}
          <Link href={pagePaths.erasures} standalone>
            Erasures
          </Link>
        </>
      ) : (
        (cannotEraseBecause ?? 'Can be asked for')
      ),
    },
    ...(erasure && cannotEraseBecause
      ? [{ label: 'Now', value: cannotEraseBecause }]
      : []),
  ];
}
