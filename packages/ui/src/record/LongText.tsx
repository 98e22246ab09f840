/** What somebody wrote, with their line breaks, in lines that can be read. */
export function LongText(props: { children: string }) {
  return <div className="hub-text">{props.children}</div>;
}
