/** The side in pixels at which a style is seen and was fitted: the larger it is, the broader its strokes. */
export const STROKE_SIDES = {fine: 256, medium: 384, broad: 512} as const;

/** How broad the strokes of a painting are. */
export type Stroke = keyof typeof STROKE_SIDES;

/** All of them, from the finest to the broadest. */
export const strokes = Object.keys(STROKE_SIDES) as readonly Stroke[];
