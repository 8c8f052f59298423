import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Office } from '../office/settings.ts';
import { themeScriptHash } from './pages/browser/theme-script.ts';

/**
 * What a browser may do with a page: load our stylesheet, our script and our pictures, ask us, and nothing
 * else. The one script inside a page is allowed by its hash, which survives every cache. JSON-LD needs no
 * leave: it is data, which the policy is never asked about (HTML, "prepare the script element").
 */
export function securePages(office: Office): MiddlewareHandler {
  return secureBy(policyOf(office));
}

/** The desk shows the page that an article will have in a frame of its own, and nobody else frames it. */
export function secureDesk(office: Office): MiddlewareHandler {
  const policy = policyOf(office);
  const imgSrc = [...policy.imgSrc, office.baseUrl];
  return secureBy({ ...policy, imgSrc, frameSrc: ["'self'"], frameAncestors: ["'self'"] });
}

function secureBy(contentSecurityPolicy: Record<string, string[]>): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy,
    referrerPolicy: 'strict-origin-when-cross-origin',
    permissionsPolicy: Object.fromEntries(deniedFeatures.map((feature) => [feature, []])),
    crossOriginResourcePolicy: false,
  });
}

function policyOf({ pictureHosts }: Office) {
  return {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", themeScriptHash],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", ...pictureHosts],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  };
}

/** Nothing that a press page needs. */
const deniedFeatures = [
  'accelerometer',
  'camera',
  'displayCapture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
] as const;
