import { Link } from 'react-router-dom';
import { Select } from '../forms/Select';

/** One view of a list. */
export interface ListView<V extends string> {
  value: V;
  label: string;
  href: string;
  /** "4", "100+"; nothing where it is not counted. */
  count?: string;
}

/**
 * The views of a list: links that can be opened in another tab or, where the
 * screen is narrow, one field. The style sheet shows one of the two.
 */
export function ViewLinks<V extends string>(props: {
  /** "Views of the queue". */
  label: string;
  views: readonly ListView<V>[];
  current: V;
  onChange(view: V): void;
}) {
  const { label, views, current, onChange } = props;
  if (views.length < 2) return null;
  return (
    <>
      <div className="hub-views-narrow">
        <Select
          name="view"
          label="Show"
          choices={views.map(({ value, label: name, count }) => ({
            value,
            label: [name, count].filter(Boolean).join(' '),
          }))}
          value={current}
          onChange={view => onChange(view || current)}
        />
      </div>
      <nav aria-label={label} className="hub-views-wide">
        <ul className="hub-views">
          {views.map(({ value, label: name, href, count }) => (
            <li key={value}>
              <Link
                className="hub-view"
                aria-current={value === current ? 'page' : undefined}
                to={href}
              >
                {name}
                {count && (
                  <>
                    {' '}
                    <span className="hub-view-count">{count}</span>
                  </>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
