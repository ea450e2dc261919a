import { dashboardUids } from './dashboard';

/** Keeps the datasource and the time range when a link leads to another dashboard. */
const KEEP = '${__url_time_range}&var-datasource=${datasource}';

/** Keeps the chosen site and line as well. */
const KEEP_PLACE = `\${site:queryparam}&\${line:queryparam}&${KEEP}`;

/** To the traveler of the cell in the clicked row or point. */
export const travelerLink = {
  title: 'Open traveler',
  url: `/d/${dashboardUids.cell}?var-cell=\${__data.fields.cell_id}&${KEEP}`,
};

/**
 * To the chart of the characteristic and product in the clicked row. Other columns of the row come as they are shown,
 * so that the station arrives by its name, which a variable takes as well as the id.
 */
export const chartLink = {
  title: 'Open chart',
  url:
    `/d/${dashboardUids.characteristic}?var-station=\${__data.fields.station}` +
    `&var-characteristic=\${__value.raw}&var-product=\${__data.fields.product}&${KEEP_PLACE}`,
};

/** To the page of the station in the clicked cell. */
export const stationLink = {
  title: 'Open station',
  url: `/d/${dashboardUids.station}?var-station=\${__value.raw}&\${product:queryparam}&${KEEP_PLACE}`,
};
