import { Switch } from '@backstage/ui';
import {
  NOTICES_TOPIC,
  PreferencesSchema,
  type Preferences,
} from '@imsa-hub/notifications-common';
import {
  QueryBoundary,
  Section,
  useHubMutation,
  useHubQuery,
  useToast,
} from '@imsa-hub/ui';

const PATH = 'plugin://notifications/preferences';
const KEY = [NOTICES_TOPIC, 'preferences'];

/** Whether a mail says that something is waiting. */
export function MailPreference() {
  const toast = useToast();
  const preferences = useHubQuery({
    key: KEY,
    path: PATH,
    schema: PreferencesSchema,
  });
  const save = useHubMutation({
    method: 'PUT',
    path: PATH,
    body: (wanted: Preferences) => wanted,
    schema: PreferencesSchema,
    invalidates: [KEY],
    onSuccess: ({ mail }) =>
      toast({
        message: mail
          ? 'You will get a mail when something waits'
          : 'You will get no more mails',
      }),
  });
  return (
    <Section
      title="By mail"
      lead="A mail holds a link and nothing else: no names, no case."
    >
      <QueryBoundary query={preferences} what="your choice">
        {({ mail }) => (
          <Switch
            className="hub-switch"
            label="Send me a mail when something new waits"
            isSelected={save.isPending ? save.variables.mail : mail}
            onChange={wanted => save.mutate({ mail: wanted })}
          />
        )}
      </QueryBoundary>
    </Section>
  );
}
