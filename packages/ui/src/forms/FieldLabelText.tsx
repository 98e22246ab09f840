/** The words of a label, with "(optional)" where nothing need be given. */
export function FieldLabelText(props: { label: string; optional?: boolean }) {
  return (
    <>
      {props.label}
      {props.optional && <span className="hub-optional"> (optional)</span>}
    </>
  );
}
