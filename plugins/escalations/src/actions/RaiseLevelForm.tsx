import {
  LEVELS,
  LEVEL_NAMES,
  RaiseLevelRequestSchema,
} from '@imsa-hub/escalations-common';
import { ReasonField } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Takes a case one level up. */
export function RaiseLevelForm(props: CaseFormProps) {
  const { level } = props.record;
  const next = LEVELS[LEVELS.indexOf(level) + 1] ?? level;
  return (
    <CaseForm
      {...props}
      action="raise-level"
      title={`Take it to the level of the ${LEVEL_NAMES[next]}`}
      lead={`It is with the ${LEVEL_NAMES[level]} now. Who has a part in it keeps it.`}
      submitLabel="Take it up"
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
