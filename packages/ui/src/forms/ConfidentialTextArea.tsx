import { TextArea, type TextAreaProps } from './TextArea';
import {
  useConfidentiality,
  type ConfidentialityOptions,
} from './useConfidentiality';

/** A field for words about somebody's life. */
export interface ConfidentialTextAreaProps
  extends TextAreaProps, ConfidentialityOptions {}

/**
 * Several lines of text, checked as they are typed for what could identify a
 * survivor. The same check runs again on the server.
 */
export function ConfidentialTextArea(props: ConfidentialTextAreaProps) {
  const { strictness, expects, onFindings, ...field } = props;
  const findings = useConfidentiality(props);
  return (
    <TextArea
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
