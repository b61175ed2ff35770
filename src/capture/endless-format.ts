import {Mp4OutputFormat, type OutputFormat, WebMOutputFormat} from 'mediabunny';
import type {Container} from './container.ts';

/** A file that may be cut off anywhere: what was written before that can be read. */
export function endlessFormat(container: Container): OutputFormat {
  return container === 'mp4'
    ? new Mp4OutputFormat({fastStart: 'fragmented'})
    : new WebMOutputFormat({appendOnly: true});
}
