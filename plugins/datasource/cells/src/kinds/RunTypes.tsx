import { SomeOf } from '../editor/SomeOf';
import { useWords } from '../lookups/useWords';

/** Which runs count; none chosen means production. */
export function RunTypes({ values, onChange }: { values: string[] | undefined; onChange: (values: string[]) => void }) {
  const words = useWords('runTypes');
  return (
    <SomeOf
      label="Run types"
      placeholder="production"
      options={words && [...words, { value: 'all', label: 'all', description: 'masters, set-up and trial parts, too' }]}
      values={values}
      onChange={onChange}
    />
  );
}
