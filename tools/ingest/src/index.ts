export { runMessages } from './cases/runCases';
export { type Count, type Step, eachPartInTurn, settled, startFlow, surviveOutages } from './plant/outages';
export { type Plant, type PartName, startPlant } from './plant/plant';
export { record, topicOf } from './plant/record';
export { rowTime } from './rowTime/rowTime';
