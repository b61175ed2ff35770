import type {Catalogue} from './app/catalogue.ts';
import {lossNetworkFiles} from './app/learning/loss-network.ts';
import {networkEntries, networkFiles} from './app/networks/network-catalogue.ts';
import {openStudio} from './app/studio.ts';
import {gallery} from './app/styles/gallery.ts';
import {PasticheApp} from './ui/pastiche-app.ts';

const catalogue: Catalogue = {
  styles: gallery,
  networks: networkEntries,
  networkFiles,
  lossNetwork: lossNetworkFiles,
};
const canvas = document.createElement('canvas');
const studio = openStudio({
  canvas,
  catalogue,
  storage: () => localStorage,
  address: location.search,
});
window.pastiche = studio.api;

const app = new PasticheApp();
app.store = studio.store;
app.actions = studio.actions;
app.canvas = canvas;
const main = document.createElement('main');
main.append(app);
document.body.append(main);
