import {lossNetworkFiles} from './app/learning/loss-network.ts';
import {withKeptNetworks} from './app/networks/kept-networks.ts';
import {networkEntries, networkFiles} from './app/networks/network-catalogue.ts';
import {openStudio} from './app/studio.ts';
import {gallery} from './app/styles/gallery.ts';
import {PasticheApp} from './ui/pastiche-app.ts';

const storage = () => localStorage;
const shipped = {
  styles: gallery,
  networks: networkEntries,
  networkFiles,
  lossNetwork: lossNetworkFiles,
};
const catalogue = withKeptNetworks(shipped, storage);
const canvas = document.createElement('canvas');
const studio = openStudio({
  canvas,
  catalogue,
  storage,
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
