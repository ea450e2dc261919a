import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';

/** Height of a panel in pixels below which the legend makes room. */
const leastHeight = 260;

/**
 * The legend of a plot as `VizLayout` takes it; `null` where there is none, or no room for it.
 *
 * @param choose is told the name of the stream whose label was clicked
 */
export function plotLegend(
  legend: VizLegendOptions,
  height: number,
  items: VizLegendItem[],
  choose: (stream: string) => void
) {
  return legend.showLegend && height >= leastHeight ? (
    <VizLayout.Legend placement={legend.placement} width={legend.width}>
      <VizLegend
        placement={legend.placement}
        displayMode={legend.displayMode === LegendDisplayMode.Hidden ? LegendDisplayMode.List : legend.displayMode}
        items={items}
        onLabelClick={({ data }) => {
          if (typeof data === 'string') {
            choose(data);
          }
        }}
      />
    </VizLayout.Legend>
  ) : null;
}
