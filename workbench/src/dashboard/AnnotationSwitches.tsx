import { css } from '@emotion/css';
import {
  ControlsLabel,
  SceneObjectBase,
  type SceneComponentProps,
  type SceneDataLayerProvider,
  type SceneDataLayerSet,
  type SceneObjectRef,
  type SceneObjectState,
} from '@grafana/scenes';

interface State extends SceneObjectState {
  layers: SceneObjectRef<SceneDataLayerSet>;
}

/** One switch per annotation query, under its own name, as Grafana shows them. */
export class AnnotationSwitches extends SceneObjectBase<State> {
  static Component = AnnotationSwitchesView;
}

function AnnotationSwitchesView({ model }: SceneComponentProps<AnnotationSwitches>) {
  const { layers } = model.state.layers.resolve().useState();
  return (
    <>
      {layers.map((layer) => (
        <AnnotationSwitch key={layer.state.key} layer={layer} />
      ))}
    </>
  );
}

function AnnotationSwitch({ layer }: { layer: SceneDataLayerProvider }) {
  const { name, isHidden, data } = layer.useState();
  return isHidden ? null : (
    <div className={css({ display: 'flex' })}>
      <ControlsLabel label={name} htmlFor={`data-layer-${layer.state.key}`} error={data?.errors?.[0]?.message} />
      <layer.Component model={layer} />
    </div>
  );
}
