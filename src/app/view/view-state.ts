/** What can be opened beside the gallery: more to set about the painting. */
export type Drawer = 'mix' | 'regions' | 'colour' | 'calm' | 'learn' | 'cues' | 'sound' | 'midi';

/** How the picture is looked at. */
export type ViewState = {
  /** Where the before/after divider stands, 0…1 from the left; null while it is off. */
  divider: number | null;
  /** True while the person holds a frame. */
  frozen: boolean;
  /** True with `?clean=1`: only the picture, no controls. */
  clean: boolean;
  /** True while the picture is in a window of its own, too. */
  poppedOut: boolean;
  /** What lies open beside the gallery; null where nothing does. */
  drawer: Drawer | null;
};

/** The whole page, running. */
export const FIRST_VIEW: ViewState = {
  divider: null,
  frozen: false,
  clean: false,
  poppedOut: false,
  drawer: null,
};
