import { Button } from '@backstage/ui';
import type { SubjectAnswer } from '@imsa-hub/network-common';
import { Notice } from '@imsa-hub/ui';
import { saveFile } from './saveFile';

/** An export that is ready: to be read, and to be read by programs. */
export function ExportFiles(props: { answer: SubjectAnswer }) {
  const { record, html } = props.answer;
  // No name in the names of files: they stay in lists of downloads.
  const name = `held-${record.person.id.slice(-6)}-${record.madeAt.slice(0, 10)}`;
  return (
    <Notice
      announce
      tone="positive"
      title="The export is ready"
      actions={
        <>
          <Button
            variant="primary"
            size="medium"
            onPress={() =>
              saveFile({
                name: `${name}.html`,
                type: 'text/html',
                text: html,
              })
            }
          >
            Save to read
          </Button>
          <Button
            variant="secondary"
            size="medium"
            onPress={() =>
              saveFile({
                name: `${name}.json`,
                type: 'application/json',
                text: JSON.stringify(record, undefined, 2),
              })
            }
          >
            Save as data (JSON)
          </Button>
        </>
      }
    >
      <p>
        The files can hold what should not be seen by others. Keep them where
        only the right people look, and delete them when they are not needed any
        more.
      </p>
    </Notice>
  );
}
