import type { ActionFormProps } from './ActionFormProps';
import { MessageForm } from './WordsForm';

/** Adds a note that only the Hub sees. */
export function NoteForm({ record, onClose }: ActionFormProps) {
  return (
    <MessageForm
      record={record}
      onClose={onClose}
      action="note"
      title="Add a note"
      lead="Only people of the Hub who may see this query read it; the asker does not."
      label="Note"
      submitLabel="Add the note"
      doneMessage="The note is added"
    />
  );
}
