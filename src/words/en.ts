/**
 * Every sentence a person reads, in English, by feature and key. `{name}` stands for a value. What
 * has gone wrong is followed by what to do about it.
 */
export const en = {
  // The start, and what ends it.
  'start.network': 'Loading the network',
  'start.gpu': 'Waking the graphics card',
  'start.style': 'Studying the first style',
  'start.failed': 'Something went wrong. Reload the page if it does not mend itself.',

  // The graphics card.
  'gpu.webgl2':
    'Painting needs WebGL 2, which this browser does not offer. Turn on hardware acceleration in its settings, or try another browser.',
  'gpu.float-targets':
    'This graphics card cannot draw to float textures, which painting needs. Try another device.',
  'gpu.away':
    'The graphics card was taken away for a moment. Painting goes on when it is back; if it does not come back, reload the page.',
  'gpu.failed': 'The graphics card stopped painting. Reload the page; your own styles are kept.',

  // Networks.
  'network.damaged':
    'The network’s weights could not be loaded or are damaged. Check the connection and reload the page.',
  'network.unknown': 'There is no network called “{name}”.',
  'network.encoder':
    'The network {name} wants an encoder here: npm run models:import -- --encoder FILE',
  'network.until': '{problem} Until then {name} paints.',

  // Sources: cameras, files and addresses.
  'source.insecure':
    'Browsers offer the camera on https:// pages and on localhost only. Open Pastiche there.',
  'source.denied':
    'The camera is blocked. Allow it in the browser’s address bar, then press “Start camera” again.',
  'source.missing': 'No camera was found. Plug one in and press “Start camera” again.',
  'source.in-use': 'The camera gives no picture. Close other programs that use it, then try again.',
  'source.unsupported': 'This browser cannot open a camera. Try a newer one.',
  'source.unloaded':
    'What the camera needs could not be loaded. Check the connection and press “Start camera” again.',
  'source.unreadable':
    'This file is neither a picture nor a video that your browser can read. Try a JPEG, PNG or MP4.',
  'source.empty': 'This file is empty. Choose another one.',
  'source.unreachable':
    'The picture or video at that address cannot be used here: it is missing, or its site does not allow it. Save it and open the file instead.',
  'source.camera-gone':
    'The camera was unplugged or taken away, so the demo is shown. Plug it in and press “Start camera”.',
  'source.only-camera': 'There is only one camera to choose.',
  'source.none': 'There is no picture on the stage yet.',
  'source.no-address': '“{text}” is neither camera, demo nor an address.',

  // Styles.
  'style.picture-missing': 'This style’s picture cannot be loaded. Try another.',
  'style.unknown': 'There is no style called “{id}”.',
  'style.not-renamed': 'Only your own styles can be renamed.',
  'style.not-removed': 'Only your own styles can be removed.',
  'style.untitled': 'My style',
  'style.of-frame': 'My frame',
  'style.forgetful':
    'Your browser keeps nothing for this page, so your own styles last until you leave it.',
  'style.full':
    'Your browser’s storage is full, so this style lasts until you leave the page. Remove a style to make room.',
  'style.unkept':
    'Your browser could not keep this style, so it lasts until you leave the page. Add it again later.',

  // The look.
  'look.no-styles': 'A look needs at least one style, and weights above 0.',
  'look.alpha-range': 'The style strength goes from 0 to 1, but it is {alpha}.',

  // What the address of the page asks for.
  'address.style': 'The address has a style “{part}” that is not “name” or “name:weight”.',
  'address.alpha-number': 'The address has alpha={text}, which is no number; it goes from 0 to 1.',
  'address.alpha-range': 'The address has alpha={text}; it goes from 0 to 1, so {used} is used.',
  'address.size': 'The address has size={text}; it is “auto” or a number of pixels.',

  // Recordings, snapshots, clips.
  'capture.unsupported':
    'This browser cannot record here. Try another browser, or a smaller working size.',
  'capture.unloaded':
    'What recording needs could not be loaded. Check the connection and try again.',
  'capture.no-frames': 'Nothing was painted while recording, so there is no clip.',
  'capture.encoder-failed':
    'The video encoder stopped. What was recorded up to then is among your clips.',
  'capture.full': 'The recording reached its largest size and was ended. It is among your clips.',
  'capture.picture-failed': 'The picture could not be saved. Try again.',
  'capture.share-failed': 'The clip could not be shared. Download it instead.',
  'capture.microphone-insecure':
    'Browsers offer the microphone on https:// pages and on localhost only. Recording goes on without sound.',
  'capture.microphone-denied':
    'The microphone is blocked, so this recording has no sound. Allow it in the browser’s address bar.',
  'capture.microphone-missing': 'No microphone was found, so this recording has no sound.',
  'capture.microphone-busy':
    'The microphone gives no sound: another program may hold it. This recording has none.',
  'capture.nothing-to-record': 'There is no painting to record yet.',
  'capture.nothing-to-save': 'There is no painting to save yet.',
  'capture.not-recording': 'Nothing is being recorded. Start a recording first.',
} as const;
