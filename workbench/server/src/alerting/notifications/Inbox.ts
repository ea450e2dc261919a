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

/** What people were sent since the server started, newest first. */
export class Inbox {
  private readonly kept: InboxMessage[] = [];
  private last = 0;

  add(message: Omit<InboxMessage, 'id'>): void {
    this.kept.unshift({ id: ++this.last, ...message });
    this.kept.length = Math.min(this.kept.length, MOST);
  }

  messages(): InboxMessage[] {
    return this.kept;
  }
}
