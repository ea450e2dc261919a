/** The messages of the SDK's backend.proto that this host sends and receives, as proto-loader shows them. */

export interface PluginContext {
  orgId: number;
  pluginId: string;
  pluginVersion: string;
  namespace: string;
  userAgent: string;
  user: { login: string; name: string; email: string; role: string };
  dataSourceInstanceSettings: {
    id: number;
    uid: string;
    name: string;
    url: string;
    user: string;
    database: string;
    basicAuthEnabled: boolean;
    basicAuthUser: string;
    jsonData: Buffer;
    decryptedSecureJsonData: Record<string, string>;
    /** The plugin rebuilds its instance only when this changes. */
    lastUpdatedMS: number;
  };
  grafanaConfig: Record<string, string>;
}

export interface DataQuery {
  refId: string;
  queryType: string;
  maxDataPoints: number;
  intervalMS: number;
  timeRange: { fromEpochMS: number; toEpochMS: number };
  json: Buffer;
}

export interface QueryDataRequest {
  pluginContext: PluginContext;
  headers: Record<string, string>;
  queries: DataQuery[];
  format: 'ARROW' | 'JSON';
}

export interface DataResponse {
  /** With format JSON: the text `{"schema":…,"data":…}` of one frame each. */
  frames: Buffer[];
  error: string;
  status: number;
  errorSource: string;
}

export interface QueryDataResponse {
  responses: Record<string, DataResponse>;
}

export interface CheckHealthResponse {
  status: 'UNKNOWN' | 'OK' | 'ERROR';
  message: string;
  jsonDetails: Buffer;
}

export interface CallResourceRequest {
  pluginContext: PluginContext;
  path: string;
  method: string;
  url: string;
  headers: Record<string, { values: string[] }>;
  body: Buffer;
}

export interface CallResourceResponse {
  code: number;
  headers: Record<string, { values: string[] }>;
  body: Buffer;
}

export interface StreamRequest {
  pluginContext: PluginContext;
  path: string;
  data: Buffer;
  headers: Record<string, string>;
}

export interface SubscribeStreamResponse {
  status: 'OK' | 'NOT_FOUND' | 'PERMISSION_DENIED';
  data: Buffer;
}

export interface StreamPacket {
  data: Buffer;
}
