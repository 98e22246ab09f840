import type { Period } from '@imsa-hub/core';
import { Select, TextField, type Choice } from '@imsa-hub/ui';

const UNITS: readonly Choice<keyof Period>[] = [
  { value: 'days', label: 'days' },
  { value: 'workingDays', label: 'working days' },
  { value: 'weeks', label: 'weeks' },
  { value: 'months', label: 'months' },
  { value: 'years', label: 'years' },
  { value: 'hours', label: 'hours, in steps of 24' },
];

/** How long a limit runs: a number, and what it counts. */
export function PeriodField(props: {
  name: string;
  amount: string;
  unit: keyof Period;
  onChange(amount: string, unit: keyof Period): void;
}) {
  const { name, amount, unit, onChange } = props;
  return (
    <div className="deadlines-period">
      <TextField
        name={name}
        label="How long it runs"
        inputMode="numeric"
        size="short"
        maxLength={4}
        value={amount}
        onChange={typed => onChange(typed.replace(/\D/g, ''), unit)}
      />
      <Select
        name={`${name}.unit`}
        label="Counted in"
        choices={UNITS}
        value={unit}
        onChange={chosen => onChange(amount, chosen || unit)}
      />
    </div>
  );
}
