import {afterEach, expect, it, vi} from 'vitest';
import {cameraPhoto} from '../../../src/live/sources/camera-photo.ts';
import {pictureFile} from '../bad-files.ts';

/** What the browser's camera gives; only its size is asked for. */
const TRACK = {getSettings: () => ({width: 640, height: 480})} as MediaStreamTrack;

const takePhoto = vi.fn<ImageCapture['takePhoto']>();
const grabFrame = vi.fn(() => createImageBitmap(new ImageData(64, 48)));
const getPhotoCapabilities = vi.fn<ImageCapture['getPhotoCapabilities']>();

function stubCapture(most?: {width: number; height: number}) {
  getPhotoCapabilities.mockResolvedValue(
    most ? {imageWidth: {max: most.width}, imageHeight: {max: most.height}} : {},
  );
  vi.stubGlobal(
    'ImageCapture',
    class {
      takePhoto = takePhoto;
      grabFrame = grabFrame;
      getPhotoCapabilities = getPhotoCapabilities;
    },
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

it('takes a photo as large as the camera can', async () => {
  stubCapture({width: 400, height: 300});
  takePhoto.mockResolvedValue(await pictureFile(400, 300, () => {}));
  const photo = cameraPhoto(TRACK)!;
  const frame = await photo.take();

  expect(await photo.size()).toEqual({width: 400, height: 300});
  expect(takePhoto).toHaveBeenCalledWith({imageWidth: 400, imageHeight: 300});
  expect(frame.size).toEqual({width: 400, height: 300});
});

it('grabs a frame where the camera takes no photo', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  stubCapture();
  grabFrame.mockImplementation(() => createImageBitmap(new ImageData(64, 48)));
  takePhoto.mockRejectedValue(new DOMException('', 'UnknownError'));
  const photo = cameraPhoto(TRACK)!;

  expect(await photo.size()).toEqual({width: 640, height: 480});
  expect((await photo.take()).size).toEqual({width: 64, height: 48});
});

it('waits for no photo that never comes', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.useFakeTimers();
  stubCapture({width: 400, height: 300});
  takePhoto.mockReturnValue(new Promise(() => {}));
  grabFrame.mockReturnValue(new Promise(() => {}));
  const taken = cameraPhoto(TRACK)!.take();
  const failed = expect(taken).rejects.toMatchObject({problem: 'slow'});
  await vi.advanceTimersByTimeAsync(20_000);
  vi.useRealTimers();

  await failed;
});

it('is none where the browser takes none', () => {
  vi.stubGlobal('ImageCapture', undefined);

  expect(cameraPhoto(TRACK)).toBeUndefined();
});
