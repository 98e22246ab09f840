import { ChoiceField } from './ChoiceField';
import type { Choice, FieldProps } from './fieldTypes';

/** A field that offers a few choices, of which one holds. */
export interface RadioGroupProps<V extends string> extends FieldProps {
  choices: readonly Choice<V>[];
  /** Empty until something is chosen. */
  value: V | '';
  onChange(value: V): void;
  orientation?: 'vertical' | 'horizontal';
}

/** One of a few, all in sight. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { value, onChange, ...rest } = props;
  return (
    <ChoiceField
      {...rest}
      type="radio"
      isChosen={choice => choice === value}
      onToggle={onChange}
    />
  );
}
