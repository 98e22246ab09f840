import {
  LEVELS,
  type Level,
  LONG_TEXT,
  RaiseLevelRequestSchema,
} from '@imsa-hub/escalations-common';
import {
  ConfidentialTextArea,
  ConfidentialTextField,
  DateField,
  ReasonField,
} from '@imsa-hub/ui';
import { REACHING_KINDS } from '@imsa-hub/core';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Who decides at each level, within a sentence. */
const DECIDERS: Readonly<Record<Level, string>> = {
  'senior-imsa': 'a senior IMSA',
  'hub-manager': 'the Hub Manager',
  'outside-specialist': 'an outside specialist',
};

interface LevelDraft {
  specialist: {
    who: string;
    contact: string;
    mayShare: string;
    survivorAgreedOn: string;
  };
  reason: string;
}

/** Takes a case one level up; to an outside specialist with who that is. */
export function RaiseLevelForm(props: CaseFormProps) {
  const { level } = props.record;
  const next = LEVELS[LEVELS.indexOf(level) + 1] ?? level;
  const leaves = next === 'outside-specialist';
  return (
    <CaseForm<LevelDraft>
      {...props}
      action="raise-level"
      title={
        leaves ? 'Ask an outside specialist' : `Let ${DECIDERS[next]} decide`
      }
      lead={
        leaves
          ? 'Whoever has a part in the case keeps it. The Hub Manager goes on deciding at the Hub.'
          : `Now ${DECIDERS[level]} decides. Everybody who has a part in the case keeps it.`
      }
      submitLabel="Take it a level up"
      doneMessage="The case is one level up"
      schema={RaiseLevelRequestSchema}
      initial={{
        specialist: {
          who: '',
          contact: '',
          mayShare: '',
          survivorAgreedOn: '',
        },
        reason: '',
      }}
      body={({ specialist, reason }) => ({
        reason,
        level: next,
        ...(leaves ? { specialist } : {}),
      })}
    >
      {({ value, change }) => {
        const { specialist } = value;
        const changeIt = (part: Partial<LevelDraft['specialist']>) =>
          change({ specialist: { ...specialist, ...part } });
        return (
          <>
            {leaves && (
              <>
                <ConfidentialTextField
                  name="specialist.who"
                  label="Who is the specialist?"
                  hint="By role and organisation, such as “barrister, Example Chambers”."
                  value={specialist.who}
                  onChange={who => changeIt({ who })}
                />
                <ConfidentialTextField
                  name="specialist.contact"
                  expects={REACHING_KINDS}
                  label="How are they reached?"
                  hint="It is sealed with the case."
                  value={specialist.contact}
                  onChange={contact => changeIt({ contact })}
                />
                <ConfidentialTextArea
                  name="specialist.mayShare"
                  label="What may be shared with them?"
                  hint="What the survivor agreed to, and nothing else."
                  rows={4}
                  maxLength={LONG_TEXT}
                  value={specialist.mayShare}
                  onChange={mayShare => changeIt({ mayShare })}
                />
                <DateField
                  name="specialist.survivorAgreedOn"
                  label="When did the survivor agree that they are asked?"
                  hint="Without their agreement it cannot go to them."
                  value={specialist.survivorAgreedOn}
                  onChange={survivorAgreedOn => changeIt({ survivorAgreedOn })}
                />
              </>
            )}
            <ReasonField
              label="Why must it be decided there?"
              value={value.reason}
              onChange={reason => change({ reason })}
            />
          </>
        );
      }}
    </CaseForm>
  );
}
