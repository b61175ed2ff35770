import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Look} from '../../../src/app/look/look-table.ts';
import {createMidi, type Midi} from '../../../src/app/midi/midi.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import {fakeStore} from '../fake-store.ts';

type Port = Pick<MIDIInput, 'name' | 'state'> & {
  onmidimessage: ((event: MIDIMessageEvent) => void) | null;
};

let store: Store<AppState>;
let look: Look;
let midi: Midi;
let closing: AbortController;
let kept: Map<string, string>;
let ports: Port[];
let access: {inputs: Map<string, Port>; onstatechange: (() => void) | null};
const recall = vi.fn<(place: number) => Promise<void>>();
const request = vi.fn<() => Promise<unknown>>();

beforeEach(() => {
  store = fakeStore();
  look = store.get().look;
  closing = new AbortController();
  kept = new Map();
  ports = [{name: 'nano', state: 'connected', onmidimessage: null}];
  access = {inputs: new Map(ports.map((port) => [port.name ?? '', port])), onstatechange: null};
  recall.mockReset().mockResolvedValue();
  request.mockReset().mockResolvedValue(access);
  vi.stubGlobal('navigator', {requestMIDIAccess: request});
  midi = open();
});
afterEach(() => {
  closing.abort();
  vi.unstubAllGlobals();
});

function open(): Midi {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
  const change = (part: Partial<Look>) => {
    look = {...look, ...part};
    return Promise.resolve();
  };
  const looks = {current: () => look, change};
  return createMidi({store, looks, recall, storage: () => storage}, closing.signal);
}

function send(...data: number[]) {
  ports[0]!.onmidimessage?.({data: Uint8Array.from(data)} as MIDIMessageEvent);
}

const state = () => store.get().midi;

it('binds the next control to what is learnt, which then sets it', async () => {
  await midi.start();
  expect(state()).toMatchObject({phase: 'on', ports: ['nano']});
  midi.learn('strength');
  send(0xb0, 21, 5);
  expect(state()).toMatchObject({
    learning: null,
    bindings: {strength: {port: 'nano', channel: 0, number: 21}},
  });
  // The strength is 1 of 1.5: the knob comes to it first.
  send(0xb0, 21, 40);
  expect(look.alpha).toBe(1);
  send(0xb0, 21, 85);
  send(0xb0, 21, 127);
  expect(look.alpha).toBeCloseTo(1.5);
  // Another knob is another one.
  send(0xb1, 21, 0);
  expect(look.alpha).toBeCloseTo(1.5);
});

it('weighs the second style of a mix, and leaves one alone as it is', async () => {
  await midi.start();
  midi.learn('mix');
  send(0xb0, 1, 0);
  send(0xb0, 1, 2);
  expect(look.styles).toHaveLength(1);

  look = {
    ...look,
    styles: [
      {id: 'a', weight: 1},
      {id: 'b', weight: 1},
    ],
  };
  send(0xb0, 1, 64);
  send(0xb0, 1, 127);
  expect(look.styles).toEqual([
    {id: 'a', weight: 0},
    {id: 'b', weight: 1},
  ]);
});

it('recalls cues by program changes', async () => {
  await midi.start();
  send(0xc0, 3);

  expect(recall).toHaveBeenCalledExactlyOnceWith(3);
});

it('knows its controls on the next visit, and by the name of the port when that is plugged in again', async () => {
  await midi.start();
  midi.learn('colour');
  send(0xb2, 9, 0);
  store.patch('midi', {bindings: {}});
  await open().start();
  expect(state().bindings).toEqual({colour: {port: 'nano', channel: 2, number: 9}});

  ports[0] = {name: 'nano', state: 'disconnected', onmidimessage: null};
  access.inputs.set('nano', ports[0]);
  access.onstatechange?.();
  expect(state().ports).toEqual([]);
  ports[0] = {name: 'nano', state: 'connected', onmidimessage: null};
  access.inputs.set('nano', ports[0]);
  access.onstatechange?.();
  send(0xb2, 9, 0);
  send(0xb2, 9, 64);
  expect(look.colour.share).toBeCloseTo(0.5, 1);
});

it('forgets a control, and takes one from the target it had', async () => {
  await midi.start();
  midi.learn('strength');
  send(0xb0, 1, 0);
  midi.learn('colour');
  send(0xb0, 1, 0);
  expect(Object.keys(state().bindings)).toEqual(['colour']);
  midi.forget('colour');

  expect(state().bindings).toEqual({});
});

it.each([
  ['unsupported', () => vi.stubGlobal('navigator', {})],
  ['denied', () => request.mockRejectedValue(new DOMException('no', 'NotAllowedError'))],
])('says where it is %s', async (phase, prepare) => {
  prepare();
  await midi.start();

  expect(state().phase).toBe(phase);
});

it('binds nothing where something else was kept', async () => {
  for (const odd of ['{', '[]', '{"strength":{"port":3}}', '{"volume":{}}']) {
    kept.set('pastiche.midi', odd);
    await open().start();
    expect(state().bindings).toEqual({});
  }
});

it('ends with the studio', async () => {
  await midi.start();
  closing.abort();

  expect(ports[0]!.onmidimessage).toBeNull();
  expect(access.onstatechange).toBeNull();
});
