import {
  LEVELS,
  type Level,
  RaiseLevelRequestSchema,
} from '@imsa-hub/escalations-common';
import { ReasonField } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Who decides at each level, within a sentence. */
const DECIDERS: Readonly<Record<Level, string>> = {
  'senior-imsa': 'a senior IMSA',
  'hub-manager': 'the Hub Manager',
  'outside-specialist': 'an outside specialist',
};

/** Takes a case one level up. */
export function RaiseLevelForm(props: CaseFormProps) {
  const { level } = props.record;
  const next = LEVELS[LEVELS.indexOf(level) + 1] ?? level;
  return (
    <CaseForm
      {...props}
      action="raise-level"
      title={`Let ${DECIDERS[next]} decide`}
      lead={`Now ${DECIDERS[level]} decides. Everybody who has a part in the case keeps it.`}
      submitLabel="Take it a level up"
      doneMessage="The case is one level up"
      schema={RaiseLevelRequestSchema}
      initial={{ reason: '' }}
      body={value => ({ ...value, level: next })}
    >
      {({ value, change }) => (
        <ReasonField
          label="Why must it be decided there?"
          value={value.reason}
          onChange={reason => change({ reason })}
        />
      )}
    </CaseForm>
  );
}
