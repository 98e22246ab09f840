import {
  OUTCOME_RESULT_NAMES,
  type QueryRecord,
} from '@imsa-hub/advice-common';
import { KNOWLEDGE_AREA_NAMES } from '@imsa-hub/core';
import { Facts, Marked } from '@imsa-hub/ui';

const HELPED = { yes: 'Yes', partly: 'Partly', no: 'No' } as const;

/** What came of each area, and whether it helped. */
export function OutcomeList({ record }: { record: QueryRecord }) {
  return (
    <Facts
      items={[
        ...record.outcomes.map(({ area, result, why, marked }) => ({
          label: KNOWLEDGE_AREA_NAMES[area],
          value: (
            <>
              {OUTCOME_RESULT_NAMES[result]}
              {why && <>. {why}</>}
              <Marked marks={marked} />
            </>
          ),
        })),
        ...(record.helped
          ? [{ label: 'Did it help?', value: HELPED[record.helped] }]
          : []),
      ]}
    />
  );
}
