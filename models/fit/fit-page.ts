import {fitStyle, type StyleFit, type StyleTask} from './fit-style.ts';

declare global {
  interface Window {
    /** Fits a brush to a style. */
    fitStyle(task: StyleTask): Promise<StyleFit>;
    /** Told of each step. */
    reportStep?(step: number, style: number): void;
  }
}

window.fitStyle = (task) =>
  fitStyle(document.createElement('canvas'), task, (step, {style}) =>
    window.reportStep?.(step, style),
  );
