/** What finds persons needs beside the engine; loaded when a look first wants it. */
export {loadPersonNetwork} from '../../network/person/person-network.ts';
export {PERSON_FILES} from '../networks/person-files.ts';
