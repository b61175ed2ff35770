import type {Checkpoint} from './checkpoint.ts';
import {explainFile} from './explain-file.ts';
import {isLegacyPytorch, readLegacyPytorch} from './read-legacy-pytorch.ts';
import {readNpy} from './read-npy.ts';
import {pytorchFolder, readPytorch} from './read-pytorch.ts';
import {isSafetensors, readSafetensors} from './read-safetensors.ts';
import {isZip, readZip} from './read-zip.ts';

/**
 * The tensors of a `.npz`, `.safetensors` or PyTorch `.pth` file, told apart by what they hold.
 *
 * @throws Error where it is not such a checkpoint
 */
export function parseCheckpoint(bytes: Uint8Array): Checkpoint {
  const checkpoint = parse(bytes);
  return new Map([...checkpoint].map(([name, tensor]) => [plainName(name), tensor]));
}

function parse(bytes: Uint8Array): Checkpoint {
  if (isZip(bytes)) return parseZip(readZip(bytes));
  if (isLegacyPytorch(bytes)) return readLegacyPytorch(bytes);
  if (isSafetensors(bytes)) return readSafetensors(bytes);
  const what = `got ${bytes.length} bytes of something else. ${explainFile(bytes)}`;
  throw new Error(`expected a checkpoint (.npz, .safetensors or PyTorch .pth), ${what}`.trim());
}

/** Keras writes `conv/kernel:0` or `conv/conv/kernel:0`; here that is `conv.kernel`. */
function plainName(name: string): string {
  return name
    .replace(/:0$/, '')
    .replaceAll('/', '.')
    .replace(/(^|\.)(\w+)\.\2\.(?=kernel$|bias$)/, '$1$2.');
}

function parseZip(files: Map<string, Uint8Array>): Checkpoint {
  const folder = pytorchFolder(files);
  if (folder !== undefined) return readPytorch(files, folder);
  const arrays = [...files].filter(([path]) => path.endsWith('.npy'));
  if (arrays.length === 0) {
    throw new Error(
      'expected a zip archive of NumPy arrays or a PyTorch state dict, got neither in it.',
    );
  }
  return new Map(
    arrays.map(([path, content]) => {
      const name = path.slice(0, -'.npy'.length);
      return [name, readNpy(name, content)];
    }),
  );
}
