import { dateMath, rangeUtil, type TimeRange } from '@grafana/data';
import { SceneTimeRangeTransformerBase, sceneGraph, type SceneTimeRangeState } from '@grafana/scenes';
import type { PanelModel } from './model';

interface State extends SceneTimeRangeState {
  timeFrom?: string;
  timeShift?: string;
}

/** A panel's own "relative time" and "time shift", laid over the dashboard's range. */
export class PanelTimeRange extends SceneTimeRangeTransformerBase<State> {
  static of({ timeFrom, timeShift }: PanelModel): PanelTimeRange | undefined {
    return timeFrom || timeShift
      ? new PanelTimeRange({ ...emptyRange(), timeFrom: timeFrom ?? undefined, timeShift: timeShift ?? undefined })
      : undefined;
  }

  constructor(state: State) {
    super(state);
    this.addActivationHandler(() => this.apply(this.getAncestorTimeRange().state.value));
  }

  protected override ancestorTimeRangeChanged(range: SceneTimeRangeState): void {
    this.apply(range.value);
  }

  private apply(dashboard: TimeRange): void {
    const { timeFrom, timeShift } = this.state;
    let value = dashboard;
    if (timeFrom) {
      const relative = rangeUtil.describeTextRange(sceneGraph.interpolate(this, timeFrom));
      if (!relative.invalid) {
        value = rangeUtil.convertRawToRange({ from: relative.from, to: relative.to });
      }
    }
    if (timeShift) {
      const shift = `-${sceneGraph.interpolate(this, timeShift)}`;
      const from = dateMath.parseDateMath(shift, value.from, false) ?? value.from;
      const to = dateMath.parseDateMath(shift, value.to, true) ?? value.to;
      value = { from, to, raw: { from, to } };
    }
    this.setState({ value, from: String(value.raw.from), to: String(value.raw.to) });
  }
}

function emptyRange(): SceneTimeRangeState {
  return { from: 'now-6h', to: 'now', value: rangeUtil.convertRawToRange({ from: 'now-6h', to: 'now' }) };
}
