import {
  applySuggestions,
  checkConfidentiality,
  type Finding,
  type FindingKind,
} from '@imsa-hub/core';
import { useEffect, useState } from 'react';
import { FindingList } from './FindingList';

/** How a field treats what could identify somebody. */
export interface ConfidentialityOptions {
  /**
   * `refuse`: what identifies must go before it is sent (whatever is stored in
   * the clear). `mark`: it is pointed out and may stay (sealed records).
   * Default `mark`.
   */
  strictness?: 'refuse' | 'mark';
  /** Kinds that belong here, as a phone number does in a safe contact: said, not warned of. */
  expects?: readonly FindingKind[];
  /** Told what is found, so that a page can hold back its button. */
  onFindings?(findings: readonly Finding[]): void;
}

const PAUSE_MS = 400;

/** What stands beneath a field that is checked as it is typed. */
export function useConfidentiality(
  options: ConfidentialityOptions & {
    value: string;
    onChange(value: string): void;
  },
) {
  const { strictness = 'mark', expects, onFindings, value, onChange } = options;
  const [checked, setChecked] = useState({
    text: '',
    findings: [] as readonly Finding[],
  });

  useEffect(() => {
    const timer = setTimeout(() => {
      const findings = checkConfidentiality(value);
      // What is drawn stays where nothing was typed.
      setChecked(before =>
        before.text === value ? before : { text: value, findings },
      );
      onFindings?.(findings);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, onFindings]);

  return (
    <FindingList
      text={value}
      // Positions of an older text would point at the wrong words.
      findings={checked.text === value ? checked.findings : []}
      strictness={strictness}
      expects={expects}
      onReplace={chosen => onChange(applySuggestions(value, chosen))}
    />
  );
}
