import { useState } from 'react';
import { Button } from '@backstage/ui';
import { TemplateSchema, type Template } from '@imsa-hub/advice-common';
import {
  ConfirmDialog,
  Section,
  useHubMutation,
  useOnce,
  useToast,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';

/** Takes a template out of use, or back into it. */
export function RetireTemplate({ template }: { template: Template }) {
  const [isAsking, setIsAsking] = useState(false);
  const toast = useToast();
  const once = useOnce();
  const { retired, title } = template;
  const change = useHubMutation({
    method: 'PUT',
    path: apiPaths.template(template.id),
    schema: TemplateSchema,
    body: () => ({
      title,
      body: template.body,
      nations: template.nations,
      areas: template.areas,
      kind: template.kind,
      version: template.version,
      retired: !retired,
    }),
    invalidates: [keys.templates],
    onSuccess: saved => {
      setIsAsking(false);
      toast({
        message: saved.retired
          ? `“${saved.title}” is retired`
          : `“${saved.title}” is in use again`,
      });
    },
  });
  return (
    <Section
      title={retired ? 'This template is retired' : 'Retire it'}
      lead={
        retired
          ? 'It is no longer offered. Replies that began from it keep their words.'
          : 'It is then no longer offered. It can be taken back into use.'
      }
    >
      <div className="hub-row">
        <Button
          variant="secondary"
          size="medium"
          onPress={() => setIsAsking(true)}
        >
          {retired ? 'Take it back into use' : 'Retire the template'}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={retired ? `Use “${title}” again?` : `Retire “${title}”?`}
        confirmLabel={retired ? 'Use it again' : 'Retire it'}
        isPending={change.isPending}
        problem={change.error}
        onConfirm={() => once(() => change.mutateAsync(undefined))}
        onClose={() => setIsAsking(false)}
      >
        {retired
          ? 'Advisers are offered it again.'
          : 'Advisers are no longer offered it. Nothing that was sent changes.'}
      </ConfirmDialog>
    </Section>
  );
}
