package speedup.plot.timeline;

import speedup.measure.LaneProfile;

/**
 * A chunk that is looked at, with the wait before it.
 *
 * @param run which of the runs
 * @param lane which of its lanes
 * @param chunk its index in the lane; the end of the lane's chunks for what comes after the last
 */
public record Selection(int run, int lane, int chunk) {
  /** Whether it stands after the last chunk of its lane. */
  public boolean isTail(LaneProfile profile) {
    return chunk >= profile.endOfChunks();
  }
}
