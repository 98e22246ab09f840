import type { DeadlineRule, Nation, Period } from '@imsa-hub/core';
import { RULE_TEXT } from '@imsa-hub/deadlines-common';
import {
  CheckboxGroup,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  type Choice,
} from '@imsa-hub/ui';
import { confidenceChoices, nationChoices } from '../shared/choices';
import { PeriodField } from './PeriodField';
import { keepableOf, type SuccessorDraft } from './successorDraft';

const DAY_OF_NOTICE: readonly Choice<DeadlineRule['dayOfNotice']>[] = [
  { value: 'excluded', label: 'It does not count: day 1 is the day after' },
  { value: 'included', label: 'It counts as day 1' },
];

const CLOSED_DAY: readonly Choice<DeadlineRule['closedDay']>[] = [
  { value: 'none', label: 'It stays there' },
  { value: 'next-working-day', label: 'It moves to the next working day' },
  {
    value: 'next-court-opening',
    label: "It moves to the court's next opening",
  },
];

const POST: readonly Choice[] = [
  { value: '24', label: '24 hours' },
  { value: '48', label: '48 hours' },
  { value: '72', label: '72 hours' },
];

/** The fields of the rule that takes another's place. */
export function SuccessorFields(props: {
  rule: DeadlineRule;
  openNations: readonly Nation[];
  draft: SuccessorDraft;
  onChange(draft: SuccessorDraft): void;
}) {
  const { rule, openNations, draft } = props;
  const change = (part: Partial<SuccessorDraft>) =>
    props.onChange({ ...draft, ...part });
  const keepable = keepableOf(rule);
  return (
    <>
      <TextField
        name="successor.title"
        label="What has to be done"
        maxLength={RULE_TEXT}
        value={draft.title}
        onChange={title => change({ title })}
      />
      {openNations.length > 1 && (
        <CheckboxGroup
          name="successor.nations"
          label="Where it holds"
          hint="You can start another rule for the other nations afterwards."
          choices={nationChoices.filter(({ value }) =>
            openNations.includes(value),
          )}
          value={draft.nations}
          onChange={nations => change({ nations })}
        />
      )}
      <PeriodField
        name="successor.period"
        amount={draft.amount}
        unit={draft.unit}
        onChange={(amount: string, unit: keyof Period) =>
          change({ amount, unit })
        }
      />
      <RadioGroup
        name="successor.dayOfNotice"
        label="The day of the event"
        choices={DAY_OF_NOTICE}
        value={draft.dayOfNotice}
        onChange={dayOfNotice => change({ dayOfNotice })}
      />
      <Select
        name="successor.postAllowanceHours"
        label="Time allowed for the post"
        placeholder="None"
        optional
        choices={POST}
        value={draft.post === '0' ? '' : draft.post}
        onChange={post => change({ post: post || '0' })}
      />
      <RadioGroup
        name="successor.closedDay"
        label="When the limit falls on a weekend or bank holiday"
        choices={CLOSED_DAY}
        value={draft.closedDay}
        onChange={closedDay => change({ closedDay })}
      />
      {keepable.length > 0 && (
        <CheckboxGroup
          name="successor.keeps"
          label="What still holds as before"
          optional
          choices={keepable}
          value={draft.keeps}
          onChange={keeps => change({ keeps })}
        />
      )}
      <TextField
        name="successor.authority"
        label="Authority"
        hint="The Act, regulation or guidance, with its section."
        maxLength={RULE_TEXT}
        value={draft.authority}
        onChange={authority => change({ authority })}
      />
      <TextField
        name="successor.source"
        label="Where this was read"
        maxLength={RULE_TEXT}
        value={draft.source}
        onChange={source => change({ source })}
      />
      <TextField
        name="successor.sourceUrl"
        label="Its address"
        optional
        type="url"
        maxLength={RULE_TEXT}
        value={draft.sourceUrl}
        onChange={sourceUrl => change({ sourceUrl })}
      />
      <RadioGroup
        name="successor.confidence"
        label="How sure is this?"
        choices={confidenceChoices}
        value={draft.confidence}
        onChange={confidence => change({ confidence })}
      />
      <TextArea
        name="successor.caution"
        label="What to be careful about"
        optional
        rows={3}
        maxLength={RULE_TEXT}
        value={draft.caution}
        onChange={caution => change({ caution })}
      />
    </>
  );
}
