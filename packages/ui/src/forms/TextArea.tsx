import type { ReactNode } from 'react';
import { CharacterCount } from './CharacterCount';
import { FieldWords } from './FieldFrame';
import { FieldLabelText } from './FieldLabelText';
import type { FieldProps } from './fieldTypes';
import { useField } from './useField';
import { useFieldIds } from './useFieldIds';

/** A field of several lines. */
export interface TextAreaProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  /** Characters allowed; the count shows when it is given. */
  maxLength?: number;
  rows?: number;
  /** Beneath the control. */
  footer?: ReactNode;
}

/**
 * Several lines of text. Too much may be typed and is then said to be too
 * much: cutting off what somebody pastes would lose it silently.
 */
export function TextArea(props: TextAreaProps) {
  const { name, label, hint, optional, value, onChange, maxLength } = props;
  const countId = `${useFieldIds()(name)}-count`;
  const { id, ids, error, control } = useField({
    ...props,
    describedByExtra: maxLength ? countId : undefined,
  });
  return (
    <div className="hub-field" data-invalid={error ? true : undefined}>
      <label htmlFor={id} className="hub-label">
        <FieldLabelText label={label} optional={optional} />
      </label>
      <FieldWords ids={ids} hint={hint} error={error} />
      <textarea
        {...control}
        className="hub-input hub-textarea"
        rows={props.rows ?? 5}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      {maxLength && (
        <CharacterCount id={countId} length={value.length} max={maxLength} />
      )}
      {props.footer}
    </div>
  );
}
