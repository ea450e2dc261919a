export { findProgram } from './parts/findProgram';
export { type Part, startPart } from './parts/part';
export { startInflux } from './parts/startInflux';
export { startMosquitto, accepts } from './parts/startMosquitto';
export { startTelegraf, type TelegrafOptions } from './parts/startTelegraf';
export { assertFree, freePortBase, portsFrom, type Ports } from './ports';
export { answers, until } from './until';
export { root } from './paths';
