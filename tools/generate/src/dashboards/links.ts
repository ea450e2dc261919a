import { dashboardUids } from './dashboard';
import type { DashboardWords } from './words/DashboardWords';

/** Keeps the datasource and the time range when a link leads to another dashboard. */
const KEEP = '${__url_time_range}&var-datasource=${datasource}';

/** Keeps the chosen site and line. */
const PLACE = '${site:queryparam}&${line:queryparam}';

/** To the traveler of the cell in the clicked row or point. */
export const travelerLink = ({ links }: DashboardWords) => ({
  title: links.traveler,
  url: `/d/${dashboardUids.cell}?var-cell=\${__data.fields.cell_id}&${KEEP}`,
});

/** To the traveler of what the clicked event is about. */
export const itemLink = ({ links }: DashboardWords) => ({
  title: links.traveler,
  url: `/d/${dashboardUids.cell}?var-cell=\${__value.raw}&${KEEP}`,
});

/**
 * To the chart of the characteristic and product in the clicked row. Other columns of the row come as they are shown,
 * so that the station arrives by its name, which a variable takes as well as the id.
 */
export const chartLink = ({ links }: DashboardWords) => ({
  title: links.chart,
  url:
    `/d/${dashboardUids.characteristic}?var-station=\${__data.fields.station}` +
    `&var-characteristic=\${__value.raw}&var-product=\${__data.fields.product}&${PLACE}&${KEEP}`,
});

/** To the chart of the stream of the clicked episode, at its time. The columns that it needs are in the row, hidden, as the URL needs them. */
export const episodeLink = ({ links }: DashboardWords) => ({
  title: links.chart,
  url:
    `/d/${dashboardUids.characteristic}?` +
    ['site', 'line', 'station', 'equipment', 'position', 'characteristic', 'product']
      .map((name) => `var-${name}=\${__data.fields.${name}}`)
      .join('&') +
    '&from=${__data.fields.view_from.numeric}&to=${__data.fields.view_to.numeric}&var-datasource=${datasource}',
});

/** To the page of the station in the clicked cell. A panel with a span of its own has no `__url_time_range`. */
export const stationLink = ({ links }: DashboardWords) => ({
  title: links.station,
  url:
    `/d/${dashboardUids.station}?var-station=\${__value.raw}&\${product:queryparam}&${PLACE}` +
    '&from=now-1h&to=now&var-datasource=${datasource}',
});

/**
 * To the chart of the stream of the clicked row, from when it began to depart. The columns that it needs are in the row, hidden;
 * they are shown as the URL needs them.
 */
export const streamLink = ({ links }: DashboardWords) => ({
  title: links.chart,
  url:
    `/d/${dashboardUids.characteristic}?` +
    ['site', 'line', 'station', 'equipment', 'position', 'characteristic', 'product']
      .map((name) => `var-${name}=\${__data.fields.${name}}`)
      .join('&') +
    '&from=${__data.fields.since.numeric}&to=now&var-datasource=${datasource}',
});
