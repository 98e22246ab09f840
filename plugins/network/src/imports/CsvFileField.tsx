import { useId, useState } from 'react';
import { LARGEST_CSV_BYTES } from '@imsa-hub/network-common';

/** Chooses a file and reads it here; it is sent only with the check. */
export function CsvFileField(props: { onText(text: string): void }) {
  const id = useId();
  const [error, setError] = useState<string>();

  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST_CSV_BYTES) {
      setError('Use a file of at most 1 MB; split a larger one');
      return;
    }
    setError(undefined);
    props.onText(await file.text());
  };

  return (
    <div className="hub-field" data-invalid={error ? true : undefined}>
      <label htmlFor={id} className="hub-label">
        CSV file
      </label>
      {error && (
        <p id={`${id}-error`} className="hub-field-error" role="alert">
          {error}
        </p>
      )}
      <input
        id={id}
        className="hub-input"
        type="file"
        accept=".csv,text/csv"
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={event => void read(event.target.files?.[0])}
      />
    </div>
  );
}
