import { useContext, useState } from 'react';
import { Combobox, type ComboboxOption } from '@grafana/ui';
import { EditorContext } from '../../editor/EditorContext';
import { Slot } from '../../editor/Slot';

interface Props {
  value: string | undefined;
  onChange: (cellId: string) => void;
}

/** A cell's ID: typed, scanned, a variable, or found by its beginning. */
export function CellSearchField({ value, onChange }: Props) {
  const { datasource } = useContext(EditorContext);
  const [note, setNote] = useState<string>();
  const search = async (typed: string): Promise<ComboboxOption[]> => {
    const prefix = typed.trim();
    const variables = datasource.variableNames().map((name) => ({ value: `$${name}`, label: `$${name}` }));
    if (!prefix || prefix.startsWith('$')) {
      setNote(undefined);
      return variables.filter((one) => one.value.startsWith(prefix));
    }
    const { cells, message } = await datasource.lookups.searchCells(prefix);
    setNote(message);
    return cells.map((cell) => ({ value: cell.value, label: cell.value }));
  };
  return (
    <>
      <Slot label="Cell ID">
        {(id) => (
          <Combobox
            aria-labelledby={id}
            width={40}
            placeholder="ID or the beginning of one"
            createCustomValue
            customValueDescription="Take this ID as it is"
            noOptionsMessage="Type an ID, or its beginning for cells of the last 24 hours"
            prefixIcon="search"
            options={search}
            value={value ? { value, label: value } : null}
            onChange={(choice) => onChange(choice.value.trim())}
          />
        )}
      </Slot>
      {note}
    </>
  );
}
