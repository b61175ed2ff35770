import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {importModel} from './import-model.ts';
import {RAW_NOTE} from './model-card.ts';

const USAGE = `npm run models:import -- --encoder FILE [--decoder FILE] [--name vgg19]

Converts checkpoints of the AdaIN paper's network (.npz, .safetensors, PyTorch .pth) into
models/<name>/. Without --decoder, the decoder already there is kept. See models/README.md.`;

const MODELS = fileURLToPath(new URL('..', import.meta.url));

try {
  const {values} = parseArgs({
    options: {
      encoder: {type: 'string'},
      decoder: {type: 'string'},
      name: {type: 'string', default: 'vgg19'},
      help: {type: 'boolean'},
    },
  });
  if (values.help) console.log(USAGE);
  else await run(values);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function run({
  encoder,
  decoder,
  name,
}: {
  encoder?: string;
  decoder?: string;
  name: string;
}): Promise<void> {
  if (!encoder) throw new Error(`Expected --encoder FILE.\n\n${USAGE}`);
  const model = await importModel({encoder, ...(decoder && {decoder}), name, models: MODELS});

  const parameters = (model.parameters / 1e6).toFixed(2);
  console.log(`${relative('.', model.folder)}/ is ready: npm start, then open the page with ?model=${name}.
  encoder  ${model.encoder}
  decoder  ${model.decoder}
  weights  ${parameters} million parameters at width ${model.width}, ${(model.bytes / 1e6).toFixed(1)} MB`);
  if (model.raw) console.log(`\n${RAW_NOTE}`);
}
