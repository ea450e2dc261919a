import { useState } from 'react';
import { applyFieldOverrides, getFrameDisplayName, type DataFrame } from '@grafana/data';
import { Combobox, Field, useTheme2 } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';

/** Frames as they came from the datasource, one at a time. */
export function InspectData({ frames }: { frames: DataFrame[] }) {
  const theme = useTheme2();
  const [index, setIndex] = useState(0);
  const shown = applyFieldOverrides({
    data: frames.slice(index, index + 1),
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (value) => value,
    theme,
  });
  const [frame] = shown;
  if (!frame) {
    return <p>No data</p>;
  }
  return (
    <>
      <Field label="Frame" noMargin>
        <Combobox
          options={frames.map((one, value) => ({
            value,
            label: `${getFrameDisplayName(one, value)} (${one.length} rows)`,
          }))}
          value={index}
          onChange={({ value }) => setIndex(value)}
        />
      </Field>
      <TableNG data={frame} width={640} height={560} enableVirtualization />
    </>
  );
}
