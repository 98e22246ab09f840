import type { Marks } from '@imsa-hub/core';

/**
 * What the confidentiality guard marked in the text above, for whoever reads
 * it. Nothing where it marked nothing.
 */
export function Marked(props: {
  marks: Marks | undefined;
  /** What a reader is to do about it. */
  advice?: string;
}) {
  const { marks = [], advice = 'Do not copy it elsewhere.' } = props;
  if (marks.length === 0) return null;
  const list = marks
    .map(({ label, count }) => (count > 1 ? `${label} (${count})` : label))
    .join(', ');
  return (
    <p className="hub-optional">
      Could identify somebody: {list}. {advice}
    </p>
  );
}
