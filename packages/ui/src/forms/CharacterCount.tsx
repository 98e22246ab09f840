import { useEffect, useState } from 'react';

const SAY_AFTER_MS = 1_000;

function countWords(options: { length: number; max: number }): string {
  const left = options.max - options.length;
  if (left < 0) return `${-left} characters too many`;
  return `${left} characters left`;
}

/**
 * How much room is left. Screen readers hear it once typing pauses and only
 * when little is left, so that it does not talk over the writer.
 */
export function CharacterCount(props: {
  id: string;
  length: number;
  max: number;
}) {
  const { id, length, max } = props;
  const words = countWords({ length, max });
  const [spoken, setSpoken] = useState('');
  const isNear = length > max * 0.9;

  useEffect(() => {
    const timer = setTimeout(
      () => setSpoken(isNear ? words : ''),
      SAY_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [isNear, words]);

  return (
    <>
      <p
        id={id}
        className="hub-count"
        data-over={length > max ? true : undefined}
      >
        {words}
      </p>
      <span className="hub-visually-hidden" role="status">
        {spoken}
      </span>
    </>
  );
}
