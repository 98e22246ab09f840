import { useEffect, useState } from 'react';
import {
  applySuggestions,
  checkConfidentiality,
  type Finding,
} from '@imsa-hub/core';
import { FindingList } from './FindingList';
import { TextArea, type TextAreaProps } from './TextArea';

/** A field for words about somebody's life. */
export interface ConfidentialTextAreaProps extends TextAreaProps {
  /**
   * `refuse`: what identifies must go before it is sent (forum, library).
   * `mark`: it is pointed out and may stay (sealed records). Default `mark`.
   */
  strictness?: 'refuse' | 'mark';
  /** Told what is found, so that a page can hold back its button. */
  onFindings?(findings: readonly Finding[]): void;
}

const PAUSE_MS = 400;

/**
 * Several lines of text, checked as they are typed for what could identify a
 * survivor. The same check runs again on the server.
 */
export function ConfidentialTextArea(props: ConfidentialTextAreaProps) {
  const { strictness = 'mark', onFindings, ...field } = props;
  const { value, onChange } = field;
  const [checked, setChecked] = useState({
    text: '',
    findings: [] as readonly Finding[],
  });

  useEffect(() => {
    const timer = setTimeout(() => {
      const findings = checkConfidentiality(value);
      setChecked({ text: value, findings });
      onFindings?.(findings);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, onFindings]);

  // Positions of an older text would point at the wrong words.
  const findings = checked.text === value ? checked.findings : [];

  return (
    <TextArea
      {...field}
      footer={
        <>
          <FindingList
            text={value}
            findings={findings}
            strictness={strictness}
            onReplace={chosen => onChange(applySuggestions(value, chosen))}
          />
          {field.footer}
        </>
      }
    />
  );
}
