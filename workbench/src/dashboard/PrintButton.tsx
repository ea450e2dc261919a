import { SceneObjectBase } from '@grafana/scenes';
import { ToolbarButton } from '@grafana/ui';
import { printSheet } from './print';

/** Prints the dashboard that it stands in. */
export class PrintButton extends SceneObjectBase {
  static Component = () => <ToolbarButton icon="file-alt" variant="canvas" tooltip="Print" onClick={printSheet} />;
}
