/** Less than so many minutes is told of. */
const SCARCE_MINUTES = 5;

/** So often it is looked, in milliseconds of the recording. */
const LOOK_MS = 5000;

/** How fast a recording grows is taken from so many looks: the last half a minute. */
const LOOKS = 7;

/** Watches how long a recording can go on, at the rate at which it grows. */
export class RoomWatch {
  /** There is room for so many whole minutes; undefined where that is plenty. */
  minutesLeft: number | undefined;
  private readonly hasRoomFor: (bytes: number) => Promise<boolean>;
  private readonly looks: {elapsedMs: number; bytes: number}[] = [];

  /** @param hasRoomFor whether so many bytes more can be written */
  constructor(hasRoomFor: (bytes: number) => Promise<boolean>) {
    this.hasRoomFor = hasRoomFor;
  }

  /** To be called all the time with what is recorded; looks every few seconds. */
  follow(elapsedMs: number, bytes: number): void {
    const {looks} = this;
    const last = looks.at(-1);
    if (last && elapsedMs - last.elapsedMs < LOOK_MS) return;
    looks.push({elapsedMs, bytes});
    if (looks.length > LOOKS) looks.shift();
    const [first] = looks;
    if (!first || first.elapsedMs === elapsedMs) return;
    void this.look((60_000 * (bytes - first.bytes)) / (elapsedMs - first.elapsedMs));
  }

  private async look(bytesPerMinute: number): Promise<void> {
    let minutes = SCARCE_MINUTES;
    while (minutes > 0 && !(await this.hasRoomFor(minutes * bytesPerMinute))) minutes--;
    this.minutesLeft = minutes < SCARCE_MINUTES ? minutes : undefined;
  }
}
