import type {Message, PlainKey} from '../../words/message.ts';

/**
 * What a person is told; `error` stays until dismissed, `info` goes by itself. One with an `action`, the label of a
 * button, stays, too.
 */
export type Notice = {
  id: number;
  kind: 'info' | 'error';
  message: Message;
  action?: PlainKey | undefined;
};
