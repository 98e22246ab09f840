import type { ReactNode } from 'react';

/** What a status asks of the reader. */
export type Tone =
  'neutral' | 'information' | 'positive' | 'warning' | 'negative';

/** A status as a word, with a colour that only repeats it. */
export function StatusBadge(props: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="hub-badge" data-tone={props.tone ?? 'neutral'}>
      {props.children}
    </span>
  );
}
