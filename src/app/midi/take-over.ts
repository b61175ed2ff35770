/** How near a control has to come to what it sets, of 0…1: more than a step of its 127. */
const NEAR = 0.03;

/**
 * Lets a control take over softly: a knob that stands elsewhere than the value it sets does nothing until it
 * has come there, so that nothing jumps. It holds on for as long as nobody else changes the value.
 */
export class TakeOver {
  private last: number | undefined;
  private set: number | undefined;

  /**
   * Whether the control sets the value now.
   *
   * @param position of the control, 0…1
   * @param value that it would change, 0…1
   */
  takes(position: number, value: number): boolean {
    const before = this.last;
    this.last = position;
    const holds = this.set !== undefined && Math.abs(this.set - value) < NEAR;
    const passes =
      before !== undefined &&
      Math.min(before, position) <= value &&
      value <= Math.max(before, position);
    const takes = holds || passes || Math.abs(position - value) < NEAR;
    this.set = takes ? position : undefined;
    return takes;
  }
}
