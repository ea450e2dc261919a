/** The enum of TooltipPlugin2, which @grafana/ui does not export; its values are the same from 12.4 to 13.2. */
export const HoverMode = { xOne: 0, xAll: 1, xyOne: 2 } as const;
