import {createHash} from 'node:crypto';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {loadNetwork} from '../../src/network/load-network.ts';
import {weightShapes} from '../../src/network/weight-specs.ts';
import {type Manifest, weightBytes, WeightsError} from '../../src/network/weights.ts';
import {SHIPPED_LEVELS, TOY_WIDTH, toyArchitecture} from '../toy-architecture.ts';

const FILES = {manifestUrl: '/toy/manifest.json', weightsUrl: '/toy/weights.bin'};

let manifest: Manifest;
let bytes: Uint8Array<ArrayBuffer>;
/** What is served, by address; a missing one is a 404. */
let served: Record<string, () => Response>;
let progress: [loaded: number, total: number][];

beforeEach(() => {
  manifest = {
    format: 1,
    name: 'toy',
    architecture: 'swift',
    width: TOY_WIDTH,
    levels: SHIPPED_LEVELS,
    weights: weightShapes(toyArchitecture()),
  };
  bytes = new Uint8Array(weightBytes(manifest));
  new Float32Array(bytes.buffer).fill(0.5);
  served = {
    [FILES.manifestUrl]: () => Response.json(manifest),
    [FILES.weightsUrl]: () => new Response(inParts(bytes)),
  };
  progress = [];
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('fetch', (url: string, {signal}: RequestInit) => {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return Promise.resolve(served[url]?.() ?? new Response('Not here.', {status: 404}));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('gives the network with the checksum of its weights', async () => {
  const model = await load();

  expect(model.name).toBe('toy');
  expect(model.architecture).toEqual(toyArchitecture());
  expect(model.checksum).toBe(sha256(bytes));
  expect(model.weights.get('encoder/conv1/kernel')).toMatchObject({shape: [3, 3, 3, 4]});
  expect(model.weights.get('encoder/conv1/kernel')!.values[0]).toBe(0.5);
});

it('accepts weights of the checksum that the manifest gives', async () => {
  manifest.sha256 = sha256(bytes);

  await expect(load()).resolves.toMatchObject({checksum: manifest.sha256});
});

it('has no checksum on insecure origins, where browsers offer no hash', async () => {
  vi.stubGlobal('isSecureContext', false);
  manifest.sha256 = 'a checksum that cannot be checked';

  await expect(load()).resolves.toMatchObject({checksum: ''});
});

it('tells the bytes loaded and the bytes there are', async () => {
  await load();

  expect(progress.length).toBeGreaterThan(2);
  for (const [index, [loaded, total]] of progress.entries()) {
    expect(total).toBe(bytes.byteLength);
    expect(loaded).toBeGreaterThan(progress[index - 1]?.[0] ?? 0);
  }
  expect(progress.at(-1)).toEqual([bytes.byteLength, bytes.byteLength]);
});

it.each(Object.values(FILES))('refuses a missing %s', async (url) => {
  Reflect.deleteProperty(served, url);

  await expectRefusal(/status 404/);
});

it.each(Object.values(FILES))('refuses when %s cannot be reached', async (url) => {
  const failing = globalThis.fetch;
  vi.stubGlobal('fetch', (asked: string, options: RequestInit) =>
    asked === url ? Promise.reject(new TypeError('Failed to fetch')) : failing(asked, options),
  );

  await expectRefusal(/cannot be fetched/);
});

it('refuses a page in place of the manifest, as hosts send for a missing file', async () => {
  served[FILES.manifestUrl] = () => new Response('<!doctype html><title>Pastiche</title>');

  await expectRefusal(/not JSON/);
});

it('refuses a page in place of the weights', async () => {
  served[FILES.weightsUrl] = () => new Response('<!doctype html><title>Pastiche</title>');

  await expectRefusal(/bytes of weights, but got 38/);
});

it('refuses truncated weights', async () => {
  served[FILES.weightsUrl] = () => new Response(inParts(bytes.subarray(0, -4)));

  await expectRefusal(new RegExp(`Expected ${bytes.byteLength} bytes`));
});

it('refuses weights whose connection breaks off', async () => {
  served[FILES.weightsUrl] = () => new Response(inParts(bytes, new TypeError('network error')));

  await expectRefusal(/broke off/);
});

it('refuses weights of another shape', async () => {
  manifest.weights[0]!.shape = [3, 3, 3, 8];

  await expectRefusal(/Expected encoder\/conv1\/kernel as \[3, 3, 3, 4\], but got \[3, 3, 3, 8\]/);
});

it('refuses weights of another checksum', async () => {
  manifest.sha256 = sha256(bytes);
  bytes[0]! ^= 1;

  await expectRefusal(/SHA-256/);
});

it('refuses weights that are no numbers', async () => {
  new Float32Array(bytes.buffer)[5] = Number.NaN;

  await expectRefusal(/finite/);
});

it.each(Object.values(FILES))('gives up where %s never answers', async (url) => {
  const answering = globalThis.fetch;
  vi.stubGlobal('fetch', (asked: string, options: RequestInit) =>
    asked === url ? untilAborted(options) : answering(asked, options),
  );

  await expectRefusal(/cannot be fetched/, 50);
});

it.each(Object.values(FILES))('gives up where %s stands still half-way', async (url) => {
  const answering = globalThis.fetch;
  vi.stubGlobal('fetch', async (asked: string, options: RequestInit) => {
    const whole = await answering(asked, options);
    if (asked !== url) return whole;
    const {value} = await whole.body!.getReader().read();
    return new Response(stalling(value!.subarray(0, 10), options));
  });

  await expectRefusal(/broke off/, 50);
});

it('waits for what comes slowly, but comes', async () => {
  served[FILES.weightsUrl] = () => new Response(inParts(bytes, undefined, 40));

  await expect(load(100)).resolves.toMatchObject({name: 'toy'});
});

function load(stallMs?: number) {
  return loadNetwork(FILES, (loaded, total) => progress.push([loaded, total]), stallMs);
}

/** An answer that does not come before it is given up. */
function untilAborted({signal}: RequestInit): Promise<never> {
  return new Promise((_, reject) => {
    signal!.addEventListener('abort', () => {
      reject(signal!.reason as Error);
    });
  });
}

/** Some bytes, after which nothing comes. */
function stalling(some: Uint8Array<ArrayBuffer>, options: RequestInit): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(some);
      untilAborted(options).catch((error: unknown) => {
        controller.error(error);
      });
    },
  });
}

async function expectRefusal(message: RegExp, stallMs?: number) {
  const refusal: unknown = await load(stallMs).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(WeightsError);
  expect((refusal as Error).message).toMatch(message);
}

/** Bytes as a line brings them, in four parts; with an error, that comes in place of the last. */
function inParts(
  whole: Uint8Array<ArrayBuffer>,
  error?: Error,
  everyMs = 0,
): ReadableStream<BufferSource> {
  const size = Math.ceil(whole.byteLength / 4);
  let start = 0;
  return new ReadableStream({
    async pull(controller) {
      if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
      if (error && start >= 3 * size) {
        controller.error(error);
        return;
      }
      controller.enqueue(whole.subarray(start, start + size));
      start += size;
      if (start >= whole.byteLength) controller.close();
    },
  });
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
