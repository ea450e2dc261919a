import {
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  VizOrientation,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  type PanelProps,
  type ReduceDataOptions,
} from '@grafana/data';
import {
  BigValue,
  BigValueGraphMode,
  BigValueTextMode,
  DataLinksContextMenu,
  useTheme2,
  VizRepeater,
  type BigValueColorMode,
  type BigValueJustifyMode,
  type VizRepeaterRenderValueProps,
} from '@grafana/ui';

export interface StatOptions {
  reduceOptions: ReduceDataOptions;
  orientation: VizOrientation;
  textMode: BigValueTextMode;
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  justifyMode: BigValueJustifyMode;
  wideLayout: boolean;
  text?: { titleSize?: number; valueSize?: number };
}

type Value = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

/** One big number per series or row, coloured by thresholds, with its run behind it. */
export function StatPanel(props: PanelProps<StatOptions>) {
  const { options, data, fieldConfig, replaceVariables, timeZone, width, height, renderCounter } = props;
  const theme = useTheme2();

  const getValues = () => {
    const values = getFieldDisplayValues({
      fieldConfig,
      reduceOptions: options.reduceOptions,
      replaceVariables,
      theme,
      data: data.series,
      sparkline: options.graphMode !== BigValueGraphMode.None,
      timeZone,
    });
    return values.map((value) =>
      value.sparkline ? { ...value, sparkline: { ...value.sparkline, timeRange: data.timeRange } } : value
    );
  };

  const renderValue = ({ value, alignmentFactors, width, height, count }: Value) => {
    const { hasLinks, getLinks, display, sparkline, colIndex } = value;
    const show = (menu?: { openMenu?: React.MouseEventHandler<HTMLElement>; targetClassName?: string }) => (
      <BigValue
        value={display}
        count={count}
        sparkline={sparkline}
        colorMode={options.colorMode}
        graphMode={options.graphMode}
        justifyMode={options.justifyMode}
        textMode={nameShown(options.textMode, count, colIndex)}
        alignmentFactors={alignmentFactors}
        text={options.text}
        disableWideLayout={!options.wideLayout}
        width={width}
        height={height}
        theme={theme}
        onClick={menu?.openMenu}
        className={menu?.targetClassName}
      />
    );
    return hasLinks && getLinks ? (
      <DataLinksContextMenu links={getLinks}>{(menu) => show(menu as Parameters<typeof show>[0])}</DataLinksContextMenu>
    ) : (
      show()
    );
  };

  return (
    <VizRepeater
      source={data}
      getValues={getValues}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={renderValue}
      renderCounter={renderCounter}
      width={width}
      height={height}
      orientation={orientation(options, width, height)}
      itemSpacing={3}
      autoGrid
    />
  );
}

/** A single value of one series needs no name: the panel's title names it. */
function nameShown(mode: BigValueTextMode, count: number | undefined, _column: number | undefined): BigValueTextMode {
  return mode === BigValueTextMode.Auto && (count ?? 1) === 1 ? BigValueTextMode.Value : mode;
}

function orientation({ orientation }: StatOptions, width: number, height: number): VizOrientation {
  return orientation !== VizOrientation.Auto
    ? orientation
    : width > height
      ? VizOrientation.Vertical
      : VizOrientation.Horizontal;
}
