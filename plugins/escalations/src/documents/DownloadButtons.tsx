import { Button } from '@backstage/ui';
import {
  DOCUMENT_FORMAT_NAMES,
  type DocumentFormat,
} from '@imsa-hub/escalations-common';
import { Notice, useHubDownload, useOnce } from '@imsa-hub/ui';
import { paperPaths } from './paperPaths';

/** Saves a document in one of its forms. Each download is recorded. */
export function DownloadButtons(props: {
  caseId: string;
  documentId: string;
  title: string;
  /** The newest where none is named. */
  version?: number;
  formats: readonly DocumentFormat[];
}) {
  const { caseId, documentId, title, version, formats } = props;
  const download = useHubDownload();
  const once = useOnce();
  return (
    <div className="hub-stack">
      <div className="hub-row">
        {formats.map(format => {
          const path = paperPaths.download({
            caseId,
            documentId,
            format,
            version,
          });
          return (
            <Button
              key={format}
              variant="secondary"
              size="medium"
              aria-label={`Save “${title}” as ${DOCUMENT_FORMAT_NAMES[format]}`}
              isPending={download.isPending && download.variables === path}
              onPress={() => once(() => download.mutateAsync(path), format)}
            >
              {DOCUMENT_FORMAT_NAMES[format]}
            </Button>
          );
        })}
      </div>
      {download.error && (
        <Notice tone="negative" title="It could not be saved" announce>
          {download.error.detail}
        </Notice>
      )}
    </div>
  );
}
