import {expect, it} from 'vitest';
import {rememberClip} from '../../../src/capture/loops/remember-clip.ts';
import {encode, HEIGHT, WIDTH} from './loop-set.ts';

it('has the last six seconds of a clip', async () => {
  const {blob} = await encode({
    kind: 'mp4',
    count: 105,
    draw: (context, place) => {
      context.fillStyle = `rgb(${2 * place} 40 40)`;
      context.fillRect(0, 0, WIDTH, HEIGHT);
    },
  });
  const memory = await rememberClip(blob);
  const pictures = memory.last(6000);

  expect(memory.size).toEqual({width: WIDTH, height: HEIGHT});
  expect(memory.lengthMs).toBeCloseTo(6000, -2);
  expect(pictures).toHaveLength(90);
  expect(pictures[0]!.timeMs).toBeCloseTo(1000, -1);
  const [red] = pictures[45]!.picture.getContext('2d')!.getImageData(20, 20, 1, 1).data;
  expect(Math.abs(red! - 2 * 60)).toBeLessThan(12);
  memory.dispose();
});

it('fails where there is no film', async () => {
  await expect(rememberClip(new Blob(['none']))).rejects.toThrow();
});
