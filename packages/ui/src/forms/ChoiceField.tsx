import { FieldWords } from './FieldFrame';
import { FieldLabelText } from './FieldLabelText';
import type { Choice, FieldProps } from './fieldTypes';
import { useField } from './useField';

interface ChoiceFieldProps<V extends string> extends FieldProps {
  type: 'radio' | 'checkbox';
  choices: readonly Choice<V>[];
  orientation?: 'vertical' | 'horizontal';
  isChosen(value: V): boolean;
  onToggle(value: V, chosen: boolean): void;
}

/** The shared body of radio and checkbox groups. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { name, label, hint, optional, choices, type, isChosen } = props;
  const { id, ids, error, control } = useField(props);
  return (
    <fieldset
      id={id}
      className="hub-field hub-choices"
      data-invalid={error ? true : undefined}
      data-orientation={props.orientation ?? 'vertical'}
      disabled={props.disabled}
      aria-describedby={control['aria-describedby']}
    >
      <legend className="hub-label">
        <FieldLabelText label={label} optional={optional} />
      </legend>
      <FieldWords ids={ids} hint={hint} error={error} />
      <div className="hub-choice-list">
        {choices.map(choice => {
          const choiceId = `${id}-${choice.value}`;
          const hintId = choice.hint ? `${choiceId}-hint` : undefined;
          return (
            <div key={choice.value} className="hub-choice">
              <input
                id={choiceId}
                type={type}
                name={name}
                value={choice.value}
                checked={isChosen(choice.value)}
                aria-describedby={hintId}
                onChange={event =>
                  props.onToggle(choice.value, event.target.checked)
                }
              />
              <label htmlFor={choiceId}>{choice.label}</label>
              {choice.hint && (
                <div id={hintId} className="hub-choice-hint">
                  {choice.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
