import {expect, it} from 'vitest';
import {HEADERS} from '../site-headers.ts';
import {describeSite} from '../site-offline.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const built = [
  {path: '_headers', source: '', bytes: bytes('/*')},
  {path: 'assets/image-a.jpg', source: 'styles-gallery/mosaic/image.jpg', bytes: bytes('i')},
  {path: 'icon-192.png', source: '', bytes: bytes('icon')},
  {path: 'assets/weights-a.bin', source: 'models/swift/weights.bin', bytes: bytes('weights')},
  {path: '', source: '', bytes: bytes('page')},
];

it('lists the small and necessary first, and nothing that is not for pages', async () => {
  const {files, policy} = await describeSite(built);

  expect(files).toEqual([
    // The beginning of `printf page | sha256sum`.
    {path: '', bytes: 4, checksum: '3660315a9af3df25', kept: 'first'},
    expect.objectContaining({path: 'assets/weights-a.bin', bytes: 7, kept: 'first'}),
    expect.objectContaining({path: 'icon-192.png', kept: 'soon'}),
    expect.objectContaining({path: 'assets/image-a.jpg', kept: 'used'}),
  ]);
  expect(policy).toBe(HEADERS['Content-Security-Policy']);
});

it('has another version when a file is another, and the same in whatever order they come', async () => {
  const {version} = await describeSite(built);
  const changed = built.map((it) => (it.path === '' ? {...it, bytes: bytes('Page')} : it));

  expect((await describeSite([...built].reverse())).version).toBe(version);
  expect((await describeSite(changed)).version).not.toBe(version);
});
