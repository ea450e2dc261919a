import { FieldType, formattedValueToString, type DataFrame } from '@grafana/data';
import { SortOrder, type TooltipDisplayMode } from '@grafana/schema';
import {
  getFieldDisplayItems,
  getFieldDisplayLinks,
  isTooltipScrollable,
  VizTooltipContent,
  VizTooltipFooter,
  VizTooltipHeader,
  VizTooltipWrapper,
} from '@grafana/ui';

interface Props {
  frame: DataFrame;
  dataIdxs: Array<number | null>;
  seriesIdx: number | null;
  isPinned: boolean;
  mode: TooltipDisplayMode;
  sort?: SortOrder;
  maxHeight?: number;
}

/** Time, then one row per series under the cursor; pinned, with the links of the point. */
export function SeriesTooltip({ frame, dataIdxs, seriesIdx, isPinned, mode, sort = SortOrder.None, maxHeight }: Props) {
  const time = frame.fields[0];
  if (!time) {
    return null;
  }
  const row = dataIdxs[0] ?? 0;
  const shown = time.display ? formattedValueToString(time.display(time.values[row])) : String(time.values[row]);
  const items = getFieldDisplayItems(
    frame.fields,
    time,
    dataIdxs,
    seriesIdx,
    mode,
    sort,
    ({ type }) => type === FieldType.number
  );
  const field = seriesIdx == null ? undefined : frame.fields[seriesIdx];
  const point = seriesIdx == null ? null : (dataIdxs[seriesIdx] ?? null);
  const links = isPinned && field && point !== null ? getFieldDisplayLinks(field, point) : [];
  return (
    <VizTooltipWrapper>
      <VizTooltipHeader
        item={{ label: time.type === FieldType.time ? '' : time.name, value: shown }}
        isPinned={isPinned}
      />
      <VizTooltipContent
        items={items}
        isPinned={isPinned}
        scrollable={isTooltipScrollable({ mode, maxHeight })}
        maxHeight={maxHeight}
      />
      {links.length > 0 && <VizTooltipFooter dataLinks={links} />}
    </VizTooltipWrapper>
  );
}
