import type {Message} from '../../words/message.ts';

/** What a person is told; `error` stays until dismissed, `info` goes by itself. */
export type Notice = {id: number; kind: 'info' | 'error'; message: Message};
