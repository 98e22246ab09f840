import type { Choices, NamedPerson } from '@imsa-hub/escalations-common';
import { nameOf, QueryBoundary, Select } from '@imsa-hub/ui';
import { useChoices } from '../api/useChoices';

/** Everybody once, in the order in which they come. */
function unique(people: readonly NamedPerson[]): NamedPerson[] {
  return [...new Map(people.map(person => [person.id, person])).values()];
}

/** One person, chosen by name. */
export function PersonField(props: {
  name?: string;
  label: string;
  hint?: string;
  optional?: boolean;
  placeholder?: string;
  /** Who is offered. */
  from(choices: Choices): readonly NamedPerson[];
  /** Whom not to offer: who has it already. */
  without?: readonly (string | undefined)[];
  value: string;
  onChange(personId: string): void;
}) {
  const { from, without = [] } = props;
  const choices = useChoices();
  return (
    <QueryBoundary query={choices} what="the list of people">
      {data => (
        <Select
          name={props.name ?? 'personId'}
          label={props.label}
          hint={props.hint}
          optional={props.optional}
          placeholder={props.placeholder}
          choices={unique(from(data))
            .filter(({ id }) => !without.includes(id))
            .map(person => ({ value: person.id, label: nameOf(person) }))}
          value={props.value}
          onChange={props.onChange}
        />
      )}
    </QueryBoundary>
  );
}
