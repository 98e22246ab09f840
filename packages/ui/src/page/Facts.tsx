import { Fragment, type ReactNode } from 'react';

/** Name and value, side by side; beneath each other where it is narrow. */
export function Facts(props: {
  items: readonly { label: string; value: ReactNode }[];
}) {
  return (
    <dl className="hub-facts">
      {props.items.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
