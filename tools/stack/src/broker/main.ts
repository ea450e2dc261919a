import { embeddedBroker } from './embeddedBroker';

const [port, passwordFile] = process.argv.slice(2);
await embeddedBroker(Number(port), String(passwordFile));
