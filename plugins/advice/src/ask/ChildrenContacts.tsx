import { ChildrenContactsSchema, type Contact } from '@imsa-hub/advice-common';
import type { Nation } from '@imsa-hub/core';
import { ErrorState, LoadingState, Notice, useHubQuery } from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';

function ContactList({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <ul className="hub-lines">
      {contacts.map(({ name, phone, hours, about }) => (
        <li key={name}>
          <div>
            <strong>{name}</strong>
            {phone && (
              <>
                {': '}
                <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
              </>
            )}
            {hours && <span className="hub-optional"> {hours}</span>}
            <p>{about}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Whom to turn to where somebody is, or may be, under 18. */
export function ChildrenContacts(props: {
  /** Where the child is; nothing where that was not said yet. */
  nation: Nation | undefined;
  /** Not only perhaps: the question ends here. */
  isChild: boolean;
}) {
  const { nation, isChild } = props;
  const contacts = useHubQuery({
    key: keys.children,
    path: apiPaths.children,
    schema: ChildrenContactsSchema,
  });
  const there = nation && contacts.data?.nations[nation];
  return (
    <Notice
      tone="warning"
      title={
        isChild
          ? 'We do not take questions about children: these people help'
          : 'If there is reason to think that the person is under 18'
      }
      announce
    >
      <p>
        <strong>In danger now? Call 999.</strong> {there?.first}
      </p>
      <p>
        {isChild
          ? 'Nothing of this is sent or kept. Pass on who to turn to.'
          : 'They should be treated as a child until their age has been settled, and these are the people to turn to. If they are an adult, or treated as one and that is the question, go on.'}
      </p>
      {contacts.error && (
        <ErrorState
          error={contacts.error}
          title="We could not load who to turn to"
          onRetry={() => void contacts.refetch()}
        />
      )}
      {!contacts.data && !contacts.error && (
        <LoadingState what="who to turn to" lines={3} />
      )}
      {contacts.data && !nation && (
        <p>Choose the nation above to see whose duty it is there.</p>
      )}
      {there && (
        <>
          <h3 className="advice-subtitle">Whose duty it is to help</h3>
          <ContactList contacts={there.contacts} />
        </>
      )}
      {contacts.data && (
        <>
          <h3 className="advice-subtitle">
            From anywhere in the United Kingdom
          </h3>
          <ContactList contacts={contacts.data.everywhere} />
        </>
      )}
    </Notice>
  );
}
