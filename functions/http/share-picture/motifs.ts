/**
 * The motifs of the cloth. Each says of a point of its tile how far it is inside the figure: 1 well within,
 * 0 well without, and between them at the edge, where it is soft by about one point of the picture.
 *
 * @param x of the tile's breadth, from -1 to 1, and `y` likewise
 * @param soft how wide an edge is, in the same measure
 */
export type Motif = (
  x: number,
  y: number,
  soft: number,
) => { readonly figure: number; readonly detail: number };

/** Kawung: four petals that meet crosswise, with a seed in each. */
const kawung: Motif = (x, y, soft) => {
  const along = (Math.abs(x) + Math.abs(y)) / Math.SQRT2;
  const across = (Math.abs(x) - Math.abs(y)) / Math.SQRT2;
  const petal = Math.hypot((along - 0.7) / 0.62, across / 0.36);
  const seed = Math.hypot((along - 0.7) / 0.3, across / 0.09);
  const heart = Math.abs(x) + Math.abs(y);
  return {
    figure: Math.max(inside(petal, soft / 0.36), inside(heart / 0.14, soft / 0.14)),
    detail: inside(seed, soft / 0.09),
  };
};

/** Ceplok: a rose in a ring, and the ring's neighbours between. */
const ceplok: Motif = (x, y, soft) => {
  const distance = Math.hypot(x, y);
  const petals = 0.5 + 0.13 * Math.cos(8 * Math.atan2(y, x));
  const ring = Math.abs(distance - 0.82) / 0.07;
  const corner = Math.hypot(Math.abs(x) - 1, Math.abs(y) - 1) / 0.3;
  return {
    figure: Math.max(
      inside(distance / petals, soft / 0.5),
      inside(ring, soft / 0.07),
      inside(corner, soft / 0.3),
    ),
    detail: Math.max(inside(distance / 0.2, soft / 0.2), inside(corner / 0.45, soft / 0.14)),
  };
};

/** Truntum: stars, large and small, as in a clear night. */
const truntum: Motif = (x, y, soft) => {
  const star = (px: number, py: number, size: number) => {
    const ray = size * (0.45 + 0.55 * Math.cos(4 * Math.atan2(py, px)) ** 4);
    return inside(Math.hypot(px, py) / ray, soft / (size * 0.5));
  };
  const small = star(Math.abs(x) - 1, Math.abs(y) - 1, 0.4);
  return {
    figure: Math.max(star(x, y, 0.72), small),
    detail: inside(Math.hypot(x, y) / 0.13, soft / 0.13),
  };
};

export const motifs = { kawung, ceplok, truntum } as const;

function inside(distance: number, soft: number): number {
  return Math.min(1, Math.max(0, 0.5 + (1 - distance) / soft));
}
