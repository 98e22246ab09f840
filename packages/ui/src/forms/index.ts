export { FormDialog, type FormDialogProps } from './FormDialog';
export type { Choice, FieldProps } from './fieldTypes';
export { ErrorSummary } from './ErrorSummary';
export { HubForm, type HubFormProps } from './HubForm';
export { FormActions } from './FormActions';
export { TextField, type TextFieldProps } from './TextField';
export { TextArea, type TextAreaProps } from './TextArea';
export { Select, type SelectProps } from './Select';
export { RadioGroup, type RadioGroupProps } from './RadioGroup';
export { CheckboxGroup, type CheckboxGroupProps } from './CheckboxGroup';
export { DateField, type DateFieldProps } from './DateField';
export {
  ConfidentialTextArea,
  type ConfidentialTextAreaProps,
} from './ConfidentialTextArea';
export {
  ConfidentialTextField,
  type ConfidentialTextFieldProps,
} from './ConfidentialTextField';
export { forgetDrafts, useDraft } from './useDraft';
export { arriveAs, keepForReturn, useKept, type Arrival } from './useKept';
export { useField } from './useField';
export { FieldWords } from './FieldFrame';
export { needed } from './needed';
export { checkRequest } from './checkRequest';
export { useCheck } from './useCheck';
export { ReasonField } from './ReasonField';
export { useLeaveWarning } from './useLeaveWarning';
export { FileField, type FileFieldProps } from './FileField';
