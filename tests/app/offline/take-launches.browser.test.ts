import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {takeLaunches} from '../../../src/app/offline/take-launches.ts';
import {keepShared} from '../../../src/offline/shared-files.ts';
import type {Message} from '../../../src/words/message.ts';

const SCOPE = 'https://example.org/launched/';
const HERE = location.href;
const takeFiles = vi.fn<(files: readonly File[], target: string) => Promise<void>>();
let told: string[];
let closing: AbortController;
const notices = {show: (_: unknown, {key}: Message) => told.push(key)};

beforeEach(() => {
  takeFiles.mockReset();
  takeFiles.mockResolvedValue();
  told = [];
  closing = new AbortController();
});

afterEach(() => {
  closing.abort();
  history.replaceState(null, '', HERE);
  Reflect.deleteProperty(window, 'launchQueue');
});

const begin = () => takeLaunches({notices, takeFiles}, SCOPE, closing.signal);

/** A queue of launches as Chromium has it; gives what lets one come. */
function giveQueue() {
  let consume: (launch: unknown) => void = () => {};
  Object.assign(window, {launchQueue: {setConsumer: (it: typeof consume) => (consume = it)}});
  return (launch: unknown) => {
    consume(launch);
  };
}

const handleOf = (file: File) => ({getFile: () => Promise.resolve(file)});

it('takes what was shared, once', async () => {
  await keepShared(caches, SCOPE, [new File(['p'], 'p.png', {type: 'image/png'})]);

  await begin();
  await begin();

  expect(takeFiles).toHaveBeenCalledOnce();
  const [[files, target]] = takeFiles.mock.calls as [[File[], string]];
  expect(target).toBe('style');
  expect(files.map(({name, type}) => [name, type])).toEqual([['p.png', 'image/png']]);
});

it('takes what the app is opened with, and nothing of a launch without files', async () => {
  const launch = giveQueue();
  await begin();
  const film = new File(['f'], 'f.mp4', {type: 'video/mp4'});

  launch({});
  launch({files: []});
  launch({files: [handleOf(film)]});

  await vi.waitFor(() => {
    expect(takeFiles.mock.calls).toEqual([[[film], 'style']]);
  });
});

it('says so where a file cannot be read', async () => {
  const launch = giveQueue();
  await begin();

  launch({files: [{getFile: () => Promise.reject(new DOMException('Gone', 'NotFoundError'))}]});

  await vi.waitFor(() => {
    expect(told).toEqual(['launch.unreadable']);
  });
});

it('says once that what was shared is lost, and leaves the rest of the address', async () => {
  history.replaceState(null, '', '?unshared&style=neon');

  await begin();
  await begin();

  expect(told).toEqual(['launch.unshared']);
  expect(location.search).toBe('?style=neon');
  expect(takeFiles).not.toHaveBeenCalled();
});

it('takes nothing once it is over', async () => {
  const launch = giveQueue();
  await begin();
  closing.abort();

  launch({files: [handleOf(new File(['p'], 'p.png'))]});
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(takeFiles).not.toHaveBeenCalled();
});
