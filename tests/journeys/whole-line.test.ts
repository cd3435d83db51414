import { startSite } from '../support/site.ts';
import { testWholeLine } from './line/whole-line.ts';

// In the sample area, where every page is looked at closely.
testWholeLine(async () => {
  const site = await startSite();
  return { site, brokerLink: site.brokerLink() };
}, 'closely');
