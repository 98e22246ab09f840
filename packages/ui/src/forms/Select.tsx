import { FieldWords } from './FieldFrame';
import { FieldLabelText } from './FieldLabelText';
import type { Choice, FieldProps } from './fieldTypes';
import { useField } from './useField';

/** A field that offers a long list of choices. */
export interface SelectProps<V extends string> extends FieldProps {
  choices: readonly Choice<V>[];
  /** Empty until something is chosen. */
  value: V | '';
  onChange(value: V | ''): void;
  /** The first line, when nothing is chosen. Default "Choose…". */
  placeholder?: string;
}

/**
 * One of many. The browser's own control, because it is the one that people
 * know, and that every phone and screen reader handles well.
 */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, hint, optional, choices, value, onChange } = props;
  const { id, ids, error, control } = useField(props);
  const choose = (chosen: string) =>
    onChange(choices.find(choice => choice.value === chosen)?.value ?? '');
  return (
    <div className="hub-field" data-invalid={error ? true : undefined}>
      <label htmlFor={id} className="hub-label">
        <FieldLabelText label={label} optional={optional} />
      </label>
      <FieldWords ids={ids} hint={hint} error={error} />
      <select
        {...control}
        className="hub-input hub-select"
        value={value}
        onChange={event => choose(event.target.value)}
      >
        <option value="">{props.placeholder ?? 'Choose…'}</option>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
