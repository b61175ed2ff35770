import type {Look} from './look-table.ts';

/** The style that counts most in a look: the one a gallery marks, and keys step from. */
export function heaviestStyle({styles}: Pick<Look, 'styles'>): string {
  const [first, ...others] = styles;
  const heaviest = others.reduce(
    (heavier, style) => (style.weight > (heavier?.weight ?? 0) ? style : heavier),
    first,
  );
  return heaviest?.id ?? '';
}
