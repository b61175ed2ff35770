import {openStudio} from './app/studio.ts';
import {PasticheApp} from './ui/pastiche-app.ts';

const canvas = document.createElement('canvas');
const studio = openStudio(canvas, location.search, () => localStorage);
window.pastiche = studio.api;

const app = new PasticheApp();
app.store = studio.store;
app.actions = studio.actions;
app.canvas = canvas;
const main = document.createElement('main');
main.append(app);
document.body.append(main);
