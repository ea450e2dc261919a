import { useEffect, useState, type ComponentType } from 'react';
import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { datasourceSrv } from '../../host/datasourceSrv';

type Editor = ComponentType<DataSourcePluginOptionsEditorProps>;

/** The plugin's settings editor, or why there is none. */
export function ConfigEditor(props: {
  settings: DataSourceSettings;
  onChange: (settings: DataSourceSettings) => void;
}) {
  const { settings, onChange } = props;
  const [loaded, setLoaded] = useState<{ done?: boolean; editor?: Editor; error?: string }>({});
  useEffect(() => {
    datasourceSrv.get(settings.uid).then(
      ({ components }) => setLoaded({ done: true, editor: components?.ConfigEditor as Editor | undefined }),
      (error: Error) => setLoaded({ error: error.message })
    );
  }, [settings.uid]);

  if (loaded.error) {
    return <Alert title="The settings editor cannot be loaded">{loaded.error}</Alert>;
  }
  if (!loaded.done) {
    return <LoadingPlaceholder text="Loading…" />;
  }
  const Editor = loaded.editor;
  return Editor ? (
    <Editor options={settings} onOptionsChange={onChange} />
  ) : (
    <Alert severity="warning" title="This data source has no settings editor" />
  );
}
