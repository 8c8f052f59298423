/** One line of the log: an event and ids, never bodies. Level error: someone must act. */
export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: unknown;
};
