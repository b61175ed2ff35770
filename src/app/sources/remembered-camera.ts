import type {AppState} from '../state.ts';

/** The camera chosen last, by id, else by label: browsers renew ids; empty for the default. */
export function rememberedCamera({
  settings,
  source,
}: Pick<AppState, 'settings' | 'source'>): string {
  const {cameraId, cameraLabel} = settings;
  if (!cameraId) return '';
  const byId = source.cameras.find(({id}) => id === cameraId);
  const byLabel = source.cameras.find(({label}) => label !== '' && label === cameraLabel);
  return (byId ?? byLabel)?.id ?? cameraId;
}
