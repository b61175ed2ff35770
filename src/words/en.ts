/**
 * Every sentence a person reads, in English, by feature and key. `{name}` stands for a value. What
 * has gone wrong is followed by what to do about it. Those that nobody reads before the first picture are in
 * `en-later.ts`.
 */
export const en = {
  // The start, and what ends it.
  'start.network': 'Loading the network',
  'start.gpu': 'Waking the graphics card',
  'start.style': 'Studying the first style',
  'start.unloaded':
    'A part of Pastiche could not be loaded: it was renewed since this page was opened, or the connection is gone. Reload the page.',
  'start.failed': 'Something went wrong. Reload the page if it does not mend itself.',

  // The graphics card.
  'gpu.webgl2':
    'Painting needs WebGL 2, which this browser does not offer. Turn on hardware acceleration in its settings, or try another browser.',
  'gpu.float-targets':
    'This graphics card cannot draw to float textures, which painting needs. Try another device.',
  'gpu.away':
    'The graphics card was taken away for a moment. Painting goes on when it is back; if it does not come back, reload the page.',
  'gpu.lost':
    'The graphics card was taken away while Pastiche started. Reload the page; if that does not help, close other programs that use it, or restart the browser.',
  'gpu.failed': 'The graphics card stopped painting. Reload the page; your own styles are kept.',

  // Networks.
  'network.damaged':
    'The network’s weights could not be loaded or are damaged. Check the connection and reload the page.',
  'network.unknown': 'There is no network called “{name}”.',
  'network.encoder':
    'The network {name} wants an encoder here: npm run models:import -- --encoder FILE',
  'network.title.light': 'Light',
  'network.title.balanced': 'Balanced',
  'network.title.fine': 'Fine',
  'network.title.paper': 'The paper’s',
  'network.title.other': '{name}',
  'network.incomplete': '{title} (needs an encoder)',
  'network.until': '{problem} Until then {name} paints.',

  // Sources: cameras, files and addresses.
  'source.insecure':
    'Browsers offer the camera on https:// pages and on localhost only. Open Pastiche there.',
  'source.denied':
    'The camera is blocked. Allow it in the browser’s address bar, then press “Start camera” again.',
  'source.missing': 'No camera was found. Plug one in and press “Start camera” again.',
  'source.in-use': 'The camera gives no picture. Close other programs that use it, then try again.',
  'source.muted':
    'The camera is switched off by its privacy key, its cover or the system. Switch it on, then press “Start camera” again.',
  'source.unsupported': 'This browser cannot open a camera. Try a newer one.',
  'source.unloaded':
    'What the camera needs could not be loaded. Check the connection and press “Start camera” again; if that does not help, reload the page.',
  'source.unreadable':
    'This file is neither a picture nor a video that your browser can read. Try a JPEG, PNG or MP4.',
  'source.empty': 'This file is empty. Choose another one.',
  'source.unreachable':
    'The picture or video at that address cannot be used here: it is missing, or its site does not allow it. Save it and open the file instead.',
  'source.shut-out':
    'The page loads nothing from {site}, so that it can tell nothing there. Open it with ?source= and that address, or save the file and open that.',
  'source.slow':
    'What was asked for does not come: its site does not answer, or the file is too much for your browser. Try again, or save it and open the file.',
  'source.too-large':
    'This picture has too many pixels for your browser. Make it smaller, to 10,000 pixels a side at most, and open it again.',
  'source.no-picture': 'This file has sound, but no picture. Choose a picture or a video.',
  'source.format':
    'This is a picture of a kind that your browser does not show, like HEIC or TIFF. Save it as JPEG or PNG and open that.',
  'source.codec':
    'Your browser does not know the encoding of this video. Save it as MP4 with H.264, or try another browser.',
  'source.film':
    'This is a video. A style is made of a picture: drop the video to paint over it, or choose a picture.',
  'source.tainted':
    'Your browser shows this picture, but lets no page read it. Save it as PNG or JPEG and open that.',
  'source.camera-gone':
    'The camera was unplugged or taken away, so the demo is shown. Plug it in and press “Start camera”.',
  'source.video-gone': 'The video broke off, so the demo is shown. Open it again, or another one.',
  'source.only-camera': 'There is only one camera to choose.',
  'source.none': 'There is no picture on the stage yet.',
  'source.no-address': '“{text}” is neither camera, demo nor an address.',

  // Styles.
  'style.picture-missing': 'This style’s picture cannot be loaded. Try another.',
  'style.unknown': 'There is no style called “{id}”.',
  'style.not-added': '“{name}”: {problem}',
  'style.lost':
    'The browser has lost the picture of “{title}”. Remove the style, or add the picture again.',
  'style.damaged':
    'Of your own styles, {count} cannot be read any more and are left out. Add their pictures again.',
  'style.no-shelf':
    'Your browser’s storage does not answer, so your own styles are missing. Reload the page, or close other tabs of Pastiche first.',
  'style.not-renamed': 'Only your own styles can be renamed.',
  'style.not-packed': 'Only your own styles can be saved as files.',
  'style.not-removed': 'Only your own styles can be removed.',
  'style.untitled': 'My style',
  'style.of-frame': 'My frame',
  'style.forgetful':
    'Your browser keeps nothing for this page, so your own styles last until you leave it.',
  'style.full':
    'Your browser’s storage is full, so this style lasts until you leave the page. Remove a style to make room.',
  'style.unkept':
    'Your browser could not keep this style, so it lasts until you leave the page. Add it again later.',

  'style-file.damaged': 'This file of a style is damaged. Ask for it again, or add a picture.',
  'learning.failed':
    'This style could not be learnt any further, so what was learnt before is kept. Try it again, or with another stroke size.',
  'learning.unavailable': 'Styles cannot be learnt here: a part of the app is missing.',

  // Files that are dropped or pasted.
  'files.one-source':
    '“{name}” is painted over. There is one stage, so of what you dropped {count} more are left out.',
  'files.films-left':
    'A film can be painted over, not painted with: {count} of what you dropped are left out. Drop them alone.',

  // The look.
  'look.no-styles': 'A look needs at least one style, and weights above 0.',
  'look.colour':
    'The colours of a look come by “luminance” or “palette”, with a share from 0 to 1.',
  'look.calm': 'Calm is off, normal or strong, but not “{calm}”.',
  'look.region':
    'A region is “look”, “style”, “frame”, “blur”, “colour” or “none”, with what that wants.',
  'look.painted': 'Painted regions have a PNG as their mask, and two covers.',
  'look.edge': 'An edge has a threshold from 0 to 1 and a feather from 0 to 0.5.',
  'look.mix-full': 'A mix has {most} styles at most here. Take one out first.',
  'look.stroke': 'The stroke size is fine, medium or broad, but not “{stroke}”.',
  'look.alpha-range': 'The style strength goes from 0 to 1.5, but it is {alpha}.',

  'regions.failed':
    'Persons cannot be told from what is behind them now, so all is painted alike. Check the connection, and choose again.',

  // The stage: the picture, and what lies over it.
  'stage.starting': 'Starting Pastiche',
  'stage.first-step': 'Starting',
  'stage.progress': '{step}, {percent} per cent',
  'stage.bytes': '{loaded} of {total}',
  'stage.start-camera': 'Start camera',
  'stage.opening': 'Opening',
  'stage.private': 'Nothing leaves your device',
  'stage.frozen': 'Frozen',
  'stage.resume': 'Press play',
  'stage.muted':
    'The camera is muted. Look for a privacy key or shutter; painting goes on by itself.',
  'stage.silent': 'No picture has come for a while. Wait, or choose another source.',
  'stage.slow': 'Slow: {reason}',
  'stage.fps': 'fps',
  'stage.ms': 'ms',

  // The menu of sources, and files that are dropped.
  'source-menu.title': 'Source',
  'source-menu.shown': 'Source: {title}',
  'source-menu.switch': 'Switch camera',
  'source-menu.camera': 'Camera',
  'source-menu.demo': 'Demo',
  'source-menu.screen': 'Screen',
  'source-menu.share': 'Share a screen or window',
  'source-menu.demo-scene': 'Demo scene',
  'source-menu.open': 'Open a video or picture',
  'source-menu.mirror': 'Mirror',
  'source-menu.file': 'Video or picture',

  // The gallery.
  'gallery.label': 'Style',
  'gallery.add': 'Add your own',
  'gallery.add.hint': 'Choose pictures, or drop or paste them anywhere on the page',
  'gallery.frame': 'Use this frame',
  'gallery.frame.hint': 'Make a style of what is on the stage now',
  'gallery.files': 'Pictures',
  'gallery.lost': 'The browser has lost this picture',
  'gallery.edit': 'Rename or remove {title}',
  'gallery.mix': 'Mix in {title}',
  'mix.percent': '{percent} %',
  'gallery.unmix': 'Take {title} out of the mix',
  'strength.label': 'Style strength',
  'strength.shown': '{percent} %',
  'strength.spoken': '{percent} per cent',
  'stroke.label': 'Stroke size',
  'stroke.fine': 'Fine',
  'stroke.medium': 'Medium',
  'stroke.broad': 'Broad',

  // The shutter.
  'recording.start': 'Record',
  'recording.stop': 'Stop recording',
  'recording.pause': 'Pause recording',
  'recording.resume': 'Go on recording',
  'recording.sound': 'Record sound',
  'recording.soundless': 'No sound is recorded any more',
  'recording.has-started': 'Recording started',
  'recording.has-paused': 'Recording paused',
  'recording.has-resumed': 'Recording goes on',
  'recording.has-stopped': 'Recording stopped',
  'recording.is-saving': 'Saving the recording',

  // Commands, their keys, and the help that lists them.
  'command.with-key': '{label} ({key})',
  'command.camera': 'Start the camera',
  'command.record': 'Record, and stop',
  'command.snapshot': 'Take a snapshot',
  'command.previous-style': 'Previous style',
  'command.next-style': 'Next style',
  'command.weaker': 'Less style',
  'command.stronger': 'More style',
  'command.divider': 'Before and after',
  'command.freeze': 'Freeze the picture',
  'command.mirror': 'Mirror the picture',
  'command.full-screen': 'Full screen',
  'command.leave-full-screen': 'Leave full screen',
  'command.pop-out': 'In a window of its own',
  'command.help': 'This help',
  'key.space': 'Space',
  'help.title': 'Keyboard shortcuts',

  // What every part of the page says.
  'page.settings': 'Settings',
  'page.name': 'Pastiche',
  'page.close': 'Close',
  'page.dismiss': 'Dismiss',

  // What the address of the page asks for.
  'address.style': 'The address has a style “{part}” that is not “name” or “name:weight”.',
  'address.alpha-number':
    'The address has alpha={text}, which is no number; it goes from 0 to 1.5.',
  'address.alpha-range': 'The address has alpha={text}; it goes from 0 to 1.5, so {used} is used.',
  'address.stroke': 'The address has stroke={text}; it is “fine”, “medium” or “broad”.',
  'address.colour':
    'The address has colour={text}; it is “luminance” or “palette”, and may end in a share: “palette:0.5”.',
  'address.region': 'The address has {key}={text}; the README says what a region can be.',
  'address.edge': 'The address has edge={text}; it is like “0.5:0.25”.',
  'address.calm': 'The address has calm={text}; it is “off”, “normal” or “strong”.',
  'address.size': 'The address has size={text}; it is “auto” or a number of pixels.',

  // Recordings, snapshots, clips.
  'capture.unsupported':
    'This browser cannot record here. Try another browser, or a smaller working size.',
  'capture.unloaded':
    'What recording needs could not be loaded. Check the connection and try again; if that does not help, reload the page.',
  'capture.no-frames': 'Nothing was recorded, so there is no clip. Record a little longer.',
  'capture.unfinished':
    'The file of the recording broke off at its end, so there is no clip. Record again; a smaller working size may help.',
  'capture.encoder-failed':
    'The video encoder stopped. What was recorded up to then is among your clips.',
  'capture.picture-failed': 'The picture could not be saved. Try again.',
  'capture.share-failed': 'The clip could not be shared. Download it instead.',
  'capture.microphone-insecure':
    'Browsers offer the microphone on https:// pages and on localhost only. Recording goes on without sound.',
  'capture.microphone-denied':
    'The microphone is blocked, so this recording has no sound. Allow it in the browser’s address bar.',
  'capture.microphone-missing': 'No microphone was found, so this recording has no sound.',
  'capture.microphone-busy':
    'The microphone gives no sound: another program may hold it. This recording has none.',
  'capture.microphone-unanswered':
    'The microphone is not allowed yet, so this recording has no sound. Allow it in the browser’s address bar, and record again.',
  'capture.microphone-gone':
    'The microphone was unplugged or taken away. The recording goes on without sound; start another one to record with sound again.',
  'capture.microphone-failed':
    'The sound could not be encoded any more. The recording goes on without it; start another one to record with sound again.',
  'capture.nothing-to-record': 'There is no painting to record yet.',
  'capture.nothing-to-save': 'There is no painting to save yet.',
  'capture.not-recording': 'Nothing is being recorded. Start a recording first.',
} as const;
