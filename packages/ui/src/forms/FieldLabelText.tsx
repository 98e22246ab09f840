/** The words of a label, with "(optional)" where nothing need be given. */
export function FieldLabelText(props: { label: string; optional?: boolean }) {
  if (!props.optional) return <>{props.label}</>;
  return (
    <>
      {props.label} <span className="hub-optional">(optional)</span>
    </>
  );
}
