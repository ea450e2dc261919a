import { type InterpolateFunction, locationUtil } from '@grafana/data';

/**
 * An address with its own placeholders (`${cell}`), and the dashboard's time range and variables, filled in; `null`
 * where it is empty. What a value holds is escaped, and none of it is taken for a variable.
 */
export function filledHref(
  pattern: string,
  values: Readonly<Record<string, string>>,
  interpolate: InterpolateFunction
): string | null {
  if (pattern.trim() === '') {
    return null;
  }
  const filled = Object.entries(values).reduce(
    (link, [name, value]) => link.replaceAll(`\${${name}}`, encodeURIComponent(value)),
    pattern
  );
  return locationUtil.assureBaseUrl(withoutUnknown(interpolate(filled)));
}

/** Drops parameters whose variable the dashboard does not have: "${datasource}" is no address of one. */
function withoutUnknown(href: string): string {
  return href.replace(/&[\w-]+=\$\{[^}]*\}/g, '');
}
