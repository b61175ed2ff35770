import {type Architecture, architectureOf} from '../src/network/architecture.ts';

/** Where AdaIN works in the `swift` networks that ship; a test holds their manifests to it. */
export const SHIPPED_LEVELS = ['f2', 'f3', 'f4'];

/** Channels of a toy relative to VGG-19's: 4, 8, 16 and 32 are enough for a software renderer. */
export const TOY_WIDTH = 1 / 16;

/**
 * An architecture of the shape that ships.
 *
 * @param width undefined for the network's own
 * @throws if no architecture has the name
 */
export function shippedArchitecture(name: string, width: number | undefined): Architecture {
  return architectureOf(name, width, name === 'swift' ? SHIPPED_LEVELS : undefined);
}

/** A narrow network of the shape that ships. */
export function toyArchitecture(name = 'swift'): Architecture {
  return shippedArchitecture(name, TOY_WIDTH);
}
