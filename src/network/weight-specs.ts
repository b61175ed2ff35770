import type {Architecture, Layer} from './architecture.ts';

/** Name and shape of one tensor of a network; kernels are `[3, 3, inputs, outputs]`. */
export type WeightShape = {name: string; shape: number[]};

/** Every tensor the network needs, in the order in which `weights.bin` holds them. */
export function weightShapes({
  encoder,
  decoder,
}: Pick<Architecture, 'encoder' | 'decoder'>): WeightShape[] {
  return [
    ...encoder.flatMap((layer) => layerShapes('encoder', layer)),
    ...decoder.flatMap((layer) => layerShapes('decoder', layer)),
  ];
}

function layerShapes(half: string, layer: Layer): WeightShape[] {
  const path = `${half}/${layer.name}`;
  if (layer.op === 'conv') return convShapes(path, layer.inputs, layer.outputs);
  return [
    ...convShapes(`${path}/conv1`, layer.channels, layer.channels),
    ...convShapes(`${path}/conv2`, layer.channels, layer.channels),
  ];
}

function convShapes(path: string, inputs: number, outputs: number): WeightShape[] {
  return [
    {name: `${path}/kernel`, shape: [3, 3, inputs, outputs]},
    {name: `${path}/bias`, shape: [outputs]},
  ];
}
