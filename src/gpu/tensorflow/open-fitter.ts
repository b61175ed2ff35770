import {createFitter, type Fitter, type FitterOptions} from '../../network/fitting/fitter.ts';
import {FIT_GRADIENTS, FIT_KERNELS} from './fit-kernels.ts';
import {registerGradients, registerKernels} from './register-kernels.ts';

/** `createFitter` on the WebGL backend that `startTensorFlow` has started, which learns what it takes. */
export function openFitter(options: FitterOptions): Fitter {
  registerKernels(FIT_KERNELS);
  registerGradients(FIT_GRADIENTS);
  return createFitter(options);
}
