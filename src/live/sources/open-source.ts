/** What a person opens comes in one chunk, apart: the first picture is the demo's. */
export {openCamera} from './camera-source.ts';
export {openFile} from './file-source.ts';
export {loadCamera} from './mediapipe-camera.ts';
export {openScreen} from './screen-source.ts';
