import type { Nation, SimpleField } from '@imsa-hub/core';
import type { Choices } from '@imsa-hub/escalations-common';
import {
  CheckboxGroup,
  ConfidentialTextArea,
  ConfidentialTextField,
  DateField,
  eventChoicesFor,
  eventFactsFor,
  FurtherDates,
  RadioGroup,
  Select,
  type Choice,
} from '@imsa-hub/ui';

/** A text of this length or less is a reference or a number, no sentence. */
const SHORT_TEXT = 60;
/** Choices above this number are folded into a list. */
const MOST_IN_SIGHT = 8;

/** What a field is drawn with, besides itself. */
export interface FieldSurroundings {
  /** Lists that change: organisations, what can have happened. */
  choices: Pick<Choices, 'organisations' | 'events'>;
  /** Of the case, where it is known: the law differs. */
  nation: Nation | undefined;
}

/** One field of a page, or of an item in a list, by its kind. */
export function SimpleFieldView(props: {
  field: SimpleField;
  /** As a refusal of the backend names it. */
  name: string;
  value: unknown;
  onChange(value: unknown): void;
  surroundings: FieldSurroundings;
  /** The item it is in, where it is in a list. */
  beside?: Readonly<Record<string, unknown>>;
}) {
  const { field, name, value, onChange, surroundings, beside } = props;
  const text = typeof value === 'string' ? value : '';
  const common = {
    name,
    label: field.label,
    hint: field.hint,
    optional: !field.required,
    onChange,
  };
  switch (field.kind) {
    case 'date':
      return <DateField {...common} value={text} />;
    case 'further-dates':
      return (
        <FurtherDates
          name={name}
          asked={
            surroundings.nation
              ? eventFactsFor({
                  events: surroundings.choices.events,
                  nation: surroundings.nation,
                  ruleId: beside?.[field.of],
                })
              : []
          }
          value={value}
          onChange={onChange}
        />
      );
    case 'choices':
      return (
        <CheckboxGroup
          {...common}
          choices={field.options}
          value={Array.isArray(value) ? value : []}
        />
      );
    case 'choice':
      return field.options.length <= MOST_IN_SIGHT ? (
        <RadioGroup {...common} choices={field.options} value={text} />
      ) : (
        <Select {...common} choices={field.options} value={text} />
      );
    case 'one-of':
      return (
        <Select
          {...common}
          placeholder={field.required ? undefined : 'None'}
          choices={listFor(field.from, surroundings)}
          value={text}
        />
      );
    case 'long-text':
      return (
        <ConfidentialTextArea
          {...common}
          rows={8}
          maxLength={field.max}
          value={text}
        />
      );
    default:
      return field.max <= SHORT_TEXT ? (
        <ConfidentialTextField
          {...common}
          strictness={field.open ? 'refuse' : 'mark'}
          size="medium"
          value={text}
        />
      ) : (
        <ConfidentialTextArea
          {...common}
          strictness={field.open ? 'refuse' : 'mark'}
          rows={2}
          maxLength={field.max}
          value={text}
        />
      );
  }
}

function listFor(
  from: 'organisations' | 'events',
  { choices, nation }: FieldSurroundings,
): readonly Choice[] {
  if (from === 'organisations') {
    return choices.organisations.map(({ id, name }) => ({
      value: id,
      label: name,
    }));
  }
  return nation ? eventChoicesFor({ events: choices.events, nation }) : [];
}
