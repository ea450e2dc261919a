// Exports that type-check against 13.1.1 and are undefined on Grafana 12.4, read from a running 12.4.0.
export const missing = {
  '@grafana/ui': [
    'VizTooltipHeader',
    'VizTooltipContent',
    'VizTooltipRow',
    'VizTooltipWrapper',
    'VizTooltipFooter',
    'VizTooltipColorIndicator',
    'VizTooltipColorPlacement',
    'ColorIndicator',
    'ColorPlacement',
    'DEFAULT_VIZ_TOOLTIP_COLOR_INDICATOR',
    'getFieldDisplayItems',
    'getFieldDisplayLinks',
    'isTooltipScrollable',
    'CloseButton',
    'MatcherScopeSelector',
    'useFieldMatchersOptions',
    'buildScopeOptions',
    'getUniqueMatcherScopes',
    'FieldContext',
    'useFieldContext',
    'useSidebarContext',
  ],
  '@grafana/data': [
    'isNestedPanelOptions',
    'FIELD_NAME_FACET_KEY',
    'extractFacetedLabels',
    'resolveFacetedFilterNames',
    'generateUUID',
    'isUUID',
  ],
  '@grafana/runtime': [
    'MAX_PAGE_URL_LENGTH',
    'TRUNCATION_MARKER',
    'TracedError',
    'getPanelScreenshotService',
    'setPanelScreenshotService',
    'isAppPluginEnabled',
    'useAppPluginEnabled',
  ],
};

const selectors = Object.entries(missing).map(([source, names]) => ({
  selector: `ImportDeclaration[source.value='${source}'] ImportSpecifier[imported.name=/^(${names.join('|')})$/]`,
  message: `Undefined on Grafana 12.4, though ${source} 13.1.1 has its type.`,
}));

export const missingOn124 = [
  {
    files: ['packages/**/*.{ts,tsx}', 'plugins/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...selectors] },
  },
];
