/** A key, drawn as a key. */
export function KeyHint(props: { children: string }) {
  return <kbd className="hub-key">{props.children}</kbd>;
}
