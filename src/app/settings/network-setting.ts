import type {Setting} from './setting.ts';

/** The network that paints, by name, or `auto`: `?model=swift`. */
export const networkSetting: Setting<string> = {
  first: 'auto',
  fits: (value, {networkFiles}) => value === 'auto' || networkFiles.has(value as string),
  address: {
    key: 'model',
    read(name, {networks, networkFiles}) {
      if (!name) return {};
      if (name === 'auto' || networkFiles.has(name)) return {value: name};
      const known = networks.some((entry) => entry.name === name);
      return {problems: [{key: known ? 'network.encoder' : 'network.unknown', values: {name}}]};
    },
    write: (name) => (name === 'auto' ? undefined : name),
  },
  row: {
    kind: 'choice',
    label: 'settings.network',
    hint({networks, painting, changing}) {
      if (changing) return {key: 'settings.network.changing'};
      const wanting = networks.find(({complete}) => !complete)?.name;
      return wanting
        ? {key: 'settings.network.paints-wanting', values: {network: painting, wanting}}
        : {key: 'settings.network.paints', values: {network: painting}};
    },
    options: ({networks}) => [
      {value: 'auto', label: {key: 'settings.automatic'}},
      ...networks.map(({name, title, complete}) => ({
        value: name,
        label: complete ? title : ({key: 'network.incomplete', values: {title}} as const),
        disabled: !complete,
      })),
    ],
  },
  react: ({changeNetwork}) => {
    changeNetwork();
  },
};
