package speedup.workload;

import java.util.Map;
import java.util.Set;

/**
 * How a workload grows to a wished run time. The probe is run in one worker, its seconds are
 * measured, and the settings that would take the wished time follow. Used only when the person has
 * left all of {@link #parameters} at their automatic value.
 */
public interface Sizing {
  /** The parameters that this chooses; each of them has no fixed default. */
  Set<String> parameters();

  /** Settings for a run of some tens of milliseconds. */
  Map<String, String> probe();

  /**
   * Round settings for a sequential run of about the wished time.
   *
   * @param probeSeconds what the probe took, compiled code hot
   * @param wishedSeconds how long a run should take
   */
  Map<String, String> sizeFor(double probeSeconds, double wishedSeconds);
}
