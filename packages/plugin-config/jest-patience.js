// What a test awaits on a page comes late on a busy machine; a real fault never comes.
const { configure } = require('@testing-library/react');

configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
