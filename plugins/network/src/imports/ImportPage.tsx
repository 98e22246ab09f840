import { Button } from '@backstage/ui';
import {
  DryRunResultSchema,
  ImportResultSchema,
  type DryRunImport,
  type ImportKind,
  type ImportRequest,
} from '@imsa-hub/network-common';
import {
  FormActions,
  HubForm,
  Notice,
  PageBody,
  RadioGroup,
  Section,
  SignInAgain,
  TextArea,
  useHubMutation,
  useKept,
} from '@imsa-hub/ui';
import { apiPaths, pagePaths } from '../shared/paths';
import { CsvFileField } from './CsvFileField';
import { ImportProblems } from './ImportProblems';

const KINDS = [
  { value: 'people', label: 'People, with their employments and roles' },
  { value: 'organisations', label: 'Organisations' },
] as const;

/** "1 row", "12 rows". */
function count(options: { of: number; one: string; many: string }): string {
  return options.of === 1
    ? `1 ${options.one}`
    : `${options.of} ${options.many}`;
}

/** Brings people or organisations in from a spreadsheet, checked first. */
export function ImportPage() {
  const [kind, setKind] = useKept<ImportKind>({
    key: 'import.kind',
    initial: 'people',
  });
  const [csv, setCsv] = useKept({ key: 'import.csv', initial: '' });
  const dryRun = useHubMutation({
    path: apiPaths.dryRun,
    body: (file: DryRunImport) => file,
    schema: DryRunResultSchema,
  });
  const runImport = useHubMutation({
    path: apiPaths.imports,
    body: (file: ImportRequest) => file,
    schema: ImportResultSchema,
    invalidates: [['network']],
  });

  const begin = () => {
    dryRun.reset();
    runImport.reset();
  };
  const change = (text: string) => {
    begin();
    setCsv(text);
  };
  const found = dryRun.data;
  const digest = found?.digest;
  const rows = count({ of: found?.rows ?? 0, one: 'row', many: 'rows' });

  return (
    <PageBody
      title="Import from CSV"
      back={{ href: pagePaths.people, label: 'Network register' }}
      lead="First everything is checked and nothing is stored. What is wrong is listed by row and column. Only a file without problems can be imported, all of it or none."
      width="reading"
    >
      <HubForm
        onSubmit={() => dryRun.mutate({ kind, csv })}
        problem={dryRun.error}
      >
        <RadioGroup
          name="kind"
          label="What is in the file"
          choices={KINDS}
          value={kind}
          onChange={chosen => {
            begin();
            setKind(chosen);
          }}
        />
        <CsvFileField onText={change} />
        <TextArea
          name="csv"
          label="Rows"
          hint="Paste them here, or choose a file above. The first row names the columns."
          rows={8}
          value={csv}
          onChange={change}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isPending={dryRun.isPending}
          >
            Check the file
          </Button>
        </FormActions>
      </HubForm>
      {found && !runImport.data && (
        <Section title="What the check found">
          {digest ? (
            <Notice
              announce
              tone="positive"
              title={`${rows}, no problems`}
              actions={
                <Button
                  variant="primary"
                  size="medium"
                  isPending={runImport.isPending}
                  onPress={() => runImport.mutate({ kind, csv, digest })}
                >
                  {`Import ${rows}`}
                </Button>
              }
            >
              <p>Nothing is stored yet.</p>
            </Notice>
          ) : (
            <ImportProblems problems={found.problems} />
          )}
        </Section>
      )}
      {runImport.error?.asksForSignIn && (
        <SignInAgain problem={runImport.error} />
      )}
      {runImport.error && !runImport.error.asksForSignIn && (
        <Notice announce tone="negative" title={runImport.error.detail}>
          <p>Nothing was stored. Check the file again.</p>
        </Notice>
      )}
      {runImport.data && (
        <Notice
          announce
          tone="positive"
          title={count({
            of: runImport.data.imported,
            one: 'record was made',
            many: 'records were made',
          })}
        />
      )}
    </PageBody>
  );
}
