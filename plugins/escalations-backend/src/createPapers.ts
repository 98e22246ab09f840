import {
  readCatalogFolder,
  readFileSettings,
  type FileSettings,
} from '@imsa-hub/core-node';
import { createCaseTemplates } from './documents/createCaseTemplates';
import { DocumentReading } from './documents/DocumentReading';
import { DocumentService } from './documents/DocumentService';
import { loadCaseTemplates } from './documents/loadCaseTemplates';
import { TemplateFilling } from './documents/TemplateFilling';
import type { EscalationContext } from './EscalationContext';
import type { EscalationChanges } from './escalations/EscalationChanges';
import type { EscalationPresenter } from './escalations/EscalationPresenter';
import type { EscalationReading } from './escalations/EscalationReading';
import { FileReading } from './files/FileReading';
import { FileUpload } from './files/FileUpload';

/** The use cases of documents and files. */
export interface PaperServices {
  filling: TemplateFilling;
  documents: DocumentService;
  documentReading: DocumentReading;
  upload: FileUpload;
  files: FileReading;
  fileSettings: FileSettings;
}

/** Documents and files of complex cases. @throws Error for a broken template */
export function createPapers(options: {
  context: EscalationContext;
  changes: EscalationChanges;
  reading: EscalationReading;
  presenter: EscalationPresenter;
}): PaperServices {
  const { context, changes, reading, presenter } = options;
  const { config } = context.hub;
  const templates = createCaseTemplates({
    builtIn: loadCaseTemplates(readCatalogFolder(config)),
    types: context.types,
  });
  const documentReading = new DocumentReading(context, reading, presenter);
  const fileSettings = readFileSettings(config);
  const files = new FileReading(context, reading, presenter);
  return {
    filling: new TemplateFilling(context, reading, presenter, templates),
    documents: new DocumentService(changes, documentReading, templates),
    documentReading,
    upload: new FileUpload({
      context,
      changes,
      reading,
      presenter,
      files,
      settings: fileSettings,
    }),
    files,
    fileSettings,
  };
}
