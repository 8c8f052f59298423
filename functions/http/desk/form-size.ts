/**
 * What a form of the desk may have, files included. In the cloud it comes inside an event of Lambda, which has
 * 6 MiB at most, and in base64, a third longer; beyond that API Gateway answers 413 by itself, without our words.
 * On a laptop it is the same: what is written there can be sent from everywhere.
 */
export const maxFormBytes = 4_500_000;

/** Of one picture: what stands around it in the form has the rest. */
export const maxPictureBytes = maxFormBytes - 50_000;
