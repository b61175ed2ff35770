/** The file formats a clip can have; also the file's ending. */
export type Container = 'mp4' | 'webm';
