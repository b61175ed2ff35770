/** What reads, paints and writes films, in a chunk of its own. */
export {roomLeft} from '../disk/room-left.ts';
export {convertFilm} from './convert-film.ts';
export {openFilm} from './film.ts';
export {pickFilmEncoding} from './film-encoding.ts';
export {openChosenFile, openOwnFile} from './film-file.ts';
