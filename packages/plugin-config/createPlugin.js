// What @grafana/create-plugin writes into a plugin's .config, rendered from the pinned package: nothing of it is in the tree.
const fs = require('fs');
const path = require('path');
const Handlebars = require('handlebars');

const parts = ['bundler', 'jest', 'webpack', 'jest.config.js', 'jest-setup.js'];

/** What the scaffolding asks: webpack, and Grafana's UI from the host. */
const answers = { useExperimentalRspack: false, bundleGrafanaUI: false };

/** The folder of the configuration; it is rendered once a version, below `dist`, from where this package's own modules are found. */
function createPlugin() {
  const manifest = require.resolve('@grafana/create-plugin/package.json');
  const { version } = require(manifest);
  const folder = path.join(__dirname, 'dist', `create-plugin-${version}`);
  if (!fs.existsSync(folder)) {
    const templates = path.join(path.dirname(manifest), 'templates/common/.config');
    fs.mkdirSync(path.dirname(folder), { recursive: true });
    const rendered = fs.mkdtempSync(`${folder}-`);
    parts.forEach((part) => render(path.join(templates, part), path.join(rendered, part)));
    publish(rendered, folder);
  }
  return folder;
}

function render(from, to) {
  if (fs.statSync(from).isDirectory()) {
    fs.mkdirSync(to);
    fs.readdirSync(from).forEach((name) => render(path.join(from, name), path.join(to, name)));
    return;
  }
  fs.writeFileSync(to, Handlebars.compile(fs.readFileSync(from, 'utf8'), { noEscape: true })(answers));
}

/** In one step: builds and tests run side by side, and whoever comes second finds it done. */
function publish(rendered, folder) {
  try {
    fs.renameSync(rendered, folder);
  } catch (error) {
    fs.rmSync(rendered, { recursive: true });
    if (!fs.existsSync(folder)) {
      throw error;
    }
  }
}

module.exports = { createPlugin };
