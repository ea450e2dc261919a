import { useContext, useEffect, useState } from 'react';
import { EditorContext } from '../editor/EditorContext';
import type { Option } from './Option';
import type { Scope } from './scopeParams';

interface Loaded {
  of?: string;
  options: Option[];
  error?: string;
}

/** The options of a lookup within a scope; `arrived` once they are those of this lookup and scope. */
export function useOptions(route: string | undefined, scope: Scope = {}) {
  const { datasource } = useContext(EditorContext);
  const wanted = JSON.stringify([route, scope]);
  const [loaded, setLoaded] = useState<Loaded>({ options: [] });
  useEffect(() => {
    let left = false;
    const [name, within] = JSON.parse(wanted) as [string | null, Scope];
    if (!name) {
      return;
    }
    datasource.lookups.list(name, within).then(
      (options) => left || setLoaded({ of: wanted, options }),
      (error: { data?: { message?: string }; message?: string }) =>
        left || setLoaded({ options: [], error: error.data?.message ?? error.message ?? 'the options cannot be read' })
    );
    return () => {
      left = true;
    };
  }, [datasource, wanted]);
  return { options: loaded.options, error: loaded.error, arrived: loaded.of === wanted };
}
