/** Width and height in pixels. */
export type Size = {width: number; height: number};
