import { ButtonLink, Link } from '@backstage/ui';
import type {
  DocumentVersion,
  EscalationRecord,
} from '@imsa-hub/escalations-common';
import { Moment, Notice, Section } from '@imsa-hub/ui';
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
          lead="The PDF is to be sent, the Word file to be worked on. Each download is recorded."
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
          <DownloadButtons
            caseId={record.id}
            documentId={document.id}
            title={document.title}
            version={document.version}
            formats={['pdf', 'docx', 'html', 'text']}
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
                , by {by.name}, <Moment at={at} />
              </li>
            ))}
          </ol>
          <details>
            <summary>How to tell that nobody changed it</summary>
            <p>The web page of this version has the SHA-256</p>
            <p className="case-hash">{document.hash}</p>
          </details>
        </Section>
      </div>
    </div>
  );
}
