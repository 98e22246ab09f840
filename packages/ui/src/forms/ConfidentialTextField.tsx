import { TextField, type TextFieldProps } from './TextField';
import {
  useConfidentiality,
  type ConfidentialityOptions,
} from './useConfidentiality';

/** A field of one line for words about somebody's life. */
export interface ConfidentialTextFieldProps
  extends TextFieldProps, ConfidentialityOptions {}

/**
 * One line of text, checked as it is typed for what could identify a survivor.
 * The same check runs again on the server.
 */
export function ConfidentialTextField(props: ConfidentialTextFieldProps) {
  const { strictness, expects, onFindings, ...field } = props;
  const findings = useConfidentiality(props);
  return (
    <TextField
      {...field}
      footer={
        <>
          {findings}
          {field.footer}
        </>
      }
    />
  );
}
