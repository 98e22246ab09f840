import { useMe } from '@imsa-hub/ui';

/** Before anything is typed: what can be found, as far as it is theirs. */
export function SearchHelp() {
  const { has } = useMe();
  return (
    <div id="search-help" className="search-hint">
      <p>Type two characters or more. You can look for:</p>
      <ul>
        {has('advice.use') && (
          <li>
            a query, by its reference or a part of it, its area, nation or
            status
          </li>
        )}
        {has('network.use') && (
          <>
            <li>somebody in the network, by name</li>
            <li>an organisation, by name or area</li>
          </>
        )}
        <li>a page of the console, such as “notifications”</li>
      </ul>
    </div>
  );
}
