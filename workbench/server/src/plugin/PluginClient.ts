import * as grpc from '@grpc/grpc-js';
import type { Log } from '../log';
import type {
  CallResourceRequest,
  CallResourceResponse,
  CheckHealthResponse,
  PluginContext,
  QueryDataRequest,
  QueryDataResponse,
  StreamPacket,
  StreamRequest,
  SubscribeStreamResponse,
} from './messages';
import { readProtocol } from './readProtocol';

type Service = 'Data' | 'Diagnostics' | 'Resource' | 'Stream';

const definition = readProtocol();

const options: grpc.ClientOptions = {
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
  // Frames of half a million rows are 25 MB; a wide window saves round trips.
  'grpc-node.flow_control_window': 16 * 1024 * 1024,
};

const empty = () => Buffer.alloc(0);
const same = (bytes: Buffer) => bytes;

/** gRPC calls to one running plugin process. Every call is cancelled when its `signal` aborts. */
export class PluginClient {
  private readonly client: grpc.Client;

  constructor(target: string, log: Log) {
    this.client = new grpc.Client(target, grpc.credentials.createInsecure(), options);
    this.drainStdio(log);
  }

  queryData(request: QueryDataRequest, signal?: AbortSignal): Promise<QueryDataResponse> {
    return this.unary('Data', 'QueryData', request, signal);
  }

  checkHealth(pluginContext: PluginContext, signal?: AbortSignal): Promise<CheckHealthResponse> {
    return this.unary('Diagnostics', 'CheckHealth', { pluginContext, headers: {} }, signal);
  }

  subscribeStream(request: StreamRequest, signal?: AbortSignal): Promise<SubscribeStreamResponse> {
    return this.unary('Stream', 'SubscribeStream', request, signal);
  }

  /** Packets until the plugin ends the stream or `signal` aborts (then it throws code CANCELLED). */
  runStream(request: StreamRequest, signal: AbortSignal): AsyncIterable<StreamPacket> {
    return this.serverStream('Stream', 'RunStream', request, signal);
  }

  /** The plugin answers in parts (head first); they are joined here. */
  async callResource(request: CallResourceRequest, signal?: AbortSignal): Promise<CallResourceResponse> {
    const answer: CallResourceResponse = { code: 0, headers: {}, body: Buffer.alloc(0) };
    const body: Buffer[] = [];
    for await (const part of this.serverStream<CallResourceResponse>('Resource', 'CallResource', request, signal)) {
      answer.code = part.code || answer.code;
      Object.assign(answer.headers, part.headers);
      body.push(part.body);
    }
    return { ...answer, code: answer.code || 200, body: Buffer.concat(body) };
  }

  /** Asks the plugin to end; resolves when it answered or after `deadlineMs`. */
  shutdown(deadlineMs: number): Promise<void> {
    return new Promise((done) => {
      const deadline = Date.now() + deadlineMs;
      this.client.makeUnaryRequest('/plugin.GRPCController/Shutdown', empty, same, undefined, { deadline }, () =>
        done()
      );
    });
  }

  close(): void {
    this.client.close();
  }

  private method(service: Service, name: string) {
    const found = (definition[`pluginv2.${service}`] as grpc.ServiceDefinition)[name];
    if (!found) {
      throw new Error(`The protocol has no method ${service}.${name}`);
    }
    return found;
  }

  private unary<T>(service: Service, name: string, request: unknown, signal?: AbortSignal): Promise<T> {
    const { path, requestSerialize, responseDeserialize } = this.method(service, name);
    return new Promise((done, fail) => {
      const call = this.client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        (error, answer) => (error ? fail(error) : done(answer as T))
      );
      bindSignal(call, signal);
    });
  }

  private serverStream<T>(service: Service, name: string, request: unknown, signal?: AbortSignal): AsyncIterable<T> {
    const { path, requestSerialize, responseDeserialize } = this.method(service, name);
    const call = this.client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request);
    bindSignal(call, signal);
    return call as AsyncIterable<T>;
  }

  /** After the handshake the plugin's own stdout and stderr arrive here; unread, a chatty plugin would block. */
  private drainStdio(log: Log): void {
    const call = this.client.makeServerStreamRequest('/plugin.GRPCStdio/StreamStdio', empty, same, undefined);
    call.on('data', (packet: Buffer) => log('info', packet.subarray(4).toString().trimEnd()));
    call.on('error', () => undefined);
  }
}

function bindSignal(call: { cancel: () => void }, signal?: AbortSignal): void {
  if (signal?.aborted) {
    call.cancel();
  }
  signal?.addEventListener('abort', () => call.cancel(), { once: true });
}
