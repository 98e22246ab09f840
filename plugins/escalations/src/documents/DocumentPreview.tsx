import {
  readDocument,
  type DocumentBlock,
  type DocumentLine,
} from '@imsa-hub/core';

/**
 * A document as it will look: drawn from the same reading of the text as the
 * files are. Its title is a heading beneath those of the page.
 */
export function DocumentPreview(props: {
  title: string;
  body: string;
  footer: string;
}) {
  const { title, blocks, footer } = readDocument(props);
  return (
    <article className="case-preview" aria-label="How it will look">
      <h3 dir="auto">{title || 'No title yet'}</h3>
      {blocks.map((block, index) => (
        // Blocks have no names of their own, and are drawn anew as one types.
        <Block key={index} block={block} />
      ))}
      <p className="case-preview-foot">{footer}</p>
    </article>
  );
}

function Block(props: { block: DocumentBlock }) {
  const { block } = props;
  if (block.kind === 'heading') {
    const Heading = block.level === 2 ? 'h4' : 'h5';
    return <Heading dir="auto">{block.text}</Heading>;
  }
  if (block.kind === 'paragraph') {
    return (
      <p dir="auto">
        {block.lines.map((line, index) => (
          <span key={index}>
            {index > 0 && <br />}
            <Line line={line} />
          </span>
        ))}
      </p>
    );
  }
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((item, index) => (
        <li key={index} dir="auto">
          <Line line={item} />
        </li>
      ))}
    </List>
  );
}

function Line(props: { line: DocumentLine }) {
  return (
    <>
      {props.line.map((run, index) =>
        run.toAdapt ? (
          <mark key={index}>{run.text}</mark>
        ) : (
          <span key={index}>{run.text}</span>
        ),
      )}
    </>
  );
}
