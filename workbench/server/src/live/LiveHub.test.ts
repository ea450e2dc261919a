import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { eventually } from '../../test/fixture';
import { PluginClient } from '../plugin/PluginClient';
import type { PluginContext } from '../plugin/messages';
import { readProtocol } from '../plugin/readProtocol';
import { LiveHub } from './LiveHub';

type Stream = grpc.ServerWritableStream<{ path: string }, { data: Buffer }>;

/** A plugin's stream service over real gRPC, whose streams a test ends and feeds by hand. */
const streams: Stream[] = [];
let started = 0;
const server = new grpc.Server();
let client: PluginClient;

before(async () => {
  const definition = readProtocol();
  server.addService(definition['pluginv2.Stream'] as grpc.ServiceDefinition, {
    SubscribeStream: (call: { request: { path: string } }, reply: grpc.sendUnaryData<object>) =>
      reply(
        null,
        call.request.path === 'none' ? { status: 'NOT_FOUND' } : { status: 'OK', data: Buffer.from('{"first":1}') }
      ),
    RunStream: (call: Stream) => {
      started++;
      streams.push(call);
      call.on('cancelled', () => streams.splice(streams.indexOf(call), 1));
    },
  });
  const port = await new Promise<number>((done, fail) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? fail(error) : done(bound)
    )
  );
  client = new PluginClient(`127.0.0.1:${port}`, () => undefined);
});
after(() => {
  client.close();
  server.forceShutdown();
});

const hub = (graceMs = 0) =>
  new LiveHub({ client: async () => client, contextOf: () => ({}) as PluginContext, log: () => undefined }, graceMs);
const running = () => eventually('a running stream', () => streams[0]);

test('two listeners of a channel share one stream and both hear it', async () => {
  const live = hub();
  const heard: string[] = [];
  const one = await live.subscribe('cellthread', 'visits', (frame) => heard.push(`one ${frame}`));
  const two = await live.subscribe('cellthread', 'visits', (frame) => heard.push(`two ${frame}`));
  assert.equal(one.first.toString(), '{"first":1}');
  (await running()).write({ data: Buffer.from('x') });
  await eventually('both', () => heard.length === 2 || undefined);
  assert.deepEqual(heard, ['one x', 'two x']);
  assert.equal(live.running, 1);
  assert.equal(started, 1);

  one.leave();
  assert.equal(live.running, 1);
  two.leave();
  await eventually('the end of the stream', () => streams.length === 0 || undefined);
  assert.equal(live.running, 0);
});

test('a stream that the plugin ends is run again while somebody listens', async () => {
  const live = hub();
  const { leave } = await live.subscribe('cellthread', 'visits', () => undefined);
  const before = started;
  (await running()).end();
  streams.length = 0;
  await eventually('another stream', () => started > before || undefined);
  leave();
});

test('a channel that the plugin does not know is refused, and nothing runs', async () => {
  const live = hub();
  await assert.rejects(
    live.subscribe('cellthread', 'none', () => undefined),
    /channel not found/
  );
  assert.equal(live.running, 0);
});

test('one who comes back soon finds the stream still running', async () => {
  const live = hub(10_000);
  const first = await live.subscribe('cellthread', 'visits', () => undefined);
  const before = started;
  first.leave();
  const second = await live.subscribe('cellthread', 'visits', () => undefined);
  assert.equal(live.running, 1);
  assert.ok(started <= before + 1);
  second.leave();
  live.stop();
});
