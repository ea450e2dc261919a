import { useEffect, useState } from 'react';
import { Alert } from '@grafana/ui';
import { withAddressMoved } from './address';
import type { SettingsProps } from './SettingsProps';

/** Moves the address of settings of earlier versions out of `url`, and says so until they are saved. */
export function MovedAddress({ options, onOptionsChange }: SettingsProps) {
  const { url, readOnly } = options;
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    if (url && !readOnly) {
      setMoved(true);
      onOptionsChange(withAddressMoved(options));
    }
  }, [url, readOnly, options, onOptionsChange]);
  if (readOnly && url) {
    return (
      <Alert severity="error" title="The address of InfluxDB stands where every Viewer can reach it">
        In the provisioning file move <code>url</code> to <code>jsonData.servers: [{'{url: …}'}]</code>. Until then this
        data source answers nothing.
      </Alert>
    );
  }
  return moved ? (
    <Alert severity="warning" title="The address of InfluxDB was moved: save these settings">
      It stood in <code>url</code>, whose every path Grafana hands on for whoever may see a dashboard. Until it is saved
      in its new place, this data source answers nothing.
    </Alert>
  ) : null;
}
