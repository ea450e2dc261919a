import type { Notification } from './notification';

/** A message to people as it was sent; Unix ms. */
export interface InboxMessage {
  id: number;
  at: number;
  route: string;
  topic: string;
  notification: Notification;
}

/** Messages that are kept; with all their alerts some megabytes. */
const MOST = 500;

/** What people were sent, newest first. */
export class Inbox {
  private readonly kept: InboxMessage[] = [];
  private last = 0;

  restore({ count, messages }: { count: number; messages: InboxMessage[] }): void {
    this.last = count;
    this.kept.push(...messages);
  }

  add(message: Omit<InboxMessage, 'id'>): void {
    this.kept.unshift({ id: ++this.last, ...message });
    this.kept.length = Math.min(this.kept.length, MOST);
  }

  /** How many there were, those no longer kept included. */
  get count(): number {
    return this.last;
  }

  messages(): InboxMessage[] {
    return this.kept;
  }
}
