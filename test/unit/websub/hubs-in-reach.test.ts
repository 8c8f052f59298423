import { describe, expect, it } from 'vitest';
import { hubsInReach } from '../../../functions/entry/local/local-websub.ts';

describe('a service on a laptop', () => {
  it('tells hubs of the same machine only: no other could fetch what it serves', () => {
    const near = ['http://127.0.0.1:5001/hub', 'http://localhost/', 'http://[::1]:8080/'];
    const far = ['https://hub.example/', 'http://127.0.0.1.hub.example/', 'http://192.0.2.1/'];
    const hubs = [...far, ...near].map((url) => ({ url }));
    expect(hubsInReach({ hubs }).map(({ url }) => url)).toEqual(near);
  });
});
