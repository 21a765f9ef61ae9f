import { expect, test } from 'vitest';
import { usualPlaces } from './places.ts';

test('on Linux every folder of PATH is tried for chromium before any for Chrome', () => {
  const places = usualPlaces('linux', { PATH: '/usr/local/bin:/usr/bin' });
  expect(places.slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium']);
  expect(places).toContain('/usr/bin/google-chrome');
});

test('on macOS the shared and the personal applications are tried', () => {
  const places = usualPlaces('darwin', { HOME: '/Users/mei' });
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Users/mei/Applications/Chromium.app/Contents/MacOS/Chromium');
});

test('on Windows the program folders that exist in the environment are tried', () => {
  expect(usualPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })).toEqual([
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});
