// Preloaded into a function whose clock is to run ahead of the machine's, by so many milliseconds.
const aheadMs = Number(process.env.CLOCK_AHEAD_MS);
const MachineDate = Date;

globalThis.Date = class Date extends MachineDate {
  constructor(...given) {
    super(...(given.length === 0 ? [Date.now()] : given));
  }
  static now() {
    return MachineDate.now() + aheadMs;
  }
};
