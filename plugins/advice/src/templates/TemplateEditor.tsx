import { useState } from 'react';
import { TemplateSchema, type Template } from '@imsa-hub/advice-common';
import { useDraft, useHubMutation, useOnce, useToast } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';
import { FieldHelp } from './FieldHelp';
import { RetireTemplate } from './RetireTemplate';
import { TemplateForm } from './TemplateForm';
import { TemplatePreview } from './TemplatePreview';
import { templateDraftOf, type TemplateDraft } from './templateDraft';
import { TemplateVersions } from './TemplateVersions';

/** Writes a template, with what it can name and how it will look. */
export function TemplateEditor(props: {
  /** The one to change, or to begin a new one from. */
  template: Template | undefined;
  isNew: boolean;
  fields: readonly { name: string; means: string }[];
}) {
  const { template, isNew, fields } = props;
  const toast = useToast();
  const navigate = useNavigate();
  const initial = templateDraftOf({ template, isNew });
  const [draft, setDraft, clear] = useDraft<TemplateDraft>({
    key: `advice.template.${isNew ? 'new' : template?.id}`,
    initial,
  });
  // The version on which the writing began; a newer one is a conflict.
  const [version, setVersion] = useState(template?.version ?? 0);
  const save = useHubMutation({
    method: isNew ? 'POST' : 'PUT',
    path:
      isNew || !template ? apiPaths.templates : apiPaths.template(template.id),
    schema: TemplateSchema,
    body: (input: object) => input,
    invalidates: [keys.templates],
    onSuccess: saved => {
      clear();
      setVersion(saved.version);
      toast({
        message: `“${saved.title}” is saved as version ${saved.version}`,
      });
      if (isNew) navigate(pagePaths.template(saved.id));
    },
  });
  const once = useOnce();
  const send = (withVersion: number) =>
    once(() =>
      save.mutateAsync(
        isNew
          ? draft
          : {
              ...draft,
              version: withVersion,
              retired: template?.retired ?? false,
            },
      ),
    );

  return (
    <div className="hub-split">
      <div className="hub-stack">
        <TemplateForm
          draft={draft}
          onChange={setDraft}
          onSave={() => send(version)}
          isPending={save.isPending}
          problem={save.error}
          onKeepMine={newer => {
            setVersion(newer.version);
            send(newer.version);
          }}
          onTakeNewer={newer => {
            save.reset();
            setVersion(newer.version);
            setDraft(templateDraftOf({ template: newer, isNew: false }));
          }}
        />
      </div>
      <div className="hub-stack">
        <TemplatePreview body={draft.body} />
        <FieldHelp fields={fields} />
        {!isNew && template && (
          <>
            <TemplateVersions
              template={template}
              onUse={body => setDraft({ ...draft, body })}
            />
            <RetireTemplate template={template} />
          </>
        )}
      </div>
    </div>
  );
}
