import { ChoiceField } from './ChoiceField';
import type { Choice, FieldProps } from './fieldTypes';

/** A field that offers a few choices, of which any number hold. */
export interface CheckboxGroupProps<V extends string> extends FieldProps {
  choices: readonly Choice<V>[];
  value: readonly V[];
  onChange(value: V[]): void;
  orientation?: 'vertical' | 'horizontal';
}

/** Any of a few. The answer keeps the order of the choices. */
export function CheckboxGroup<V extends string>(props: CheckboxGroupProps<V>) {
  const { value, onChange, ...rest } = props;
  const toggle = (toggled: V, chosen: boolean) =>
    onChange(
      rest.choices
        .map(choice => choice.value)
        .filter(choice =>
          choice === toggled ? chosen : value.includes(choice),
        ),
    );
  return (
    <ChoiceField
      {...rest}
      type="checkbox"
      isChosen={choice => value.includes(choice)}
      onToggle={toggle}
    />
  );
}
