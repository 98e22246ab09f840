import { Button } from '@backstage/ui';
import {
  FILE_STATE_NAMES,
  type EscalationRecord,
  type FileState,
  type FileSummary,
} from '@imsa-hub/escalations-common';
import {
  Marked,
  Moment,
  nameOf,
  Notice,
  Section,
  StatusBadge,
  useHubDownload,
  useOnce,
  type Tone,
} from '@imsa-hub/ui';
import '../documents/papers.css';
import { paperPaths } from '../documents/paperPaths';
import { fileKind, fileSize } from './fileWords';
import { UploadForm } from './UploadForm';

const TONES: Readonly<Record<FileState, Tone>> = {
  quarantine: 'information',
  clean: 'positive',
  'not-scanned': 'warning',
  refused: 'negative',
};

/** The files of a case: what was added, whether it is safe to open, and adding one. */
export function FilesSection(props: { record: EscalationRecord }) {
  const { record } = props;
  return (
    <Section
      title="Files"
      lead="Decision letters, reports, pictures of papers. They stay closed to everybody who may not see this case."
    >
      {record.files.length === 0 ? (
        <p className="hub-optional">No files yet.</p>
      ) : (
        <ul className="case-papers">
          {record.files.map(file => (
            <FileLine key={file.id} record={record} file={file} />
          ))}
        </ul>
      )}
      {record.allowedActions.includes('upload') && (
        <UploadForm record={record} />
      )}
    </Section>
  );
}

function FileLine(props: { record: EscalationRecord; file: FileSummary }) {
  const { record, file } = props;
  const download = useHubDownload();
  const once = useOnce();
  const canBeSaved = file.state === 'clean' || file.state === 'not-scanned';
  return (
    <li className="case-paper">
      <div className="case-paper-words">
        <strong dir="auto">{file.name}</strong>
        <Marked marks={file.marked} />
        <p className="hub-optional">
          {fileKind(file.type)}, {fileSize(file.size)}, added by{' '}
          {nameOf(file.by)}, <Moment at={file.at} />
        </p>
        <StatusBadge tone={TONES[file.state]}>
          {FILE_STATE_NAMES[file.state]}
        </StatusBadge>
        {file.state === 'not-scanned' && (
          <p className="hub-optional">Open it only if you know who sent it.</p>
        )}
        {download.error && (
          <Notice tone="negative" title="It could not be saved" announce>
            {download.error.detail}
          </Notice>
        )}
      </div>
      {canBeSaved && (
        <Button
          variant="secondary"
          size="medium"
          aria-label={`Save “${file.name}”`}
          isPending={download.isPending}
          onPress={() =>
            once(() =>
              download.mutateAsync(paperPaths.file(record.id, file.id)),
            )
          }
        >
          Save
        </Button>
      )}
    </li>
  );
}
