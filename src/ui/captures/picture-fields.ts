import {html, nothing} from 'lit';
import type {PictureChoice} from '../../app/exports/picture-choice.ts';
import {say} from '../../words/say.ts';
import {selectField} from '../kit/select-field.ts';

/** What a person may choose between, of 0…1. */
const QUALITIES = {low: 0.7, medium: 0.9, high: 0.97} as const;

/** Fields for how pictures are painted and saved, whatever their size. */
export function pictureFields(
  {strokes, format, quality}: PictureChoice,
  change: (change: Partial<PictureChoice>) => void,
) {
  return html`
    ${selectField(
      say('picture.strokes'),
      (['stage', 'finer', 'finest'] as const).map((value) => ({
        value,
        label: say(`picture.strokes.${value}`),
      })),
      strokes,
      (value) => {
        change({strokes: value});
      },
    )}
    ${selectField(
      say('picture.format'),
      (['png', 'jpeg', 'webp'] as const).map((value) => ({
        value,
        label: say(`picture.format.${value}`),
      })),
      format,
      (value) => {
        change({format: value});
      },
    )}
    ${
      format === 'png'
        ? nothing
        : selectField(
            say('picture.quality'),
            (['low', 'medium', 'high'] as const).map((value) => ({
              value: QUALITIES[value],
              label: say(`picture.quality.${value}`),
            })),
            quality,
            (value) => {
              change({quality: value});
            },
          )
    }
  `;
}
