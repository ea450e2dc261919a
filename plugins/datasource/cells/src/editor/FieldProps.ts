import type { Option } from '../lookups/Option';
import type { Scope } from '../lookups/scopeParams';

/** A field of a sentence whose options come from a lookup of the backend or stand in the editor. */
export interface FieldProps {
  label: string;
  placeholder?: string;
  /** A lookup: stations, characteristics … */
  route?: string;
  scope?: Scope;
  /** Options that need no lookup. */
  options?: Option[];
  /** Keeps of the looked-up options those that fit. */
  only?: (option: Option) => boolean;
  /** Values outside the list are as good as those in it. */
  anything?: boolean;
  /** Without variables: for fields whose meaning must be fixed. */
  fixed?: boolean;
}
