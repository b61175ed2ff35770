/** A camera the browser lists; the label is empty until the person has allowed one. */
export type CameraInfo = {id: string; label: string};

/** The cameras there are now; none where the browser does not tell. */
export async function listCameras(): Promise<CameraInfo[]> {
  const devices = await mediaDevices()?.enumerateDevices();
  return (devices ?? [])
    .filter(({kind, deviceId}) => kind === 'videoinput' && deviceId)
    .map(({deviceId, label}) => ({id: deviceId, label}));
}

/** Calls `listener` when a camera is plugged in or out; returns the function that stops it. */
export function onCamerasChange(listener: () => void): () => void {
  const devices = mediaDevices();
  devices?.addEventListener('devicechange', listener);
  return () => devices?.removeEventListener('devicechange', listener);
}

/** Missing on insecure origins, whatever the type says. */
function mediaDevices(): MediaDevices | undefined {
  return navigator.mediaDevices as MediaDevices | undefined;
}
