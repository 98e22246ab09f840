import type { ReactNode } from 'react';
import { FieldWords } from './FieldFrame';
import { FieldLabelText } from './FieldLabelText';
import type { FieldProps } from './fieldTypes';
import { useField } from './useField';

/** A field of one line. */
export interface TextFieldProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'email' | 'tel' | 'search' | 'url';
  /** A token of the HTML `autocomplete` attribute. Default `off`. */
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'search';
  /** How wide the expected answer is. Default `full`. */
  size?: 'short' | 'medium' | 'full';
  maxLength?: number;
  /** Beneath the control. */
  footer?: ReactNode;
  /** What Enter does here, in place of sending the form. */
  onEnter?(): void;
}

/** One line of text with its label, help and message. */
export function TextField(props: TextFieldProps) {
  const { label, hint, optional, value, onChange, size = 'full' } = props;
  const { onEnter } = props;
  const { id, ids, error, control } = useField(props);
  return (
    <div className="hub-field" data-invalid={error ? true : undefined}>
      <label htmlFor={id} className="hub-label">
        <FieldLabelText label={label} optional={optional} />
      </label>
      <FieldWords ids={ids} hint={hint} error={error} />
      <input
        {...control}
        className="hub-input"
        data-size={size}
        type={props.type ?? 'text'}
        autoComplete={props.autoComplete ?? 'off'}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        value={value}
        onChange={event => onChange(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || !onEnter) return;
          event.preventDefault();
          onEnter();
        }}
      />
      {props.footer}
    </div>
  );
}
