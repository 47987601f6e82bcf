package speedup.workload;

import java.util.Map;
import java.util.Set;

/**
 * How a workload grows to a wished run time. The probe is run in one worker, its seconds are
 * measured, and the settings that would take the wished time follow. Used only when the person has
 * set none of {@link #parameters}.
 */
public interface Sizing {
  /**
   * The parameters that decide the size. Once one of them is set, the rest keep their defaults and
   * nothing is chosen. Those chosen by {@link #sizeFor} are among them.
   */
  Set<String> parameters();

  /** Settings for a run of some tens of milliseconds, on top of what else was set. */
  Map<String, String> probe();

  /**
   * Round settings for a sequential run of about the wished time.
   *
   * @param probeSeconds what the probe took, compiled code hot
   * @param wishedSeconds how long a run should take
   */
  Map<String, String> sizeFor(double probeSeconds, double wishedSeconds);
}
