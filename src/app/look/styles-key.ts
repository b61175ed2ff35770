import type {Message} from '../../words/message.ts';
import type {InAddress} from './look-key.ts';

/** One style of a look and its share in the mix; weights are relative, only their ratios count. */
export type WeightedStyle = {id: string; weight: number};

/** The styles that are mixed, at least one above 0: `?style=mosaic`, `?style=mosaic:2,neon:1`. */
export const stylesKey: InAddress<readonly WeightedStyle[]> = {
  first: ({styles: [style]}) => [{id: style?.id ?? '', weight: 1}],
  check: (value) =>
    Array.isArray(value) && value.every(isWeighted) && isMix(value)
      ? undefined
      : {key: 'look.no-styles'},
  address: {
    key: 'style',
    read(text) {
      const problems: Message[] = [];
      const styles = text.split(',').flatMap((part): WeightedStyle[] => {
        const [id = '', weight = '1'] = part.split(':');
        const style = {id, weight: Number(weight)};
        if (isWeighted(style)) return [style];
        if (text) problems.push({key: 'address.style', values: {part}});
        return [];
      });
      if (isMix(styles)) return {value: styles, problems};
      if (styles.length > 0) problems.push({key: 'address.style', values: {part: text}});
      return {value: undefined, problems};
    },
    write: (styles) =>
      styles
        .map(({id, weight}) => (styles.length === 1 ? id : `${id}:${shortened(weight)}`))
        .join(','),
  },
};

/** To thousandths: nobody sees more. */
function shortened(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}

function isWeighted(value: unknown): value is WeightedStyle {
  const {id, weight} = (value ?? {}) as Partial<Record<keyof WeightedStyle, unknown>>;
  return typeof id === 'string' && id !== '' && typeof weight === 'number' && isWeight(weight);
}

function isWeight(weight: number): boolean {
  return weight >= 0 && weight < Infinity;
}

/** Whether at least one of the styles counts. */
export function isMix(styles: readonly WeightedStyle[]): boolean {
  return styles.some(({weight}) => weight > 0);
}
