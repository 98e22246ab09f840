/** Our own sign, an open doorway. It is not the mark of the IMSA framework. */
export function Mark(props: { size?: number }) {
  const { size = 32 } = props;
  return (
    <svg
      className="hub-mark"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" className="hub-mark-ground" />
      <path d="M9 24V14a7 7 0 0 1 14 0v10" className="hub-mark-door" />
      <path d="M16 15.5V24" className="hub-mark-light" />
    </svg>
  );
}
