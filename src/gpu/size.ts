/** Width and height in pixels. */
export type Size = {width: number; height: number};

/** Sides of a picture that is painted are multiples of this: they fit the blocks of the smallest maps. */
export const FRAME_STEP = 16;
