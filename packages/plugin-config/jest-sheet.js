// In place of `@emotion/sheet`: jsdom lays nothing out, but walks every rule of a page whenever an element's style is read.
class StyleSheet {
  tags = [];
  constructor(options) {
    Object.assign(this, options);
  }
  hydrate() {}
  insert() {}
  flush() {}
}
module.exports = { StyleSheet };
