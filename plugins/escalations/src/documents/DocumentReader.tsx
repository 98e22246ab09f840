import { ButtonLink, Link } from '@backstage/ui';
import { placesToAdapt } from '@imsa-hub/core';
import type {
  DocumentVersion,
  EscalationRecord,
} from '@imsa-hub/escalations-common';
import { Moment, nameOf, Notice, Section } from '@imsa-hub/ui';
import { DocumentPreview } from './DocumentPreview';
import { DownloadButtons } from './DownloadButtons';
import { documentPages } from './paperPaths';
import { ToAdaptNotice } from './ToAdaptNotice';

/** One version of a document, to read and to take along. */
export function DocumentReader(props: {
  record: EscalationRecord;
  document: DocumentVersion;
}) {
  const { record, document } = props;
  const isOld = document.version < document.newest;
  const open = placesToAdapt(document.body).length;
  const mayWrite = record.allowedActions.includes('write-document');
  return (
    <div className="hub-split">
      <div className="hub-stack">
        {isOld && (
          <Notice
            tone="warning"
            title={`This is version ${document.version} of ${document.newest}`}
            actions={
              <ButtonLink
                variant="secondary"
                size="medium"
                href={documentPages.read(record.id, document.id)}
              >
                Go to the newest version
              </ButtonLink>
            }
          />
        )}
        <Section title="As it looks">
          <ToAdaptNotice body={document.body} />
          <DocumentPreview
            title={document.title}
            body={document.body}
            footer={document.footer}
          />
        </Section>
      </div>
      <div className="hub-stack">
        <Section
          title="Save it"
          lead="The Word file is the one to complete outside the Hub, with names and numbers, and to send. The PDF is a copy for reading. Each download is recorded."
          actions={
            mayWrite &&
            !isOld && (
              <ButtonLink
                variant="primary"
                size="medium"
                href={documentPages.edit(record.id, document.id)}
              >
                Edit it
              </ButtonLink>
            )
          }
        >
          {open > 0 && (
            <p>
              {open === 1
                ? 'One place is still to be adapted'
                : `${open} places are still to be adapted`}
              : what you save is marked as a draft.
            </p>
          )}
          <DownloadButtons
            caseId={record.id}
            documentId={document.id}
            title={document.title}
            version={document.version}
            formats={['docx', 'pdf', 'html', 'text']}
          />
        </Section>
        <Section title="Versions">
          <ol className="case-versions" reversed>
            {document.versions.map(({ version, at, by }) => (
              <li
                key={version}
                aria-current={version === document.version || undefined}
              >
                <Link
                  href={documentPages.version(record.id, document.id, version)}
                >
                  Version {version}
                </Link>
                , by {nameOf(by)}, <Moment at={at} />
              </li>
            ))}
          </ol>
          <details>
            <summary>How to tell that nobody changed it</summary>
            <p>
              Whoever checks files for you can compare this number (the SHA-256)
              with that of the web page of this version:
            </p>
            <p className="case-hash">{document.hash}</p>
          </details>
        </Section>
      </div>
    </div>
  );
}
