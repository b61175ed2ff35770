import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {wantsLessMotion} from '../../app/view/wants-less-motion.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {pauseIcon, playIcon} from '../kit/icons.ts';

/**
 * A picture that moves over and over, with a button that stops it. Where less motion is wanted, it does not move before
 * somebody presses play. Its corners, its largest height and how it fits are those of the element.
 */
@customElement('moving-picture')
export class MovingPicture extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        display: block;
      }
      img,
      canvas {
        display: block;
        width: 100%;
        height: 100%;
        max-height: inherit;
        border-radius: inherit;
        object-fit: inherit;
      }
      button {
        position: absolute;
        right: 6px;
        bottom: 6px;
      }
    `,
  ];

  /** Address of the picture. */
  @property() src = '';
  /** What it is called. */
  @property() name = '';
  /** Never moves, and has no button. */
  @property({type: Boolean}) still = false;

  @state() private plays = !wantsLessMotion();

  @query('canvas') private canvas!: HTMLCanvasElement;

  /** What is drawn of a moving picture is its first one. */
  private readonly drawFirst = (event: Event) => {
    const picture = event.target as HTMLImageElement;
    this.canvas.width = picture.naturalWidth;
    this.canvas.height = picture.naturalHeight;
    this.canvas.getContext('2d')?.drawImage(picture, 0, 0);
  };

  override render() {
    const {src, name, still} = this;
    const plays = this.plays && !still;
    const alt = still ? '' : say('clips.loop', {name});
    return html`
      <img src=${src} alt=${alt} ?hidden=${!plays} @load=${this.drawFirst} />
      <canvas
        role=${still ? 'presentation' : 'img'}
        aria-label=${still ? nothing : alt}
        ?hidden=${plays}
      ></canvas>
      ${still ? nothing : this.renderButton()}
    `;
  }

  private renderButton() {
    const {name, plays} = this;
    const label = say(plays ? 'clips.stop-one' : 'clips.play-one', {name});
    return html`
      <button
        type="button"
        class="icon glass"
        aria-label=${label}
        title=${label}
        @click=${() => (this.plays = !plays)}
      >
        ${plays ? pauseIcon : playIcon}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'moving-picture': MovingPicture;
  }
}
