import { PanelPlugin } from '@grafana/data';
import { TextPanel, type TextOptions } from './TextPanel';

export const plugin = new PanelPlugin<TextOptions>(TextPanel).setPanelOptions((builder) =>
  builder
    .addRadio({ path: 'mode', name: 'Mode', defaultValue: 'markdown', settings: { options: [] } })
    .addTextInput({ path: 'content', name: 'Content', defaultValue: '' })
);
