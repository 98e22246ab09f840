import { useEffect, useState } from 'react';
import { FieldWords } from './FieldFrame';
import { FieldLabelText } from './FieldLabelText';
import type { FieldProps } from './fieldTypes';
import { useField } from './useField';

interface Parts {
  day: string;
  month: string;
  year: string;
}

const PARTS = [
  { part: 'day', label: 'Day', length: 2 },
  { part: 'month', label: 'Month', length: 2 },
  { part: 'year', label: 'Year', length: 4 },
] as const;

function split(date: string): Parts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
}

/** A half-typed date stays as typed, so that the server can say what is amiss. */
function join({ day, month, year }: Parts): string {
  if (!day && !month && !year) return '';
  return [
    year.padStart(4, '0'),
    month.padStart(2, '0'),
    day.padStart(2, '0'),
  ].join('-');
}

/** A field for a date that people know by heart. */
export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, or empty. May name a day that does not exist. */
  value: string;
  onChange(value: string): void;
}

/** Day, month and year, typed: quicker and surer than a calendar to click. */
export function DateField(props: DateFieldProps) {
  const { label, hint, optional, value, onChange } = props;
  const { id, ids, error, control } = useField(props);
  const [parts, setParts] = useState(() => split(value));

  useEffect(() => {
    // Only a value from outside replaces what stands in the three boxes.
    setParts(current => (join(current) === value ? current : split(value)));
  }, [value]);

  const change = (part: keyof Parts, typed: string) => {
    const next = { ...parts, [part]: typed.replace(/\D/g, '') };
    setParts(next);
    onChange(join(next));
  };

  return (
    <fieldset
      id={id}
      className="hub-field"
      data-invalid={error ? true : undefined}
      disabled={props.disabled}
      aria-describedby={control['aria-describedby']}
    >
      <legend className="hub-label">
        <FieldLabelText label={label} optional={optional} />
      </legend>
      <FieldWords ids={ids} hint={hint} error={error} />
      <div className="hub-date">
        {PARTS.map(({ part, label: partLabel, length }) => (
          <div key={part}>
            <label htmlFor={`${id}-${part}`}>{partLabel}</label>
            <input
              id={`${id}-${part}`}
              className="hub-input"
              data-part={part}
              inputMode="numeric"
              autoComplete="off"
              maxLength={length}
              aria-invalid={error ? true : undefined}
              value={parts[part]}
              onChange={event => change(part, event.target.value)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
