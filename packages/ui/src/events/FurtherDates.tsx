import { DateField } from '../forms/DateField';
import type { FactLine } from '../words/eventFactsFor';

/** Further dates that change a limit, by the words of its rule. */
export function FurtherDates(props: {
  /** As a refusal of the backend names the field. */
  name: string;
  asked: readonly FactLine[];
  value: unknown;
  onChange(value: Readonly<Record<string, string>>): void;
}) {
  const { name, asked, onChange } = props;
  const value = datesIn(props.value);
  return (
    <>
      {asked.map(({ id, question }) => (
        <DateField
          key={id}
          name={`${name}.${id}`}
          label={question}
          hint="The limit can change with it. Leave it empty if there is none yet."
          optional
          value={value[id] ?? ''}
          onChange={date => {
            const { [id]: _before, ...others } = value;
            onChange(date ? { ...others, [id]: date } : others);
          }}
        />
      ))}
    </>
  );
}

/** Further dates as far as they are there. */
export const datesIn = (value: unknown): Readonly<Record<string, string>> =>
  value && typeof value === 'object' ? { ...value } : {};
