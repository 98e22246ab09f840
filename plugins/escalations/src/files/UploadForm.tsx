import { useState } from 'react';
import { Button } from '@backstage/ui';
import { markedIn, newId } from '@imsa-hub/core';
import {
  FileSummarySchema,
  type EscalationRecord,
  type FileSummary,
} from '@imsa-hub/escalations-common';
import {
  FileField,
  FormActions,
  HubForm,
  Marked,
  useCheck,
  useHubUpload,
  useOnce,
  useToast,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { paperPaths } from '../documents/paperPaths';

const KINDS = '.pdf,.docx,.odt,.txt,.png,.jpg,.jpeg,.heic';

interface Chosen {
  file: File;
  /** Goes with this file, however often the button is pressed. */
  requestKey: string;
}

/** Adds one file to a case. */
export function UploadForm(props: { record: EscalationRecord }) {
  const { record } = props;
  const toast = useToast();
  const once = useOnce();
  const [chosen, setChosen] = useState<Chosen>();
  // A browser empties its control only by drawing another one.
  const [round, setRound] = useState(0);
  const upload = useHubUpload({
    schema: FileSummarySchema,
    invalidates: [keys.case(record.id)],
    onSuccess(file) {
      setChosen(undefined);
      setRound(round + 1);
      toast(outcome(file));
    },
  });
  const { errors, checkNow } = useCheck(() =>
    chosen ? [] : [{ field: 'file', message: 'Choose a file' }],
  );
  const submit = () => {
    if (checkNow() || !chosen || upload.isPending) return;
    const { file, requestKey } = chosen;
    const path = paperPaths.upload(record.id, requestKey);
    once(() => upload.mutateAsync({ path, file }));
  };
  return (
    <HubForm
      label="Add a file"
      onSubmit={submit}
      errors={errors}
      problem={upload.error}
    >
      <FileField
        key={round}
        name="file"
        label="File to add"
        hint="PDF, Word (docx), OpenDocument text, plain text, or a PNG, JPEG or HEIC picture. Where a picture was taken is taken out of it."
        accept={KINDS}
        onChoose={file => {
          upload.reset();
          setChosen(file && { file, requestKey: newId() });
        }}
      />
      <Marked
        marks={chosen && markedIn(chosen.file.name)}
        advice="That is the name of the file. Give it another name first, unless it is needed."
      />
      <FormActions>
        <Button
          type="submit"
          variant="secondary"
          size="medium"
          isPending={upload.isPending}
        >
          Add the file
        </Button>
      </FormActions>
    </HubForm>
  );
}

function outcome(file: FileSummary) {
  if (file.state === 'refused') {
    return {
      tone: 'negative' as const,
      message: `“${file.name}” was destroyed: something harmful was found in it`,
    };
  }
  return { message: `“${file.name}” was added` };
}
