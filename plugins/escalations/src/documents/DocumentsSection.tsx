import { ButtonLink, Link } from '@backstage/ui';
import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { Marked, Moment, nameOf, Section } from '@imsa-hub/ui';
import './papers.css';
import { documentPages } from './paperPaths';

/** The documents of a case, each in its newest version. */
export function DocumentsSection(props: { record: EscalationRecord }) {
  const { record } = props;
  const mayWrite = record.allowedActions.includes('write-document');
  return (
    <Section
      title="Documents"
      lead="Letters and requests, begun from a template and kept in every version. Open one to read or save it."
      actions={
        mayWrite && (
          <ButtonLink
            variant="secondary"
            size="medium"
            href={documentPages.choose(record.id)}
          >
            Write a document
          </ButtonLink>
        )
      }
    >
      {record.documents.length === 0 ? (
        <p className="hub-optional">
          {mayWrite
            ? 'None yet. A template saves you the form; the words stay yours.'
            : 'None yet.'}
        </p>
      ) : (
        <ul className="case-papers">
          {record.documents.map(document => (
            <li key={document.id} className="case-paper">
              <div className="case-paper-words">
                <Link href={documentPages.read(record.id, document.id)}>
                  {document.title}
                </Link>
                <p className="hub-optional">
                  Version {document.version}, by {nameOf(document.by)},{' '}
                  <Moment at={document.at} />
                </p>
                <Marked marks={document.marked} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
