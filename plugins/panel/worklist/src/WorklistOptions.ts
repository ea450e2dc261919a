import { type ActionKind } from './actions/actions';
import { type Column, type ListKind } from './read/Worklist';
import { type Language } from './words/languages';

/** What is saved in a dashboard. Names never change; a new one has a default. */
export interface WorklistOptions {
  /** `auto`: what the columns of the data say; `values`: no list, values are entered; `changes`: those that wait for approval. */
  list: ListKind | 'auto' | 'values' | 'changes';
  /** What is offered, of what the list and the rights of whoever looks allow. */
  actions: ActionKind[];
  /** What each row says below its first line. */
  columns: Column[];
  /** `auto`: that of the page. */
  language: Language | 'auto';
  /** Address of an item's traveler; `${cell}` stands for the item, empty for no link. */
  cellLink: string;
  /** Address of a characteristic's chart; `${station}`, `${characteristic}`, `${from}` and `${to}` are filled in. */
  characteristicLink: string;
}
