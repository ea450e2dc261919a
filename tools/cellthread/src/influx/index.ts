export { type InfluxAccess, influxAccess, influxLogin, influxOptions, influxUsage } from './access';
export { InfluxError, InfluxRefusal } from './errors';
export { influxQuery, type QueryOptions, type Series } from './query';
export { influxWrite } from './write';
