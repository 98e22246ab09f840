import { FieldWords } from './FieldFrame';
import { FieldLabelText } from './FieldLabelText';
import type { FieldProps } from './fieldTypes';
import { useField } from './useField';

/** A field for one file. */
export interface FileFieldProps extends FieldProps {
  /** Told of what was chosen; nothing where the choice was taken back. */
  onChoose(file: File | undefined): void;
  /** Kinds to offer first: `.pdf,.docx`. What is taken is for the backend to say. */
  accept?: string;
}

/**
 * One file from this machine. The browser's own control: it works by keyboard,
 * and on a phone it offers the camera.
 */
export function FileField(props: FileFieldProps) {
  const { label, hint, optional, accept, onChoose } = props;
  const { id, ids, error, control } = useField(props);
  return (
    <div className="hub-field" data-invalid={error ? true : undefined}>
      <label htmlFor={id} className="hub-label">
        <FieldLabelText label={label} optional={optional} />
      </label>
      <FieldWords ids={ids} hint={hint} error={error} />
      <input
        {...control}
        className="hub-input hub-file"
        type="file"
        accept={accept}
        onChange={event => onChoose(event.target.files?.[0])}
      />
    </div>
  );
}
