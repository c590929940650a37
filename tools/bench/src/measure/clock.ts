/** Tells the time in nanoseconds, from any start. */
export type Clock = () => number;

/** The time on the wall: what a user waits. */
export const wallClock: Clock = () => Number(process.hrtime.bigint());

/**
 * The time that this process had a processor, for machines that do other things as well. The other threads of the
 * process count, too: collecting garbage and compiling are part of the cost.
 */
export const processorClock: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

/** The clock that the command line asked for. */
export const clockOf = (processorTime: boolean): Clock => (processorTime ? processorClock : wallClock);
